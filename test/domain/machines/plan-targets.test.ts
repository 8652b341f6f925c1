import { describe, expect, it } from 'vitest';
import { noEffects } from '../../../domain/engine/effects.ts';
import { planMachine } from '../../../domain/machines/plan.ts';
import type { PlanState } from '../../../domain/machines/plan-state.ts';
import type { TargetCommand } from '../../../domain/machines/plan-targets.ts';
import { aPlanStarted } from './plan-started.ts';

const COORDINATOR: TargetCommand['by'] = { person: 'p1', agency: 'so-khcn', roles: ['coordinator'] };

function settled(state: PlanState, change: Partial<TargetCommand>) {
  const body: TargetCommand = {
    do: 'settleTarget',
    by: COORDINATOR,
    target: 'a.1',
    base: null,
    from: null,
    same: [],
    ref: 'text:1',
    ...change,
  };
  const out = noEffects();
  const at = '2024-03-01T09:00:00.000+07:00';
  const reply = planMachine.apply(state, { kind: 'command', key: `k-${Object.keys(change).join()}`, at, body }, out);
  return { reply, groups: state.targets?.['a.1']?.same, journal: out.journal.map(({ facts }) => facts) };
}

describe('parts of a target that state the same thing', () => {
  const started = () =>
    aPlanStarted({
      targets: [
        {
          id: 'a.1',
          year: null,
          everyYear: false,
          yearDefault: false,
          text: 'Tối thiểu 100 doanh nghiệp được hỗ trợ',
          printed: 'Tối thiểu 100 doanh nghiệp được hỗ trợ',
          quantities: [{ comparator: 'atLeast', value: 100, max: null, unit: 'doanh nghiệp' }],
          contribution: false,
        },
      ],
    });

  it('are marked, and one of three is taken out: the others stay together', () => {
    const state = started();
    expect(settled(state, { same: ['BN-1', 'BN-2', 'BN-3'] }).groups).toEqual([['BN-1', 'BN-2', 'BN-3']]);
    const { reply, groups, journal } = settled(state, { apart: ['BN-3'] });
    expect(reply).toEqual({ ok: true });
    expect(groups).toEqual([['BN-1', 'BN-2']]);
    expect(journal).toEqual([{ target: 'a.1', base: null, from: null, same: '', apart: 'BN-3' }]);
  });

  it('a group of one says nothing and goes; what was never marked is refused', () => {
    const state = started();
    settled(state, { same: ['BN-1', 'BN-2'] });
    expect(settled(state, { apart: ['BN-2'] }).groups).toEqual([]);
    const { reply, journal } = settled(state, { apart: ['BN-2'] });
    expect(reply).toEqual({ refused: 'NOT_MARKED_SAME', facts: { target: 'a.1', receipt: 'BN-2' } });
    expect(journal).toEqual([]);
  });

  it('can be marked anew after that, and a first year alone leaves the marks as they are', () => {
    const state = started();
    settled(state, { same: ['BN-1', 'BN-2'] });
    expect(settled(state, { apart: ['BN-1'], same: ['BN-1', 'BN-4'] }).groups).toEqual([['BN-1', 'BN-4']]);
    expect(settled(state, { from: 2024 }).groups).toEqual([['BN-1', 'BN-4']]);
  });
});
