import { afterEach, describe, expect, it } from 'vitest';
import type { Batch } from '../../domain/engine/effects.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Database } from '../../store/database.ts';
import { createLedger } from '../../store/ledger.ts';
import { testEngines } from '../harness/database.ts';
import { at } from '../harness/story.ts';

const ROUND = 'round/brvt/brvt-kh54-2022/2024/IV.2.đ/2024';
const DUTY = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl/1';
let database: Database;
afterEach(() => database.close());

function rung(n: number): Notice {
  return {
    key: `${DUTY}/rung-${n}`,
    kind: 'escalation',
    at: at('2024-11-06 07:00'),
    slot: at('2024-11-06 08:00'),
    to: { agency: 'so-dl', role: 'head' },
    plan: 'brvt-kh54-2022',
    round: ROUND,
    about: 'so-dl',
    deadline: 1,
    rung: `rung-${n}`,
    late: false,
    facts: {},
    ref: null,
  };
}

function passedOver(n: number): Batch['journal'][number] {
  const key = `${DUTY}/collapsed-rung-${n}`;
  const who = { plan: 'brvt-kh54-2022', round: ROUND, agency: 'so-dl', by: null };
  return { key, at: at('2024-11-06 07:00'), kind: 'collapsed', ...who, facts: {}, ref: null };
}

function batch(more: Partial<Batch>): Batch {
  const workflow = { workflow: ROUND, type: 'round' as const, province: 'brvt', plan: 'brvt-kh54-2022' };
  return {
    acks: [],
    journal: [],
    notices: [],
    agenda: [],
    obligations: [],
    calls: [],
    workflow: { ...workflow, phase: 'collecting', closed: false, state: {} },
    n: 2,
    at: at('2024-11-06 07:00'),
    wake: null,
    ...more,
  };
}

describe.each(testEngines())('a task that ran, was cut off and runs again much later, on the $name', ({ open }) => {
  it('does not call passed over what its first run told; what nobody was told stays passed over', async () => {
    database = await open();
    const { write } = createLedger(database.db);
    await write(batch({ notices: [rung(1)] }));
    await write(batch({ journal: [passedOver(1), passedOver(2)], notices: [rung(3)] }));
    const told = await database.db.selectFrom('notice').select('key').orderBy('key').execute();
    expect(told.map(({ key }) => key)).toEqual([`${DUTY}/rung-1`, `${DUTY}/rung-3`]);
    const lines = await database.db.selectFrom('journal').select('key').execute();
    expect(lines).toEqual([{ key: `${DUTY}/collapsed-rung-2` }]);
  });
});
