import type { RoundFacts } from '../../domain/machines/round.ts';
import type { Plan, RequirementKind } from '../../domain/plan/plan.ts';
import { yearReport } from '../../domain/report/plan-report.ts';
import type { ObligationRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { documentNamed } from '../../wording/plan-act.ts';
import type { Subject, WebActor } from '../access.ts';
import type { MoneyRoundFact, MoneyView } from '../pages/money.tsx';
import { type Desk, isLive, openDesk } from './desk.ts';
import { dutyTitle, planName } from './duty-words.ts';
import { isRecorded, isStated, moneySubject, owners } from './money-subject.ts';
import { planFacts } from './plan-facts.ts';
import { nearestYear, yearsOf } from './plan-year.ts';
import { reportSources } from './report-sources.ts';
import { budgetFact } from './round-report.ts';
import { plansOf } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** A budget year of a plan; null where it asks for no money, nobody knows it or it has not started. */
export async function moneyView(
  sources: ViewSources,
  actor: WebActor,
  id: string,
  asked: number | null,
): Promise<MoneyView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  const [row] = await desk.reader.workflows({ type: 'plan', plan: id });
  const subject = plan === undefined ? null : moneySubject(plan);
  if (plan === undefined || row === undefined || subject === null || !(await plansOf(desk, actor)).includes(plan))
    return null;
  const year = nearestYear(plan, asked ?? Number(desk.today.slice(0, 4)));
  const { budget } = yearReport(await reportSources(desk.reader, plan), year);
  const recorder = (kinds: RequirementKind[]): Subject => ({ ...subject, owing: owners(plan, kinds) });
  return {
    plan: { id, name: planName(plan) },
    year,
    years: yearsOf(plan),
    subject,
    recorders: { allocation: recorder(['allocation']), settlement: recorder(['allocation', 'settlement']) },
    rounds: await roundFacts(desk, plan, year, row),
    budget: budget === null ? null : budgetFact(desk, budget),
    agencies: recipients(plan).map((agency) => ({ id: agency, name: desk.agencyName(agency) })),
    measures: plan.measures.map(({ no, text }) => ({ no, text })),
  };
}

/** Agencies that estimate money or lead a measure, in the plan's order. */
function recipients(plan: Plan): string[] {
  const leads = plan.measures.flatMap((measure) => (measure.leadKind === 'proposed' ? [] : measure.leads));
  return [...new Set([...owners(plan, ['budgetEstimate']), ...leads.map(({ id }) => id)])];
}

/** Rounds of a budget year: those of the calendar, in the year before it or in itself, then those asked about its money. */
async function roundFacts(desk: Desk, plan: Plan, year: number, row: WorkflowRecord): Promise<MoneyRoundFact[]> {
  const { measures, importedUntil } = planFacts(row);
  const duties = await desk.reader.obligations({ plan: plan.id });
  const workflows = await desk.reader.workflows({ type: 'round', plan: plan.id });
  const kindOf = (requirement: string): string => plan.requirements.find(({ id }) => id === requirement)?.kind ?? '';
  const planned = [year - 1, year]
    .flatMap((each) => desk.year(plan, each, measures))
    .filter(({ requirement, period }) => isStated(kindOf(requirement)) && period === String(year))
    .map((round): MoneyRound => {
      const { id, requirement, period, opensOn, lastDayOn } = round;
      const agencies = round.agencies.map((agency) => agency.id);
      const standing = round.overdueAfter < importedUntil ? 'imported' : 'notOpen';
      const named = { id, requirement, kind: kindOf(requirement), period, agencies };
      return { ...named, opensOn, lastDayOn, isDefault: round.default, standing };
    });
  const asked = workflows
    .map(({ workflow, state }) => ({ workflow, facts: state as unknown as RoundFacts }))
    .filter(({ facts }) => isRecorded(facts.kind) && facts.period === String(year))
    .map(({ workflow: id, facts }): MoneyRound => {
      const { requirement, kind, period, deadline } = facts;
      const agencies = duties.filter((duty) => duty.round === id).map(({ agency }) => agency);
      const { lastDayOn } = deadline;
      return {
        id,
        requirement,
        kind,
        period,
        agencies,
        opensOn: lastDayOn,
        lastDayOn,
        isDefault: true,
        standing: 'open',
      };
    });
  return Promise.all([...planned, ...asked].map((round) => roundFact(desk, plan, round, { duties, workflows })));
}

interface MoneyRound {
  id: string;
  requirement: string;
  kind: string;
  period: string;
  agencies: string[];
  opensOn: string;
  lastDayOn: string;
  isDefault: boolean;
  /** Before its workflow is there. */
  standing: MoneyRoundFact['standing'];
}

async function roundFact(
  desk: Desk,
  plan: Plan,
  round: MoneyRound,
  { duties, workflows }: { duties: ObligationRecord[]; workflows: WorkflowRecord[] },
): Promise<MoneyRoundFact> {
  const { id, requirement, kind, period, agencies, opensOn, lastDayOn, isDefault } = round;
  const owed = duties.filter((duty) => duty.round === id);
  const workflow = workflows.find((each) => each.workflow === id);
  const [first = '', ...others] = agencies;
  const receivers = plan.requirements.find((each) => each.id === requirement)?.owedTo ?? [plan.coordinator];
  return {
    round: id,
    title: dutyTitle(plan, { requirement, kind, period }),
    owedBy: others.length === 0 ? desk.agencyName(first) : `${agencies.length} cơ quan`,
    owedTo: receivers.map((receiver) => desk.agencyName(receiver.id)).join('; '),
    lastDay: lastDayOn,
    isDefault,
    standing: workflow === undefined ? round.standing : workflow.closed ? 'closed' : 'open',
    opensOn,
    received: {
      count: owed.filter(isLive).filter(({ standing }) => standing === 'official').length,
      of: owed.filter(({ phase }) => phase !== 'waived').length || agencies.length,
    },
    sent: await sentWords(desk, id),
    closesByLetter: owed.some(({ closing }) => closing === 'letter'),
  };
}

/** Number and day of the letter by which a round was submitted. */
async function sentWords(desk: Desk, round: string): Promise<string | null> {
  const last = (await desk.reader.journal({ round })).filter(({ kind }) => kind === 'sent').at(-1);
  if (last === undefined) return null;
  const { number, day } = (await desk.reader.texts([last.ref])).get(last.ref ?? '')?.facts ?? {};
  return typeof number === 'string' && typeof day === 'string' ? documentNamed({ number, day }) : 'đã ghi công văn';
}
