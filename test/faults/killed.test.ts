import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPostgres, openOwnPostgres, postgresPrograms } from './own-postgres.ts';
import { type Played, played } from './played.ts';
import { type Point, seededPoints } from './points.ts';
import { brokenPromises } from './promises.ts';

const SEED = 7;
const YEAR = { plan: 'brvt-kh54-2022', from: '2024-01-01', to: '2024-12-31', seed: SEED };
const POINTS = seededPoints(SEED, 100);
/** Two plays of one process each with the whole program killed; one of two processes, where the one at the point is. */
const SHARES = [POINTS.slice(0, 26), POINTS.slice(26, 52)];
const PARTS = POINTS.slice(52);
const KEPT = { duties: [], answers: [], effects: [], lost: [], unmarked: [], repeatedTooOften: [] };
/** Many times what it takes on two quiet cores. */
const LIMIT_MS = 3_600_000;

describe(`a rehearsed year, seed ${SEED}, killed again and again`, () => {
  let postgres: OwnPostgres | null = null;
  let calm: Played;
  beforeAll(async () => {
    calm = await played({ ...YEAR, points: [] });
  }, LIMIT_MS);
  afterAll(() => postgres?.remove());

  function mustBeKept(rough: Played, points: Point[]): void {
    expect(rough.met, 'points that were met').toBe(points.length);
    expect(brokenPromises(calm, rough)).toEqual(KEPT);
  }

  it('undisturbed, it has something to lose', () => {
    expect(calm.letters.length).toBeGreaterThan(200);
    expect(new Set(calm.letters.map(({ id }) => id)).size).toBe(calm.letters.length);
    expect(calm.answers.size).toBeGreaterThan(50);
  });

  it.concurrent.each(SHARES.map((points, index) => ({ points, share: index + 1 })))(
    'the whole program, share $share: no duty and no answer is lost, nothing is done twice, repeats say so',
    async ({ points }) => mustBeKept(await played({ ...YEAR, points }), points),
    LIMIT_MS,
  );

  const whereInstalled = postgresPrograms() === null ? it.skip : it.concurrent;
  whereInstalled(
    'driver and worker by turns, on a PostgreSQL server: the same',
    async () => {
      postgres = await openOwnPostgres();
      mustBeKept(await played({ ...YEAR, points: PARTS, url: postgres.url }), PARTS);
    },
    LIMIT_MS,
  );
});
