import { describe, expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import type { Reply } from '../../../domain/engine/message.ts';
import { planMachine } from '../../../domain/machines/plan.ts';
import type { AskingCommand } from '../../../domain/machines/plan-asking.ts';
import type { PlanState } from '../../../domain/machines/plan-state.ts';
import { aMeasure, DL, YT } from '../plan/plan-fixture.ts';
import { aPlanStarted } from './plan-started.ts';

type Contribute = Extract<AskingCommand, { do: 'contribute' }>;
type Change = Partial<Omit<Contribute, 'known'>> & { known?: string[] | null };

const ROUND = (id: string) => `round/tinh-thu/ke-hoach-thu/2024/contribution/${id}`;
const AT = instantOn('2024-03-01', '09:00');

/** Sở Y tế leads both measures and asks others for their parts, for its report of 2024. */
describe('parts asked for twice', () => {
  const started = () =>
    aPlanStarted({ measures: [aMeasure('1', [YT], { kind: 'yearly' }), aMeasure('2', [YT, DL], { kind: 'yearly' })] });

  /** `known` null: a command of the time before it was asked. */
  function asks(
    state: PlanState,
    id: string,
    { known = [], ...change }: Change = {},
  ): { reply: Reply; opened: string[] } {
    const body: Contribute = {
      do: 'contribute',
      by: { person: 'p1', agency: 'so-yt', roles: ['focalPoint'] },
      id,
      measure: '1',
      obligation: 'ke-hoach-thu/2024/II.1/2024/so-yt',
      agencies: ['so-a', 'so-b'],
      to: '2024-03-08',
      ownLastDayOn: '2024-11-05',
      ...(known === null ? {} : { known }),
      ref: `text:${id}`,
      ...change,
    };
    const out = noEffects();
    const reply = planMachine.apply(state, { kind: 'command', key: id, at: AT, body }, out);
    return { reply, opened: out.agenda.map(({ workflow }) => workflow) };
  }

  const REFUSED = { refused: 'PART_ASKED', facts: { measure: '1', agency: 'so-b' } };

  it('without having seen the first round open no second one', () => {
    const state = started();
    expect(asks(state, 'a').opened).toEqual([ROUND('a')]);
    expect(asks(state, 'b', { agencies: ['so-c', 'so-b'] })).toEqual({ reply: REFUSED, opened: [] });
    expect(state.asked).toEqual([ROUND('a')]);
  });

  it.each<[label: string, change: Change]>([
    ['whoever knew of the round, such as of a part that came', { known: [ROUND('a')] }],
    ['for another measure', { measure: '2' }],
    ['for another obligation', { obligation: 'ke-hoach-thu/2024/progress/2024-06/so-yt' }],
    ['of other agencies', { agencies: ['so-c'] }],
  ])('%s: another round opens', (_label, change) => {
    const state = started();
    asks(state, 'a');
    expect(asks(state, 'b', change)).toEqual({ reply: { ok: true }, opened: [ROUND('b')] });
  });

  it('a round that has closed is forgotten', () => {
    const state = started();
    asks(state, 'a');
    const body = { type: 'roundClosed', round: ROUND('a'), requirement: 'contribution', period: 'a', measures: {} };
    planMachine.apply(state, { kind: 'fact', key: 'closed', at: AT, body }, noEffects());
    expect(state.parts).toEqual({});
    expect(asks(state, 'b').reply).toEqual({ ok: true });
  });

  it('of a state or a command stored before nothing is compared', () => {
    const state = started();
    asks(state, 'a');
    expect(asks(state, 'b', { known: null }).reply).toEqual({ ok: true });
    const { parts: _, ...stored } = state;
    expect(asks(stored, 'c').reply).toEqual({ ok: true });
  });
});
