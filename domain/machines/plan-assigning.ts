import type { Effects } from '../engine/effects.ts';
import type { Actor, Message } from '../engine/message.ts';
import { planWorkflow } from '../plan/keys.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlanState } from './plan-state.ts';

/** Names who takes the part of a measure's lead that the plan leaves to nobody; a later one replaces the earlier. */
export interface AssignCommand {
  do: 'assignMeasure';
  by: Actor;
  measure: string;
  agencies: string[];
  ref: string;
}

/** Only the coordinator settles what the plan leaves vague, and only that. */
export function checkAssigning({ spec: { plan } }: PlanState, command: AssignCommand): Refusal | null {
  const { by, agencies, ref } = command;
  const coordinates = by.roles.some((role) => role === 'coordinator' || role === 'head');
  if (by.agency !== plan.coordinator.id || !coordinates) return refuse('NOT_YOURS');
  const measure = plan.measures.find(({ no }) => no === command.measure);
  if (measure === undefined) return refuse('UNKNOWN_MEASURE', { measure: command.measure });
  if (measure.unassigned.length === 0) return refuse('MEASURE_ASSIGNED', { measure: measure.no });
  if (agencies.length === 0) return refuse('NOBODY_ASKED');
  return ref === '' ? refuse('REASON_MISSING') : null;
}

/** The named agencies lead it from now on: they are asked about it in the rounds that open after this. */
export function applyAssigning(state: PlanState, command: AssignCommand, message: Message, out: Effects): void {
  const { plan, province } = state.spec;
  const { measure, agencies, by, ref } = command;
  const assigned = [...new Set(agencies)];
  state.measures = { ...state.measures, [measure]: { ...state.measures[measure], assigned } };
  out.journal.push({
    key: `${planWorkflow(province, plan.id)}/measureAssigned/${message.key}`,
    at: message.at,
    kind: 'measureAssigned',
    plan: plan.id,
    round: null,
    agency: plan.coordinator.id,
    by,
    facts: { measure, agencies: assigned.join(',') },
    ref,
  });
}
