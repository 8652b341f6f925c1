import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNumber } from '../../../bot/dialogue/parse-number.ts';
import { createRecords } from '../../../store/records.ts';
import type { WebActor } from '../../../web/access.ts';
import { createWeb } from '../../../web/app.ts';
import {
  hrefImported,
  hrefObligation,
  hrefObstacle,
  hrefOpinion,
  hrefPerson,
  hrefPlan,
  hrefReceipt,
  hrefRound,
} from '../../../web/href.ts';
import type { WebEnv } from '../../../web/page.tsx';
import { createViews } from '../../../web/views/create-views.ts';
import { createWebCommands } from '../../../web/web-commands.ts';
import { fixtureDeps, type Seen, sessionOf } from '../fixture-ports.ts';
import type { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import {
  BUILDING54,
  HEALTH57,
  KH54,
  KH57,
  ROUND54,
  referenceMorning,
  TOURISM57,
  TRANSPORT57,
} from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

let house: MachineHouse;
let app: Hono<WebEnv>;
let seen: Seen;

/** The real routes and pages over the real views and commands; sign-in and chat from memory. */
beforeAll(async () => {
  house = await referenceMorning();
  const fixture = fixtureDeps();
  seen = fixture.seen;
  const sources = sourcesOf(house);
  app = createWeb({
    ...fixture.deps,
    views: createViews(sources),
    commands: createWebCommands({
      ...sources,
      perform: house.perform,
      records: createRecords(house.database.db, () => house.calendar),
      readNumber: parseNumber,
      changeAddress: async () => undefined,
      keepCalendar: async () => undefined,
      newKey: () => `page:${seen.audit.length}`,
    }),
    people: { actor: async (person) => Object.values(people).find((each) => each.person === person) ?? null },
  });
}, 180_000);
afterAll(() => house.close());

async function get(actor: WebActor, path: string): Promise<{ status: number; text: string }> {
  const answer = await app.request(path, { headers: { cookie: sessionOf(actor, seen) } });
  return { status: answer.status, text: await answer.text() };
}

const HOLES = /undefined|NaN|\[object Object\]|>null</;

describe('every page over what the machines decided', () => {
  test.each([
    ['today', people.COORDINATOR, '/'],
    ['fourteen days', people.COORDINATOR, '/?ngay=14'],
    ['today of an agency', people.TOURISM, '/'],
    ['today of a head', people.TOURISM_HEAD, '/'],
    ['today of a leader', people.VICE_CHAIR, '/'],
    ['today of the administrator', people.ADMIN, '/'],
    ['what leaves next', people.COORDINATOR, '/moc-ke-tiep'],
    ['plans', people.COORDINATOR, '/ke-hoach'],
    ['a plan’s year', people.COORDINATOR, hrefPlan(KH54, 2024)],
    ['a plan’s review year', people.COORDINATOR, hrefPlan(KH57, 2025)],
    ['a plan of an agency', people.TOURISM, hrefPlan(KH57)],
    ['before the start', people.COORDINATOR, hrefImported(KH54)],
    ['a round', people.COORDINATOR, hrefRound(ROUND54)],
    ['extending several', people.COORDINATOR, `${hrefRound(ROUND54)}?viec=gia-han`],
    ['a duty', people.COORDINATOR, hrefObligation(HEALTH57)],
    ['a duty, messages only', people.COORDINATOR, `${hrefObligation(HEALTH57)}?loc=tin`],
    ['a duty of one’s own', people.TOURISM, hrefObligation(TOURISM57)],
    ['recording an answer', people.COORDINATOR, `${hrefObligation(BUILDING54)}?viec=ghi-ho`],
    ['accepting', people.COORDINATOR, `${hrefObligation(TRANSPORT57)}?viec=duyet`],
    ['obstacles', people.COORDINATOR, '/kho-khan'],
    ['an obstacle', people.COORDINATOR, hrefObstacle('act:7')],
    ['raising one', people.TOURISM, '/kho-khan/moi'],
    ['the leader’s letter', people.VICE_CHAIR, hrefOpinion(TOURISM57)],
    ['a receipt', people.HEALTH, hrefReceipt('BN-2024-0001')],
    ['directory', people.COORDINATOR, '/danh-ba'],
    ['an address', people.COORDINATOR, hrefPerson('p10')],
    ['calendar', people.TOURISM, '/lich'],
    ['status', people.COORDINATOR, '/trang-thai'],
    ['roles', people.COORDINATOR, '/vai-chay-thu'],
    ['help', people.TOURISM, '/tro-giup'],
  ] as [string, WebActor, string][])('%s', async (_label, actor, path) => {
    const { status, text } = await get(actor, path);
    expect(status).toBe(200);
    expect(text).not.toMatch(HOLES);
  });

  test.each([
    ['a duty of another agency', people.TOURISM, hrefObligation(HEALTH57)],
    ['a round, for an agency', people.TOURISM, hrefRound(ROUND54)],
    ['the leader’s letter, for the agency', people.TOURISM, hrefOpinion(TOURISM57)],
    ['an obstacle of another agency', people.TOURISM, hrefObstacle('act:7')],
    ['a receipt of another agency', people.TOURISM, hrefReceipt('BN-2024-0001')],
  ] as [string, WebActor, string][])('refused: %s', async (_label, actor, path) => {
    expect((await get(actor, path)).status).toBe(403);
  });
});
