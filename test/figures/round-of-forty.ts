import type { AgendaItem } from '../../domain/engine/effects.ts';
import type { Actor } from '../../domain/engine/message.ts';
import type { RoundSpec } from '../../domain/machines/round.ts';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { roundKey } from '../../domain/plan/keys.ts';
import type { Agency, Person, Post, Roster } from '../../domain/roster/roster.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import type { Story } from '../harness/story.ts';
import { wallRound } from '../harness/wall-round.ts';

export const FORTY = 40;

const AGENCIES = Array.from({ length: FORTY }, (_, number) => `co-quan-${String(number + 1).padStart(2, '0')}`);

/** Forty agencies more in the story's directory, each with one person who is focal point and head. */
export async function enterForty({ database: { db }, roster }: Story): Promise<void> {
  const agencies = AGENCIES.map(
    (id): Agency => ({
      id,
      name: id,
      names: [{ name: id, from: null }],
      shortName: id,
      kind: 'department',
      aliases: [],
    }),
  );
  const people = AGENCIES.map(
    (id): Person => ({
      id: `nguoi-${id}`,
      name: id,
      title: null,
      email: `${id}@example`,
      phone: null,
      channels: ['webChat', 'email'],
    }),
  );
  const posts = AGENCIES.flatMap((agency) =>
    (['focalPoint', 'head'] as const).map(
      (role): Post => ({ agency, role, person: `nguoi-${agency}`, rank: 1, from: '2024-01-01', to: null }),
    ),
  );
  const larger: Roster = {
    ...roster,
    agencies: [...roster.agencies, ...agencies],
    people: [...roster.people, ...people],
    posts: [...roster.posts, ...posts],
  };
  await createRosterStore(db).saveRoster(larger);
  await db.updateTable('person').set({ entered_at: '2024-01-01T00:00:00.000+07:00' }).execute();
}

/** A little more than the agencies of the plans in plans/ are asked on average: three measures. */
const ASKS = {
  measures: ['II.1.1', 'II.1.2', 'III.2'],
  endingMeasures: ['V.1'],
  targets: ['a.1', 'a.2'],
  duties: ['IV.2.a'],
};

/** A round of forty agencies on seconds, with everything that a plan's own round carries when it opens. */
export function roundOfForty(
  story: Story,
  name: string,
  overdueInMs: number,
): { item: AgendaItem; id: string; key: string; agencies: string[] } {
  const id = `round/brvt/brvt-kh54-2022/2024/IV.2.đ/${name}`;
  const wall = wallRound(story.calendar, { overdueInMs, agencies: AGENCIES });
  const spec = wall.message.body as RoundSpec;
  const near = Object.entries(story.calendar.years).filter(([year]) => Math.abs(Number(year) - spec.year) <= 1);
  const body: RoundSpec = {
    ...spec,
    id,
    key: roundKey(id),
    calendar: { ...story.calendar, years: Object.fromEntries(near) },
    agencies: AGENCIES.map((agency) => ({ agency, asks: ASKS })),
    cycle: 'cycle/brvt/brvt-kh54-2022/2024',
  };
  const key = `open:${id}`;
  const item = { ...wall, key, workflow: id, message: { ...wall.message, key, body } };
  return { item, id, key: body.key, agencies: AGENCIES };
}

/** An agency's whole report as its page hands it in: the state of each measure that was asked about. */
export function reportOf(agency: string, by: Actor, number: number): ObligationCommand {
  const measures = [...ASKS.measures, ...ASKS.endingMeasures].map((measure) => [measure, 'onTrack']);
  const receipt = `BN-2026-${String(number).padStart(4, '0')}`;
  const facts = { receipt, source: 'chat', actedOn: '2026-11-20', signed: false, ref: `text:${receipt}` } as const;
  return { do: 'submit', agency, by, ...facts, measures: Object.fromEntries(measures) };
}
