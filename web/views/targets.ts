import { dayOf } from '../../domain/calendar/instant.ts';
import type { Plan, Target } from '../../domain/plan/plan.ts';
import { reportedUnit } from '../../domain/plan/reported-unit.ts';
import { type CountedPart, targetRule } from '../../domain/plan/target-progress.ts';
import { yearReport } from '../../domain/report/plan-report.ts';
import type { TargetLine } from '../../domain/report/target-lines.ts';
import type { JournalRecord, TextRecord } from '../../store/desk-reader.ts';
import { formatFigure, formatNumber } from '../../wording/format.ts';
import { RULE_NAMES } from '../../wording/plan-act.ts';
import { progressWords, quantityWords, silenceLines, targetYearWords } from '../../wording/report/target-words.ts';
import { NO_SUBJECT, type WebActor } from '../access.ts';
import type { TargetFigureFact, TargetsView } from '../pages/targets.tsx';
import { type Desk, openDesk } from './desk.ts';
import { planName } from './duty-words.ts';
import { planFacts, unsettledTargets } from './plan-facts.ts';
import { nearestYear, yearsOf } from './plan-year.ts';
import { reportSources } from './report-sources.ts';
import { plansOf } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** The figures of a plan's targets in one year; null for a plan that nobody knows or that has not started. */
export async function targetsView(
  sources: ViewSources,
  actor: WebActor,
  id: string,
  asked: number | null,
): Promise<TargetsView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  const [row] = await desk.reader.workflows({ type: 'plan', plan: id });
  if (plan === undefined || row === undefined || !(await plansOf(desk, actor)).includes(plan)) return null;
  const year = nearestYear(plan, asked ?? Number(desk.today.slice(0, 4)));
  const report = yearReport(await reportSources(desk.reader, plan), year);
  const settled = await desk.reader.journal({ plan: id, kind: 'targetSettled' });
  const texts = await desk.reader.texts(settled.map(({ ref }) => ref));
  return {
    plan: { id, name: planName(plan) },
    subject: { ...NO_SUBJECT, coordinator: plan.coordinator.id },
    year,
    years: yearsOf(plan),
    period: plan.period,
    figures: report.targets
      .filter(({ quantity }) => quantity !== null)
      .map((line) => figureFact(desk, plan, line, { year, settled, texts })),
    unsettled: unsettledTargets(plan, planFacts(row)).map(({ target, missing }) => ({
      target: target.id,
      text: target.text,
      asks: missing,
      unit: reportedUnit(target),
    })),
  };
}

interface Said {
  year: number;
  settled: JournalRecord[];
  texts: Map<string, TextRecord>;
}

function figureFact(desk: Desk, plan: Plan, line: TargetLine, said: Said): TargetFigureFact {
  const { target, quantity, index, progress, silent } = line;
  const rule = targetRule(target, plan.period);
  const words = (part: CountedPart): string => partWords(desk, target, part);
  const parts = progress.state === 'noFigure' ? [] : progress.parts;
  return {
    target: target.id,
    label: target.quantities.length > 1 ? `${target.id} (${index})` : target.id,
    text: target.text,
    aim: quantity === null ? null : quantityWords(quantity),
    when: targetYearWords(line, plan.period.to),
    rule: RULE_NAMES[rule],
    unit: reportedUnit(target),
    asks: rule === 'runningTotal' ? 'from' : rule === 'percentOfBase' ? 'base' : null,
    settled: progress.state !== 'needsBase',
    basis: basisFact(desk, line, said),
    progress: progressWords(line, said.year),
    parts: parts.map((part) => ({ receipt: part.receipt, words: words(part), aside: asideOf(part) })),
    silent: silenceLines(silent, desk.agencyName),
    counted: parts.filter(({ counted }) => counted).map((part) => ({ receipt: part.receipt, words: words(part) })),
    marked: parts.flatMap((part) =>
      part.sameAs === null ? [] : [{ receipt: part.receipt, words: `${words(part)}, trùng với ${part.sameAs}` }],
    ),
  };
}

function partWords(desk: Desk, target: Target, { agency, year, value }: CountedPart): string {
  const unit = reportedUnit(target);
  const figure = unit.startsWith('%') ? `${formatNumber(value)}${unit}` : formatFigure(value, unit);
  return `${desk.agencyName(agency)}, năm ${year}: ${figure}`;
}

function asideOf({ official, sameAs }: CountedPart): string | null {
  if (!official) return 'bản nháp, chưa cộng';
  return sameAs === null ? null : `trùng với ${sameAs}, không cộng lần nữa`;
}

/** The newest word about a base or a first year, with the reason given. */
function basisFact(desk: Desk, { target, basis }: TargetLine, { settled, texts }: Said): TargetFigureFact['basis'] {
  const last = settled
    .filter(({ facts }) => facts.target === target.id && (facts.base !== null || facts.from !== null))
    .at(-1);
  if (last === undefined) return null;
  const unit = reportedUnit(target);
  const words = [
    ...(basis.from === undefined ? [] : [`từ năm ${basis.from}`]),
    ...(basis.base === undefined ? [] : [`số gốc ${formatFigure(basis.base, unit.startsWith('%') ? '' : unit)}`]),
  ];
  return {
    words: words.join(', '),
    on: dayOf(last.at),
    by: last.by === null ? 'hệ thống' : desk.personName(last.by.person),
    reason: texts.get(last.ref ?? '')?.text ?? '',
  };
}
