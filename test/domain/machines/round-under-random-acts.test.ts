import '../../harness/property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type Instant, instantOn, msOf, plusMs } from '../../../domain/calendar/instant.ts';
import { addWorkingDays } from '../../../domain/calendar/working-days.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import type { Message } from '../../../domain/engine/message.ts';
import { type RoundSpec, type RoundState, roundMachine } from '../../../domain/machines/round.ts';
import type { Notice } from '../../../domain/notice/notice.ts';
import { deadlineOn } from '../../../domain/obligation/deadline.ts';
import { isDone, isOwing } from '../../../domain/obligation/obligation.ts';
import { plannedItems } from '../../../domain/obligation/planned.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const calendar = loadCalendar();
const AGENCIES = ['so-dl', 'so-yt', 'so-khcn'];
const START = instantOn('2024-10-01', '06:00');
const END = instantOn('2025-02-20', '06:00');

const spec = (closing: 'review' | 'letter'): RoundSpec => ({
  id: 'round/brvt/p/2024/r/2024',
  key: 'p/2024/r/2024',
  province: 'brvt',
  plan: 'p',
  requirement: 'r',
  kind: 'report',
  year: 2024,
  period: '2024',
  reviewer: closing === 'letter' ? 'ubnd-tinh' : 'so-khcn',
  closesByLetter: closing === 'letter',
  coordinator: 'so-khcn',
  leadership: 'ubnd-tinh',
  policy: DEFAULT_POLICY,
  calendar,
  deadline: deadlineOn('2024-11-05'),
  lockOn: '2024-11-12',
  agencies: AGENCIES.map((agency) => ({ agency, asks: { measures: [], endingMeasures: [], targets: [] } })),
  cycle: 'cycle/brvt/p/2024',
  announced: false,
  ref: null,
});

const ACTORS = [
  { person: 'a', agency: 'so-dl', roles: ['focalPoint'] },
  { person: 'b', agency: 'so-dl', roles: ['head'] },
  { person: 'c', agency: 'so-yt', roles: ['focalPoint', 'head'] },
  { person: 'd', agency: 'so-khcn', roles: ['reviewer', 'coordinator'] },
  { person: 'e', agency: 'so-khcn', roles: ['head', 'coordinator'] },
  { person: 'f', agency: 'ubnd-tinh', roles: ['leadership'] },
] as const;

const DOES = [
  'submit',
  'submit',
  'confirm',
  'recordLetter',
  'recordSent',
  'object',
  'accept',
  'return',
  'return',
  'requestExtension',
  'refuseExtension',
  'extend',
  'waive',
  'suspend',
  'resume',
  'lead',
  'lock',
  'unlock',
] as const;

