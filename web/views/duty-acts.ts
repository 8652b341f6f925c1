import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Actor } from '../../domain/engine/message.ts';
import { checkCommand } from '../../domain/obligation/check-command.ts';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { currentDeadline, isDone, lastSubmission } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ObligationAct, ObligationView } from '../pages/obligation.tsx';
import { contextOf, type Desk, type Live } from './desk.ts';

/** Acts whose place is kept while they wait for something: the reader learns for what. */
const AWAITED: ObligationAct[] = ['accept', 'return'];
/** Acts that a locked round does not take. */
const LOCKED: ObligationAct[] = ['answer', 'recordOnBehalf', 'return'];

/**
 * What can be done with a duty now, whoever may do it: each act is put to the rules themselves, by somebody who holds
 * the right post. Who may is the matter of web/access.ts.
 */
export function dutyActs(desk: Desk, plan: Plan, row: Live, locked: boolean): ObligationView['acts'] {
  if (isDone(row.state)) return [];
  const acts: ObligationView['acts'] = [];
  for (const [act, command] of commandsOf(desk, plan, row)) {
    const refusal = checkCommand(row.state, command, desk.now, contextOf(desk, plan, row));
    if (locked && LOCKED.includes(act)) acts.push({ act, ready: false, when: 'khi kỳ được mở khóa' });
    else if (refusal === null) acts.push({ act, ready: true, when: null });
    else if (AWAITED.includes(act)) {
      const when = whenOf(row, refusal.refused);
      if (when !== null) acts.push({ act, ready: false, when });
    }
  }
  return [...acts, { act: 'raiseObstacle', ready: true, when: null }];
}

function whenOf({ state }: Live, refused: string): string | null {
  if (refused === 'NOTHING_SUBMITTED') return `khi có bản ${state.submissions.length + 1}`;
  if (refused === 'NOT_OFFICIAL') return `khi bản ${lastSubmission(state)?.number ?? 1} có giá trị chính thức`;
  return null;
}

function commandsOf(desk: Desk, plan: Plan, row: Live): [ObligationAct, ObligationCommand][] {
  const { agency } = row;
  const own: Actor = { person: '', agency, roles: ['focalPoint', 'head'] };
  const receiver: Actor = {
    person: '',
    agency: row.reviewer ?? plan.coordinator.id,
    roles: ['reviewer', 'coordinator', 'head'],
  };
  const office: Actor = { person: '', agency: plan.coordinator.id, roles: ['coordinator', 'head'] };
  const { lastDayOn } = currentDeadline(row.state);
  const to = addWorkingDays(desk.calendar, lastDayOn > desk.today ? lastDayOn : desk.today, 1);
  const ref = 'words';
  const submit = { do: 'submit' as const, receipt: '', actedOn: desk.today, signed: false, measures: {}, ref };
  return [
    ['accept', { agency, by: receiver, do: 'accept', ref: null }],
    ['return', { agency, by: receiver, do: 'return', ref }],
    ['confirm', { agency, by: own, do: 'confirm' }],
    ['answer', { agency, by: own, ...submit, source: 'page' }],
    ['recordLetter', { agency, by: own, do: 'recordLetter', ref }],
    ['recordSent', { agency, by: own, do: 'recordSent', ref, sentOn: desk.today }],
    ['extend', { agency, by: receiver, do: 'extend', to, ref }],
    ['refuseExtension', { agency, by: receiver, do: 'refuseExtension', ref }],
    ['requestExtension', { agency, by: own, do: 'requestExtension', to, ref }],
    ['recordOnBehalf', { agency, by: office, ...submit, source: 'phone' }],
    ['object', { agency, by: own, do: 'object', ref }],
    ['waive', { agency, by: receiver, do: 'waive', ref }],
    ['suspend', { agency, by: receiver, do: 'suspend', ref }],
    ['resume', { agency, by: receiver, do: 'resume', ref: null }],
  ];
}
