import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Actor } from '../../domain/engine/message.ts';
import { partsOffer } from '../../domain/obligation/ask-parts.ts';
import { checkCommand } from '../../domain/obligation/check-command.ts';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { currentDeadline, isDone, lastSubmission } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { ObligationAct, ObligationView } from '../pages/obligation.tsx';
import { contextOf, type Desk, type Live } from './desk.ts';

/** Acts whose place is kept while they wait for something: the reader learns for what. */
const AWAITED: ObligationAct[] = ['accept', 'return'];
/** Acts that a locked round does not take. */
const LOCKED: ObligationAct[] = ['answer', 'recordOnBehalf', 'return'];

/** Refusals that say who may not: the act is no matter of this reader. */
const NOT_HIS: RefusalCode[] = ['NOT_YOURS', 'OWN_REPORT', 'NEEDS_LETTER'];

/** What a reader can do with a duty now: each act is put to the rules themselves, as done by him. */
export function dutyActs(desk: Desk, actor: Actor, plan: Plan, row: Live, locked: boolean): ObligationView['acts'] {
  if (isDone(row.state)) return [];
  const acts: ObligationView['acts'] = [];
  for (const [act, command] of commandsOf(desk, actor, row)) {
    const refusal = checkCommand(row.state, command, desk.now, contextOf(desk, plan, row));
    if (refusal !== null && NOT_HIS.includes(refusal.refused)) continue;
    if (locked && LOCKED.includes(act)) acts.push({ act, ready: false, when: 'khi kỳ được mở khóa' });
    else if (refusal === null) acts.push({ act, ready: true, when: null });
    else if (AWAITED.includes(act)) {
      const when = whenOf(row, refusal.refused);
      if (when !== null) acts.push({ act, ready: false, when });
    }
  }
  if (asksParts(desk, actor, plan, row)) acts.push({ act: 'askParts', ready: true, when: null });
  return [...acts, { act: 'raiseObstacle', ready: true, when: null }];
}

/** The lead's own office asks others for their parts. */
function asksParts(desk: Desk, { agency, roles }: Actor, plan: Plan, row: Live): boolean {
  const own = agency === row.agency && roles.some((role) => role === 'focalPoint' || role === 'head');
  return own && partsOffer(plan, row, desk.roster.agencies, desk.calendar, desk.now) !== null;
}

function whenOf({ state }: Live, refused: string): string | null {
  if (refused === 'NOTHING_SUBMITTED') return `khi có bản ${state.submissions.length + 1}`;
  if (refused === 'NOT_OFFICIAL') return `khi bản ${lastSubmission(state)?.number ?? 1} có giá trị chính thức`;
  return null;
}

function commandsOf(
  desk: Desk,
  { person, agency: from, roles }: Actor,
  row: Live,
): [ObligationAct, ObligationCommand][] {
  const { agency } = row;
  const { lastDayOn } = currentDeadline(row.state);
  const to = addWorkingDays(desk.calendar, lastDayOn > desk.today ? lastDayOn : desk.today, 1);
  const ref = 'words';
  const base = { agency, by: { person, agency: from, roles } };
  const submit = { do: 'submit' as const, receipt: '', actedOn: desk.today, signed: false, measures: {}, ref };
  return [
    ['accept', { ...base, do: 'accept', ref: null }],
    ['return', { ...base, do: 'return', ref }],
    ['confirm', { ...base, do: 'confirm' }],
    ['answer', { ...base, ...submit, source: 'page' }],
    ['recordLetter', { ...base, do: 'recordLetter', ref }],
    ['recordSent', { ...base, do: 'recordSent', ref, sentOn: desk.today }],
    ['extend', { ...base, do: 'extend', to, ref }],
    ['refuseExtension', { ...base, do: 'refuseExtension', ref }],
    ['requestExtension', { ...base, do: 'requestExtension', to, ref }],
    ['recordOnBehalf', { ...base, ...submit, source: 'phone' }],
    ['object', { ...base, do: 'object', ref }],
    ['waive', { ...base, do: 'waive', ref }],
    ['suspend', { ...base, do: 'suspend', ref }],
    ['resume', { ...base, do: 'resume', ref: null }],
  ];
}