/** Most steps try what the rules allow somebody just then, so that long lives are lived; some try anything. */
const step = fc.record({
  hours: fc.constantFrom(0, 0, 1, 5, 20, 30, 60, 120, 200),
  act: fc.constantFrom(...DOES, 'unreached', 'reached'),
  agency: fc.constantFrom(...AGENCIES),
  actor: fc.constantFrom(...ACTORS),
  byAnybody: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  daysOn: fc.integer({ min: 1, max: 20 }),
  answer: fc.constantFrom('seen', 'seen', 'direct', 'extend', 'waive'),
  signed: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
const life = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' });

function messageOf(state: RoundState, chosen: Step, key: string, at: Instant): Message {
  const { act, agency, daysOn, answer, signed } = chosen;
  if (act === 'unreached' || act === 'reached') {
    const body = { type: 'reach', agency, reached: act === 'reached', notice: key };
    return { kind: 'fact', key, at, body };
  }
  const to = addWorkingDays(calendar, dayOf(at), daysOn);
  const submission = { receipt: 'BN-2024-0001', source: 'chat', actedOn: dayOf(at), signed, measures: {} };
  const made = (by: (typeof ACTORS)[number]): Message => ({
    kind: 'command',
    key,
    at,
    body: { do: act, agency, by, ref: 'text', to, answer, sentOn: dayOf(at), ...submission },
  });
  if (chosen.byAnybody) return made(chosen.actor);
  const allowed = ACTORS.map(made).filter((message) => roundMachine.check(state, message) === null);
  return allowed.at(daysOn % Math.max(1, allowed.length)) ?? made(chosen.actor);
}

/** Does what is due until an instant, as the loop of every workflow does, and checks the law of the wake. */
function runUntil(state: RoundState, until: Instant, out: ReturnType<typeof noEffects>): void {
  for (let wake = roundMachine.wake(state); wake !== null && wake <= until; wake = roundMachine.wake(state)) {
    roundMachine.due(state, wake, wake, out);
    const next = roundMachine.wake(state);
    expect(next === null || next > wake, `the wake ${wake} stays`).toBe(true);
  }
}

function live(closing: 'review' | 'letter', steps: Step[]) {
  const out = noEffects();
  const state = roundMachine.open(spec(closing), START, out);
  const told: { notice: Notice; state: RoundState }[] = [];
  let acted = 0;
  let now = START;
  const note = (): void => {
    for (const notice of out.notices.slice(told.length)) told.push({ notice, state: structuredClone(state) });
  };
  steps.forEach((chosen, index) => {
    now = plusMs(now, chosen.hours * 3_600_000 + 1);
    runUntil(state, now, out);
    note();
    if (state.closed) return;
    const message = messageOf(state, chosen, `m${index}`, now);
    const before = JSON.stringify([state, out]);
    const refusal = roundMachine.check(state, message);
    const reply = roundMachine.apply(state, message, out);
    expect(isRefusal(reply)).toBe(refusal !== null);
    if (refusal) expect(JSON.stringify([state, out])).toBe(before);
    else if (message.kind === 'command') {
      acted += 1;
      expect(out.journal.length, 'every act leaves a line').toBeGreaterThan(
        (JSON.parse(before)[1].journal as []).length,
      );
    }
    note();
    checkState(state);
  });
  runUntil(state, END, out);
  note();
  checkState(state);
  return { state, out, told, acted };
}

/** What must hold after every step. */
function checkState(state: RoundState): void {
  for (const obligation of state.obligations) {
    if (isDone(obligation))
      expect(plannedItems(obligation, state.spec), 'nothing is planned for what is done').toEqual([]);
    if (obligation.review) expect(obligation.phase, 'a reviewer’s clock needs a submission').toBe('submitted');
    if (obligation.draftSince) expect(obligation.phase).toBe('submitted');
    if (obligation.suspendedSince) expect(isOwing(obligation, state.spec)).toBe(true);
    expect(obligation.deadlines.map(({ number }) => number)).toEqual(obligation.deadlines.map((_, index) => index + 1));
  }
}

describe.each(['review', 'letter'] as const)('a round that closes by %s, whatever people do', (closing) => {
  it('moves its wake, leaves a line for every act and plans nothing for what is done', () => {
    fc.assert(
      fc.property(life, (steps) => void live(closing, steps)),
      { numRuns: 80 },
    );
  });

  it('never uses a notice’s or a line’s key twice, so nothing that was said is lost', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { out } = live(closing, steps);
        const twice = (keys: string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);
        expect(twice(out.notices.map(({ key }) => key))).toEqual([]);
        expect(twice(out.journal.map(({ key }) => key))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('climbs each rung of a deadline once, in order, and never for one who has acted', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { told } = live(closing, steps);
        const climbed = new Map<string, number>();
        for (const { notice } of told) {
          if (notice.kind !== 'escalation') continue;
          const ladder = `${notice.about}/${notice.deadline}`;
          const rung = Number(notice.rung?.slice('rung-'.length));
          expect(rung).toBeGreaterThan(climbed.get(ladder) ?? 0);
          climbed.set(ladder, rung);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('sends at 08:00 of a working day after the decision, receipts apart', () => {
    fc.assert(
      fc.property(life, (steps) => {
        for (const { notice } of live(closing, steps).told) {
          if (notice.kind === 'receipt') expect(notice.slot).toBe(notice.at);
          else expect([notice.slot.slice(11, 16), msOf(notice.slot) > msOf(notice.at)]).toEqual(['08:00', true]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
