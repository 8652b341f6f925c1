import type { Effects } from '../engine/effects.ts';
import type { Actor, Message } from '../engine/message.ts';
import type { MoneySource } from '../form/form.ts';
import { planWorkflow } from '../plan/keys.ts';
import { type RecordedMoney, samePlace } from '../plan/money-question.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { lateOn } from './plan-money-asked.ts';
import type { PlanState } from './plan-state.ts';

/** Money given to an agency, or spent and settled by it: recorded when it happens, for no plan prints a day. */
export interface MoneyCommand {
  do: 'recordMoney';
  by: Actor;
  step: 'allocation' | 'settlement';
  /** Budget year. */
  year: number;
  agency: string;
  /** Number of the measure it is for; null = the agency's part of the plan as a whole. */
  measure: string | null;
  source: MoneySource;
  /** Whole đồng. */
  amount: number;
  /** Number and day of the document that says so: the figure's receipt. */
  document: string;
  ref: string;
}

/** The coordinator records, and whoever owes that step by the plan. */
export function checkMoney(state: PlanState, command: MoneyCommand): Refusal | null {
  const { plan } = state.spec;
  const { by } = command;
  const coordinates =
    by.agency === plan.coordinator.id && by.roles.some((role) => role === 'coordinator' || role === 'head');
  const owes = plan.requirements.some(
    ({ kind, owedBy }) => (kind === command.step || kind === 'allocation') && owedBy.some(({ id }) => id === by.agency),
  );
  const acts = by.roles.some((role) => role === 'focalPoint' || role === 'head' || role === 'reviewer');
  if (!coordinates && !(owes && acts)) return refuse('NOT_YOURS');
  if (command.document.trim() === '') return refuse('DOCUMENT_MISSING');
  if (!Number.isSafeInteger(command.amount) || command.amount < 0) return refuse('AMOUNT_WRONG');
  if (command.year < plan.period.from || command.year > plan.period.to)
    return refuse('YEAR_OUTSIDE', { from: String(plan.period.from), to: String(plan.period.to) });
  const { measure } = command;
  return measure !== null && !plan.measures.some(({ no }) => no === measure)
    ? refuse('UNKNOWN_MEASURE', { measure })
    : null;
}

/** A line of the journal; a later one for the same year, agency, measure and source replaces it in every sum. */
export function applyMoney(state: PlanState, command: MoneyCommand, message: Message, out: Effects): void {
  const { plan, province } = state.spec;
  const { step, year, agency, measure, source, amount, document, by, ref } = command;
  keep(state, { year, step, agency, measure, source }, message);
  const kind = step === 'allocation' ? 'allocationRecorded' : 'settlementRecorded';
  out.journal.push({
    key: `${planWorkflow(province, plan.id)}/${kind}/${message.key}`,
    at: message.at,
    kind,
    plan: plan.id,
    round: null,
    agency,
    by,
    facts: { year, measure, source, amount, document },
    ref,
  });
}

/** A corrected amount is no new money: it is asked about as the first was. */
function keep(state: PlanState, money: RecordedMoney, { at }: Message): void {
  const before = state.money ?? [];
  if (before.some((other) => other.step === money.step && samePlace(other, money))) return;
  const late = money.step === 'allocation' ? lateOn(state, money.year, at) : null;
  state.money = [...before, late === null ? money : { ...money, lateOn: late }];
}
