import { dealtWith } from '../../domain/obligation/dealt-with.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { KeptActRecord, ObligationRecord } from '../../store/desk-reader.ts';
import { actDone } from '../../wording/act-done.ts';
import { actRecorded, actRefused } from '../../wording/dialogue/kept-act.ts';
import { OBLIGATION_LABEL, RECEIPT_LABEL } from '../../wording/dialogue/receipt.ts';
import { refusalText } from '../../wording/refusal.ts';
import { isAboutObligation } from '../dialogue/items.ts';
import type { Reply, ReplyLink, WorkItem } from '../dialogue/types.ts';
import { agencyName } from './actor.ts';
import { nameOf } from './report-facts.ts';

export function isSettled({ status }: KeptActRecord): boolean {
  return status !== 'waiting';
}

/** Without what the person has just dealt with and the house has yet to record: nobody is asked the same twice. */
export function stillWaiting(items: WorkItem[], acts: KeptActRecord[]): WorkItem[] {
  const done = dealtWith(acts);
  return items.filter((item) => !done.includes(isAboutObligation(item) ? item.obligation : item.obstacle));
}

/** What became of an act, as its person reads it later. */
export function outcomeReply(
  { at, facts, refusal }: KeptActRecord,
  duty: ObligationRecord | null,
  plans: Plan[],
  roster: Roster,
): Reply {
  if (refusal !== null) return { kind: 'error', title: actRefused(at), lines: [refusalText(refusal)] };
  const plan = plans.find(({ id }) => id === duty?.plan);
  const { act, to, receipt, obligation } = facts;
  const what = duty && plan ? nameOf(plan, duty) : null;
  const links: ReplyLink[] = [
    ...(receipt === null ? [] : [{ to: 'receipt' as const, number: receipt, label: RECEIPT_LABEL }]),
    ...(obligation === null ? [] : [{ to: 'obligation' as const, obligation, label: OBLIGATION_LABEL }]),
  ];
  const agency = duty && agencyName(roster, duty.agency);
  return { kind: 'info', title: actRecorded(at), lines: [actDone({ do: act, agency, what, to, receipt })], links };
}
