import { createDeliverActivities } from '../../activities/deliver.ts';
import type { Agenda } from '../../client/ports.ts';
import { instantOn } from '../../domain/calendar/instant.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { startEngine } from '../../worker/engine.ts';
import { REHEARSAL_LINKS } from '../../worker/rehearsal/rehearsal-links.ts';
import type { Measure, Run } from './measure.ts';
import { roundStart } from './rounds.ts';
import { quantile } from './statistics.ts';

const START = instantOn('2024-10-07', '05:00');
const END = instantOn('2024-12-31', '23:00');

/** The stepped clock: starts and ticks, one after the other, each with its rows in the database before the next. */
export const ticks: Measure = {
  name: 'ticks',
  async run(run) {
    const rows = [];
    for (const agencies of [10, 40]) rows.push(await advance(run, agencies));
    return [
      {
        title: 'The stepped clock through a quarter, nobody answers: six reminders and three rungs a round',
        head: ['agencies a round', 'rounds', 'starts/s', 'ticks/s', 'tick p50 ms', 'tick p99 ms', 'notices/s'],
        rows,
        notes: ['one driver, one item at a time; the directory holds nobody, so that sending costs little'],
      },
    ];
  },
};

async function advance({ ground: open, small, say }: Run, agencies: number): Promise<(string | number)[]> {
  const ground = await open();
  const rounds = small ? 10 : 100;
  const calendar = loadCalendar();
  const database = await ground.freshDatabase();
  const { db } = database;
  await createStoredClock(db).initialise('stepped', START);
  const took: { open: number[]; tick: number[] } = { open: [], tick: [] };
  const engine = await startEngine({
    database,
    target: await ground.freshTarget(),
    bundle: ground.bundle,
    deliver: createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: null,
      links: REHEARSAL_LINKS,
      calendar: () => calendar,
    }),
    agenda: (inner) => timing(inner, took),
  });
  const starts = Array.from({ length: rounds }, (_, number) =>
    roundStart({ name: `lan-${number}`, at: START, agencies, calendar, deadline: deadlineOn('2024-12-16') }),
  );
  await putOnAgendaOf(db, starts);
  say(`${rounds} rounds of ${agencies}`);
  await Promise.race([engine.driver?.advance(END), engine.failed]);
  const { count } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await engine.stop();
  const seconds = (values: number[]): number => values.reduce((sum, ms) => sum + ms, 0) / 1000;
  return [
    `${agencies}`,
    rounds,
    took.open.length / seconds(took.open),
    took.tick.length / seconds(took.tick),
    quantile(took.tick, 0.5),
    quantile(took.tick, 0.99),
    count / seconds(took.tick),
  ];
}

/** Measures a round's item from the moment the driver takes it to the moment it is settled. */
function timing(inner: Agenda, took: { open: number[]; tick: number[] }): Agenda {
  let began = 0;
  return {
    ...inner,
    async smallest(until) {
      began = performance.now();
      return inner.smallest(until);
    },
    async settle(item, outcome) {
      await inner.settle(item, outcome);
      const { kind } = item.message;
      if (item.workflow.startsWith('round/') && (kind === 'open' || kind === 'tick')) {
        took[kind].push(performance.now() - began);
      }
    },
  };
}
