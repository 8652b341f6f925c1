import { describe, expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import { planMachine } from '../../../domain/machines/plan.ts';
import type { MoneyCommand } from '../../../domain/machines/plan-money.ts';
import type { PlanState } from '../../../domain/machines/plan-state.ts';
import type { RoundSpec } from '../../../domain/machines/round.ts';
import { aRequirement } from '../plan/plan-fixture.ts';
import { aPlanStarted } from './plan-started.ts';

const USUAL = 'round/tinh-thu/ke-hoach-thu/2024/settlement/2024';

/** Sở Y tế and Sở Du lịch report yearly; the year's money is asked about from 05/11/2024, until 17/12. */
describe('money of a year', () => {
  const started = () => aPlanStarted({ requirements: [aRequirement({ id: 'II.1' })] });
  let keys = 0;

  /** Records an amount at 09:00, after all that was due before. */
  function record(state: PlanState, day: string, change: Partial<MoneyCommand> = {}): void {
    asked(state, day);
    const body: MoneyCommand = {
      do: 'recordMoney',
      by: { person: 'p1', agency: 'so-khcn', roles: ['coordinator'] },
      step: 'allocation',
      year: 2024,
      agency: 'so-yt',
      measure: null,
      source: 'recurrent',
      amount: 90,
      document: 'số 1/QĐ-UBND ngày 01/02/2024',
      ref: 'text:1',
      ...change,
    };
    keys += 1;
    const message = { kind: 'command' as const, key: `k-${keys}`, at: instantOn(day, '09:00'), body };
    expect(planMachine.apply(state, message, noEffects())).toEqual({ ok: true });
  }

  /** Rounds about money that open until a day at 08:00: id, last day, and what each agency settles. */
  function asked(state: PlanState, until: string): [id: string, lastDayOn: string, settles: string[]][] {
    const out = noEffects();
    const now = instantOn(until, '08:00');
    for (let at = planMachine.wake(state); at !== null && at <= now; at = planMachine.wake(state))
      planMachine.due(state, at, at, out);
    return out.agenda
      .filter(({ workflow }) => workflow.startsWith('round/'))
      .map(({ workflow, message }) => {
        const { deadline, agencies } = message.body as RoundSpec;
        const settles = agencies.flatMap(({ agency, asks }) =>
          asks.settles?.map(({ source }) => `${agency} ${source}`),
        );
        return [workflow, deadline.lastDayOn, settles.flatMap((line) => line ?? [])];
      });
  }

  it('is asked of whoever was given it, who reports yearly too', () => {
    const state = started();
    record(state, '2024-10-01');
    expect(asked(state, '2024-11-04')).toEqual([]);
    expect(asked(state, '2024-11-05')).toEqual([[USUAL, '2024-12-17', ['so-yt recurrent']]]);
  });

  it('what comes later is asked about on the next morning, all of one day together', () => {
    const state = started();
    record(state, '2024-10-01');
    record(state, '2024-12-20', { agency: 'so-dl' });
    record(state, '2024-12-20', { source: 'investment' });
    expect(planMachine.wake(state)).toBe(instantOn('2024-12-21', '06:00'));
    const lines = ['so-dl recurrent', 'so-yt investment'];
    expect(asked(state, '2024-12-31')).toEqual([[`${USUAL}/2024-12-20`, '2025-01-06', lines]]);
    expect(planMachine.wake(state)).toBe(instantOn('2025-01-01', '05:00'));
  });

  it('what comes early enough is due with the year’s own', () => {
    const state = started();
    record(state, '2024-11-11');
    expect(asked(state, '2024-11-12')).toEqual([[`${USUAL}/2024-11-11`, '2024-12-17', ['so-yt recurrent']]]);
    expect(asked(state, '2024-12-31')).toEqual([]);
  });

  it('a corrected amount and one that is settled by the morning ask nobody', () => {
    const state = started();
    record(state, '2024-10-01');
    asked(state, '2024-11-05');
    record(state, '2024-12-20');
    record(state, '2024-12-20', { agency: 'so-dl' });
    record(state, '2024-12-20', { agency: 'so-dl', step: 'settlement' });
    expect(asked(state, '2024-12-31')).toEqual([]);
  });

  it('of a state stored before, in which the year was asked about, is asked about where it comes from now on', () => {
    const stored: PlanState = {
      ...started(),
      money: [{ year: 2024, agency: 'so-yt', measure: null, step: 'allocation', source: 'recurrent' }],
      moneyAsked: ['2024/settlement'],
      processedUntil: instantOn('2024-12-19', '09:00'),
    };
    const state = JSON.parse(JSON.stringify(stored)) as PlanState;
    record(state, '2024-12-20', { agency: 'so-dl' });
    expect(asked(state, '2024-12-31')).toEqual([[`${USUAL}/2024-12-20`, '2025-01-06', ['so-dl recurrent']]]);
  });
});
