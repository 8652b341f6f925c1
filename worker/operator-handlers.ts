import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Act, Perform } from '../client/act.ts';
import { type Day, dayOf, type Instant } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Actor } from '../domain/engine/message.ts';
import { defaultTriggerDay } from '../domain/machines/plan-asking.ts';
import { roundWorkflow } from '../domain/plan/keys.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { holdersOf, type Roster, rolesOf } from '../domain/roster/roster.ts';
import { noCoordinator, unknownAgency, unknownPlan } from '../wording/operator/asking.ts';
import { refusalText } from '../wording/refusal.ts';
import type { OperatorHandlers } from './operator-door.ts';

/** What the commands that act for the coordinator need of the running program. */
export interface AskingPorts {
  perform: Perform;
  /** Plans at work. */
  plans(): Promise<Plan[]>;
  roster(): Promise<Roster>;
  calendar(): WorkCalendar;
  now(): Promise<Instant>;
}

/** A round that was opened on somebody's word. */
export interface Asked {
  /** `kept`: in the database; it opens as soon as the process that decides is back. */
  status: 'done' | 'kept';
  at: Instant;
  round: string;
  lastDayOn: Day;
  agencies: { id: string; name: string }[];
}

const requestBody = z.object({
  plan: z.string(),
  agencies: z.array(z.string()),
  due: z.iso.date(),
  text: z.string(),
  document: z.string(),
  measure: z.string().nullable(),
  urgent: z.boolean(),
});

const triggerBody = z.object({
  plan: z.string(),
  measure: z.string(),
  due: z.iso.date().nullable(),
  text: z.string(),
  document: z.string(),
  urgent: z.boolean(),
});

/** `request` and `trigger` of the operator's door: acts of the coordinator who holds the post today. */
export function askingHandlers(ports: AskingPorts): OperatorHandlers {
  return {
    request: async (given) => {
      const { plan: id, due: to, ...body } = requestBody.parse(given);
      const { plan, key } = await begin(ports, id);
      const roster = await ports.roster();
      const unknown = body.agencies.find((agency) => !roster.agencies.some((each) => each.id === agency));
      if (unknown !== undefined) throw new Error(unknownAgency(unknown, roster.agencies));
      const status = await act(ports, plan, key, { do: 'request', plan: id, to, ...body });
      return asked(ports, plan, { status, kind: 'request', key, to, agencies: body.agencies });
    },
    trigger: async (given) => {
      const { plan: id, due, ...body } = triggerBody.parse(given);
      const { plan, key } = await begin(ports, id);
      const to = due ?? defaultTriggerDay(ports.calendar(), dayOf(await ports.now()));
      const status = await act(ports, plan, key, { do: 'trigger', plan: id, to, ...body });
      const leads = plan.measures.find(({ no }) => no === body.measure)?.leads ?? [];
      return asked(ports, plan, { status, kind: 'trigger', key, to, agencies: leads.map((lead) => lead.id) });
    },
  };
}

/** Does what the coordinator would do on a page. @throws Error with the refusal's sentence, or where the plan is unknown. */
export async function actForCoordinator(ports: AskingPorts, id: string, what: Act): Promise<Asked['status']> {
  const { plan, key } = await begin(ports, id);
  return act(ports, plan, key, what);
}

/** The plan that a command names, and a name for the act that never comes again. @throws Error where it is unknown. */
export async function begin({ plans }: AskingPorts, id: string): Promise<{ plan: Plan; key: string }> {
  const known = await plans();
  const plan = known.find((each) => each.id === id);
  if (plan === undefined) throw new Error(unknownPlan(id, known));
  return { plan, key: `cli-${randomUUID().slice(0, 8)}` };
}

async function act(ports: AskingPorts, plan: Plan, key: string, what: Act): Promise<Asked['status']> {
  const actor = await coordinatorOf(ports, plan);
  const outcome = await ports.perform({ actor, channel: 'cli', key }, what);
  if (outcome.kind === 'refused') throw new Error(refusalText(outcome.refusal));
  return outcome.kind;
}

/** The first who acts as coordinator today, with the roles he holds in that agency. */
async function coordinatorOf({ roster, now }: AskingPorts, plan: Plan): Promise<Actor> {
  const directory = await roster();
  const today = dayOf(await now());
  const agency = plan.coordinator.id;
  const [holder] = holdersOf(directory, agency, 'coordinator', today);
  if (holder === undefined) throw new Error(noCoordinator(plan.coordinator.name));
  const { person } = holder;
  const roles = rolesOf(directory, person, today).flatMap((each) => (each.agency === agency ? [each.role] : []));
  return { person, agency, roles };
}

/** What became of asking, with the round that was opened. */
export async function asked(
  ports: AskingPorts,
  plan: Plan,
  given: {
    status: Asked['status'];
    kind: 'request' | 'trigger' | 'contribution';
    key: string;
    to: Day;
    agencies: string[];
  },
): Promise<Asked> {
  const { agencies: known } = await ports.roster();
  const { status, kind, key, to, agencies } = given;
  return {
    status,
    at: await ports.now(),
    round: roundWorkflow(plan.province, `${plan.id}/${to.slice(0, 4)}/${kind}/${key}`),
    lastDayOn: to,
    agencies: agencies.map((id) => ({ id, name: known.find((agency) => agency.id === id)?.name ?? id })),
  };
}
