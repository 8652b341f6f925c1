import { measureYear } from '../../domain/plan/measure-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { TextRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { measureName } from '../../wording/measure-name.ts';
import { may, type WebActor } from '../access.ts';
import type { ObstacleListFact, ObstacleListView, ObstacleView } from '../pages/obstacle.tsx';
import { runningView } from '../running-view.ts';
import { type Desk, daysTo, isLive, openDesk } from './desk.ts';
import { dutyName, dutyTitle } from './duty-words.ts';
import { type ObstacleFacts, obstacleFacts, obstacleSubject, stepOf } from './obstacle-facts.ts';
import { oversees } from './sight.ts';
import { storyFacts } from './story-facts.ts';
import type { ViewSources } from './view-sources.ts';

/** What an obstacle about a measure alone is called in a form: plan and number. */
const MEASURE = 'measure:';

/** The plan and the measure of a choice; null for the key of a duty. */
export function measureChoice(value: string): { plan: string; measure: string } | null {
  if (!value.startsWith(MEASURE)) return null;
  const [plan = '', measure = ''] = value.slice(MEASURE.length).split('/');
  return { plan, measure };
}

export async function obstacleListView(sources: ViewSources, actor: WebActor): Promise<ObstacleListView> {
  const desk = await openDesk(sources);
  const rows = (await desk.reader.workflows({ type: 'obstacle' })).filter((row) =>
    may(actor, 'seeObstacle', obstacleSubject(desk, obstacleFacts(row))),
  );
  const texts = await desk.reader.texts(rows.map((row) => obstacleFacts(row).ref));
  const facts: ObstacleListFact[] = [];
  for (const row of rows) facts.push(await listFact(desk, row, texts));
  facts.sort((a, b) => ((a.answerBy?.lastDay ?? b.raisedAt) < (b.answerBy?.lastDay ?? a.raisedAt) ? -1 : 1));
  return {
    open: facts.filter(({ step }) => step !== 'settled'),
    settled: facts.filter(({ step }) => step === 'settled'),
    abouts: await aboutsOf(desk, actor),
  };
}

async function listFact(desk: Desk, row: WorkflowRecord, texts: Map<string, TextRecord>): Promise<ObstacleListFact> {
  const facts = obstacleFacts(row);
  const words = texts.get(facts.ref);
  return {
    id: facts.id,
    agency: desk.agencyName(facts.raisedBy.agency),
    about: (await aboutOf(desk, row, facts))?.text ?? null,
    text: words?.text ?? '',
    raisedAt: words?.at ?? row.at,
    step: stepOf(facts),
    answerBy: answerBy(desk, facts),
  };
}

function answerBy(desk: Desk, { step, dueOn }: ObstacleFacts): ObstacleListFact['answerBy'] {
  return step === 'settled' ? null : { lastDay: dueOn, daysLeft: daysTo(desk, dueOn) };
}

/** A measure by its number, a duty by its name; null when it was raised free of both. */
async function aboutOf(desk: Desk, row: WorkflowRecord, facts: ObstacleFacts): Promise<ObstacleView['about']> {
  const plan = desk.plans.get(row.plan ?? '');
  if (plan === undefined) return null;
  if (facts.measure !== null) return { text: measureName(facts.measure, plan.shortName), obligation: facts.obligation };
  if (facts.obligation === null) return null;
  const [duty] = await desk.reader.obligations({ keys: [facts.obligation] });
  return duty === undefined ? null : { text: `${dutyName(plan, duty)}, ${plan.shortName}`, obligation: duty.key };
}

/** Open duties of the reader's agency, and the measures it leads this year. */
async function aboutsOf(desk: Desk, actor: WebActor): Promise<ObstacleListView['abouts']> {
  const duties = (await desk.reader.obligations({ agency: actor.agency, open: true })).filter(isLive);
  const year = Number(desk.today.slice(0, 4));
  return [
    ...duties.flatMap((row) => {
      const plan = desk.plans.get(row.plan);
      return plan === undefined ? [] : [{ value: row.key, label: `${dutyTitle(plan, row)}, ${plan.shortName}` }];
    }),
    ...[...desk.plans.values()].flatMap((plan) =>
      plan.measures
        .filter(({ leads }) => leads.some(({ id }) => id === actor.agency))
        .filter((measure) => ['underWay', 'lastYear', 'waiting'].includes(measureYear(measure, year, {})))
        .map(({ no }) => ({ value: `${MEASURE}${plan.id}/${no}`, label: capital(measureName(no, plan.shortName)) })),
    ),
  ];
}

export async function obstacleView(sources: ViewSources, actor: WebActor, id: string): Promise<ObstacleView | null> {
  const desk = await openDesk(sources);
  const row = (await desk.reader.workflows({ type: 'obstacle' })).find((each) => obstacleFacts(each).id === id);
  if (row === undefined) return null;
  const facts = obstacleFacts(row);
  const subject = obstacleSubject(desk, facts);
  const plan = desk.plans.get(row.plan ?? '');
  const journal = (await Promise.all(KINDS.map((kind) => desk.reader.journal({ plan: row.plan ?? '', kind }))))
    .flat()
    .filter((entry) => entry.facts.obstacle === id)
    .sort((a, b) => a.seq - b.seq);
  const notices = await desk.reader.notices({ under: row.workflow });
  const texts = await desk.reader.texts([facts.ref, ...journal.map(({ ref }) => ref)]);
  const overseer = plan !== undefined && oversees(actor, plan);
  const words = texts.get(facts.ref);
  return {
    id,
    subject,
    at: desk.now,
    agency: desk.agencyName(facts.raisedBy.agency),
    raisedBy: `Ông/Bà ${desk.personWithPost(facts.raisedBy.person)}`,
    raisedAt: words?.at ?? row.at,
    about: await aboutOf(desk, row, facts),
    text: words?.text ?? '',
    clause: clauseOf(plan),
    step: stepOf(facts),
    answerBy: answerBy(desk, facts),
    story: storyFacts(desk, actor, { journal, notices, texts, overseer }),
    running: runningView(await sources.running.ask(row.workflow), row, [], []),
  };
}

const KINDS = ['obstacleRaised', 'obstacleForwarded', 'obstacleAnswered', 'obstacleReopened', 'obstacleSettled'];

function clauseOf(plan: Plan | undefined): string | null {
  return plan?.difficultyClause?.text ?? null;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
