import type { Effects } from '../engine/effects.ts';
import type { Actor, Message } from '../engine/message.ts';
import { planWorkflow } from '../plan/keys.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlanState, TargetAnswer } from './plan-state.ts';

export interface TargetCommand {
  do: 'settleTarget';
  by: Actor;
  target: string;
  /** The figure that growth is measured against; null: nothing new. */
  base: number | null;
  /** First year of a running total; null: nothing new. */
  from: number | null;
  /** Receipts that state the same thing; fewer than two: nothing new. */
  same: string[];
  /** Receipts that were marked as the same and are counted by themselves again. Default: none. */
  apart?: string[];
  ref: string;
}

/** Only the coordinator says what no plan prints. */
export function checkTarget({ spec: { plan }, targets }: PlanState, command: TargetCommand): Refusal | null {
  const { by, target, base, from, apart = [] } = command;
  const coordinates = by.roles.some((role) => role === 'coordinator' || role === 'head');
  if (by.agency !== plan.coordinator.id || !coordinates) return refuse('NOT_YOURS');
  if (!plan.targets.some(({ id, quantities }) => id === target && quantities.length > 0))
    return refuse('UNKNOWN_TARGET', { target });
  if (from !== null && (from < plan.period.from || from > plan.period.to))
    return refuse('YEAR_OUTSIDE', { from: String(plan.period.from), to: String(plan.period.to) });
  const marked = targets?.[target]?.same?.flat() ?? [];
  const unmarked = apart.find((receipt) => !marked.includes(receipt));
  if (unmarked !== undefined) return refuse('NOT_MARKED_SAME', { target, receipt: unmarked });
  if (base === null && from === null && command.same.length < 2 && apart.length === 0) return refuse('REASON_MISSING');
  return command.ref === '' ? refuse('REASON_MISSING') : null;
}

export function applyTarget(state: PlanState, command: TargetCommand, message: Message, out: Effects): void {
  const { plan, province } = state.spec;
  const { target, base, from, same, apart = [], by, ref } = command;
  const before = state.targets?.[target] ?? {};
  const groups = [...withoutReceipts(before.same ?? [], apart), ...(same.length < 2 ? [] : [same])];
  const next: TargetAnswer = {
    ...before,
    ...(base === null ? {} : { base }),
    ...(from === null ? {} : { from }),
    ...(same.length < 2 && apart.length === 0 ? {} : { same: groups }),
  };
  state.targets = { ...state.targets, [target]: next };
  out.journal.push({
    key: `${planWorkflow(province, plan.id)}/targetSettled/${message.key}`,
    at: message.at,
    kind: 'targetSettled',
    plan: plan.id,
    round: null,
    agency: by.agency,
    by,
    facts: { target, base, from, same: same.join(','), ...(apart.length === 0 ? {} : { apart: apart.join(',') }) },
    ref,
  });
}

/** A group of which fewer than two are left says nothing any more. */
function withoutReceipts(groups: string[][], receipts: string[]): string[][] {
  if (receipts.length === 0) return groups;
  return groups
    .map((group) => group.filter((receipt) => !receipts.includes(receipt)))
    .filter((group) => group.length > 1);
}
