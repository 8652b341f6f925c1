import type { Day } from '../calendar/instant.ts';
import type { Effects } from '../engine/effects.ts';
import type { Message } from '../engine/message.ts';
import { deadlineOn } from '../obligation/deadline.ts';
import type { Asks } from '../obligation/obligation.ts';
import { asksOf } from '../plan/asks.ts';
import { planWorkflow, roundWorkflow } from '../plan/keys.ts';
import type { PlanState } from './plan-state.ts';
import type { RoundSpec } from './round.ts';
import { planPolicy } from './round-spec.ts';

/** A round that a person asks for: on request, on an event, a contribution, or reopened from before the start. */
export interface AskedRound extends Pick<RoundSpec, 'requirement' | 'kind' | 'year' | 'period' | 'reviewer'> {
  /** The round's part of its obligations' keys. */
  key: string;
  closesByLetter: boolean;
  agencies: string[];
  to: Day;
  ref: string | null;
  /** The one measure it asks about; absent: what the kind asks. */
  measure?: string;
  /** What each agency is asked, where neither measure nor kind says it. */
  asks?: (agency: string) => Asks;
  /** False: nobody asked, its first reminder tells of it. Default true: the agencies are told at once. */
  announced?: boolean;
  /** Marked urgent by whoever asked. Default false. */
  urgent?: boolean;
  reviewerRole?: RoundSpec['reviewerRole'];
  waiting?: RoundSpec['waiting'];
}

/** Opens it with the life of any other round: reminders, ladder, receipt; its end comes back to the plan. */
export function openAskedRound(state: PlanState, { at }: Pick<Message, 'at'>, asked: AskedRound, out: Effects): void {
  const { spec } = state;
  const { key, agencies, to, measure, asks: given, announced = true, urgent, reviewerRole, waiting, ...named } = asked;
  const id = roundWorkflow(spec.province, key);
  const workflow = planWorkflow(spec.province, spec.plan.id);
  const usual = (agency: string): Asks =>
    measure === undefined
      ? asksOf(spec.plan, named.kind, agency, named.year, state.measures)
      : { measures: [measure], endingMeasures: [], targets: [] };
  const body: RoundSpec = {
    ...named,
    id,
    key,
    province: spec.province,
    plan: spec.plan.id,
    coordinator: spec.plan.coordinator.id,
    leadership: spec.plan.leadership.id,
    policy: planPolicy(spec.plan, spec.policy),
    calendar: spec.calendar,
    deadline: deadlineOn(to),
    lockOn: to,
    agencies: agencies.map((agency) => ({ agency, asks: (given ?? usual)(agency) })),
    cycle: workflow,
    announced,
    ...(urgent === true ? { urgent } : {}),
    ...(reviewerRole === undefined ? {} : { reviewerRole }),
    ...(waiting === undefined ? {} : { waiting }),
  };
  state.asked.push(id);
  const open = `open:${id}`;
  out.agenda.push({ key: open, workflow: id, at, rank: 0, message: { kind: 'open', key: open, at, body } });
}
