import { z } from 'zod';
import { type Day, dayOf } from '../domain/calendar/instant.ts';
import type { Actor } from '../domain/engine/message.ts';
import { cooperatingAgencies } from '../domain/plan/cooperating.ts';
import { leadsOf } from '../domain/plan/measure-leads.ts';
import { type Agency, holdersOf, type Roster, rolesOf } from '../domain/roster/roster.ts';
import type { DeskReader } from '../store/desk-reader.ts';
import { planFacts } from '../web/views/plan-facts.ts';
import {
  nobodyAnswers,
  noDutyAfter,
  notCooperating,
  notLead,
  unknownAgency,
  unknownMeasure,
} from '../wording/operator/asking.ts';
import { refusalText } from '../wording/refusal.ts';
import type { OperatorHandlers } from './operator-door.ts';
import { type AskingPorts, asked, begin } from './operator-handlers.ts';

const contributionBody = z.object({
  plan: z.string(),
  measure: z.string(),
  lead: z.string(),
  agencies: z.array(z.string()),
  due: z.iso.date(),
  text: z.string(),
  obligation: z.string().nullable(),
});

/** `contribution` of the operator's door: an act of the lead's own specialist, or of his head where nobody holds that post. */
export function contributionHandlers(
  ports: AskingPorts & { reader: Pick<DeskReader, 'obligations' | 'workflows'> },
): OperatorHandlers {
  return {
    contribution: async (given) => {
      const { plan: id, measure, lead, agencies, due: to, text, obligation } = contributionBody.parse(given);
      const { plan, key } = await begin(ports, id);
      const roster = await ports.roster();
      const leading = agencyOf(roster, lead);
      const chosen = agencies.map((agency) => agencyOf(roster, agency));
      const found = plan.measures.find(({ no }) => no === measure);
      if (found === undefined) throw new Error(unknownMeasure(measure, id));
      const [running] = await ports.reader.workflows({ type: 'plan', plan: id });
      const leads = leadsOf(found, running === undefined ? {} : planFacts(running).measures);
      if (!leads.includes(lead)) {
        throw new Error(
          notLead(
            leading.name,
            measure,
            leads.map((each) => found.leads.find((ref) => ref.id === each)?.name ?? agencyOf(roster, each).name),
          ),
        );
      }
      const may = cooperatingAgencies(found, roster.agencies).filter((agency) => agency !== lead);
      const outside = chosen.find((agency) => agency.id !== lead && !may.includes(agency.id));
      if (outside !== undefined) {
        throw new Error(
          notCooperating(
            outside.name,
            measure,
            may.map((agency) => agencyOf(roster, agency)),
          ),
        );
      }
      const duty = obligation ?? (await dutyAfter(ports.reader, { plan: id, agency: leading, measure, to }));
      const actor = actorOf(roster, leading, dayOf(await ports.now()));
      const act = { do: 'contribute' as const, obligation: duty, measure, agencies, to, text };
      const outcome = await ports.perform({ actor, channel: 'cli', key }, act);
      if (outcome.kind === 'refused') throw new Error(refusalText(outcome.refusal));
      const asking = agencies.filter((agency) => agency !== lead);
      return asked(ports, plan, { status: outcome.kind, kind: 'contribution', key, to, agencies: asking });
    },
  };
}

function agencyOf(roster: Roster, id: string): Agency {
  const found = roster.agencies.find((agency) => agency.id === id);
  if (found === undefined) throw new Error(unknownAgency(id, roster.agencies));
  return found;
}

/** The lead's waiting duty about the measure that is due first after a day. */
async function dutyAfter(
  reader: Pick<DeskReader, 'obligations'>,
  { plan, agency, measure, to }: { plan: string; agency: Agency; measure: string; to: Day },
): Promise<string> {
  const open = (await reader.obligations({ plan, agency: agency.id, open: true }))
    .filter(({ kind, state }) => {
      const asks = state?.asks;
      return kind !== 'contribution' && [...(asks?.measures ?? []), ...(asks?.endingMeasures ?? [])].includes(measure);
    })
    .sort((a, b) => (a.lastDayOn < b.lastDayOn ? -1 : 1));
  const first = open.find(({ lastDayOn, phase }) => phase === 'open' && lastDayOn > to);
  if (first === undefined) throw new Error(noDutyAfter(agency.name, measure, to, open));
  return first.key;
}

function actorOf(roster: Roster, { id, name }: Agency, today: Day): Actor {
  const [holder] = [...holdersOf(roster, id, 'focalPoint', today), ...holdersOf(roster, id, 'head', today)];
  if (holder === undefined) throw new Error(nobodyAnswers(name));
  const { person } = holder;
  const roles = rolesOf(roster, person, today).flatMap((each) => (each.agency === id ? [each.role] : []));
  return { person, agency: id, roles };
}
