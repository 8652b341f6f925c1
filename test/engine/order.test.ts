import { expect, it } from 'vitest';
import type { Agenda } from '../../client/ports.ts';
import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import type { RoundSpec } from '../../domain/machines/round.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { createInbox } from '../../store/inbox-store.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { at, openStory } from '../harness/story.ts';

const ROUNDS = 64;
const PLAN = 'brvt-kh54-2022';

/** A round of one duty that its own head closes; its end is a fact for the plan. */
function round(number: number, calendar: RoundSpec['calendar'], opensAt: Instant): AgendaItem {
  const key = `${PLAN}/2024/order/${number}`;
  const id = `round/brvt/${key}`;
  const body: RoundSpec = {
    id,
    key,
    province: 'brvt',
    plan: PLAN,
    requirement: 'order',
    kind: 'request',
    year: 2024,
    period: String(number),
    reviewer: 'so-dl',
    closesByLetter: false,
    coordinator: 'so-khcn',
    leadership: 'ubnd-tinh',
    policy: { ...DEFAULT_POLICY, reminders: [0] },
    calendar,
    deadline: deadlineOn('2024-10-18'),
    lockOn: '2024-10-25',
    agencies: [{ agency: 'so-dl', asks: { measures: [], endingMeasures: [], targets: [] } }],
    cycle: `plan/brvt/${PLAN}`,
    announced: true,
    ref: null,
  };
  const message = { kind: 'open' as const, key: `open:${id}`, at: opensAt, body };
  return { key: `open:${id}`, workflow: id, at: opensAt, rank: 0, message };
}

it('64 starts and 64 facts with every write 50 ms slower: none is overtaken, nothing is written out of order', async () => {
  const carried: AgendaItem[] = [];
  const story = await openStory({
    start: '2024-10-14T07:30',
    plans: [PLAN],
    slowWritesMs: 50,
    agenda: (agenda: Agenda) => ({
      ...agenda,
      async smallest(until) {
        const item = await agenda.smallest(until);
        if (item) carried.push(item);
        return item;
      },
    }),
  });
  const { db } = story.database;
  carried.length = 0;
  const inbox = createInbox(db);
  const starts = Array.from({ length: ROUNDS }, (_, number) =>
    round(number, story.calendar, plusMs(at('2024-10-14 08:30'), (number % 16) * 60_000)),
  );
  await putOnAgendaOf(db, starts);
  for (const [number, { workflow }] of starts.entries()) {
    const when = plusMs(at('2024-10-15 09:00'), (number % 16) * 60_000);
    const key = `submit-${number}`;
    const by = { person: 'p06', agency: 'so-dl', roles: ['head'] };
    const facts = { receipt: key, source: 'chat', actedOn: '2024-10-15', signed: false, measures: {}, ref: 'text' };
    const message = { kind: 'command' as const, key, at: when, body: { do: 'submit', agency: 'so-dl', by, ...facts } };
    await inbox.post({ key, channel: 'story', person: 'p06', workflow, message });
  }
  await story.advance('2024-10-15 12:00');

  const kinds = (kind: string): AgendaItem[] => carried.filter(({ message }) => message.kind === kind);
  expect(kinds('open').length).toBeGreaterThanOrEqual(ROUNDS);
  expect(kinds('fact')).toHaveLength(ROUNDS);
  expect(kinds('command')).toHaveLength(ROUNDS);
  const overtaken = carried.filter(({ at: when }, index) => when < (carried[index - 1]?.at ?? ''));
  expect(overtaken).toEqual([]);
  for (const table of ['journal', 'notice'] as const) {
    const rows = await db.selectFrom(table).select('at').orderBy('seq').execute();
    const instants = rows.map((row) => row.at);
    expect(instants).toEqual([...instants].sort());
  }
  const closed = await db
    .selectFrom('workflow')
    .select('workflow')
    .where('type', '=', 'round')
    .where('closed', '=', true)
    .execute();
  expect(closed).toHaveLength(ROUNDS);
  expect(await db.selectFrom('agenda').select('key').execute()).toEqual([]);
  await story.close();
});
