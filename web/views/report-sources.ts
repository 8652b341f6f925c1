import type { MoneySource } from '../../domain/form/form.ts';
import type { BudgetRow } from '../../domain/plan/budget-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ReportSources } from '../../domain/report/plan-report.ts';
import type { TargetSaid } from '../../domain/report/target-lines.ts';
import { type Told, toldVersions } from '../../domain/report/told.ts';
import type { DeskReader, JournalRecord } from '../../store/desk-reader.ts';
import { isLive } from './desk.ts';

/** Everything a plan's consolidated report is made of, read once. */
export async function reportSources(reader: DeskReader, plan: Plan): Promise<ReportSources> {
  const rows = (await reader.obligations({ plan: plan.id })).filter(isLive);
  const [submissions, [workflow], allocated, settled] = await Promise.all([
    reader.submissions({ obligations: rows.map(({ key }) => key) }),
    reader.workflows({ workflow: `plan/${plan.province}/${plan.id}` }),
    reader.journal({ plan: plan.id, kind: 'allocationRecorded' }),
    reader.journal({ plan: plan.id, kind: 'settlementRecorded' }),
  ]);
  const answers = new Map(submissions.map((each) => [each.receipt, each.answers]));
  const told = rows.map(({ agency, kind, year, period, phase, state }): Told => {
    const versions = toldVersions(state.submissions, (receipt) => answers.get(receipt) ?? []);
    return { agency, kind, year, period, asks: state.asks, waived: phase === 'waived', ...versions };
  });
  const targets = (workflow?.state.targets ?? {}) as Record<string, TargetSaid>;
  const recorded = [...allocated, ...settled].flatMap(recordedRow);
  return { plan, told, targets, recorded };
}

function recordedRow({ kind, agency, at, facts }: JournalRecord): ReportSources['recorded'] {
  const { year, measure, source, amount, document } = facts;
  if (agency === null || typeof year !== 'number' || typeof amount !== 'number') return [];
  const row: BudgetRow = {
    step: kind === 'allocationRecorded' ? 'allocated' : 'settled',
    agency,
    source: source as MoneySource,
    group: null,
    measure: typeof measure === 'string' ? measure : null,
    amount,
    receipt: String(document ?? ''),
    at,
  };
  return [{ ...row, year }];
}
