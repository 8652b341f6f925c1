import type { Kysely } from 'kysely';
import type { Answer, MoneySource } from '../domain/form/form.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { BudgetRow, BudgetStep } from '../domain/plan/budget-year.ts';
import type { Schema } from './schema.ts';

const STEP_OF_KIND: Record<string, BudgetStep> = {
  budgetEstimate: 'estimated',
  budgetConsolidation: 'consolidated',
  investmentBudget: 'consolidated',
};

/**
 * Every amount stated for a budget year of a plan: what the last official estimate of each agency says, and what was
 * recorded as allocated or settled. A draft figure is not among them.
 */
export async function budgetRows(db: Kysely<Schema>, plan: string, year: number): Promise<BudgetRow[]> {
  return [...(await stated(db, plan, year)), ...(await recorded(db, plan, year))];
}

async function stated(db: Kysely<Schema>, plan: string, year: number): Promise<BudgetRow[]> {
  const duties = await db
    .selectFrom('obligation')
    .select(['kind', 'agency', 'state'])
    .where('plan', '=', plan)
    .where('period', '=', String(year))
    .where('kind', 'in', Object.keys(STEP_OF_KIND))
    .where('standing', '=', 'official')
    .orderBy('key')
    .execute();
  const last = duties.flatMap(({ kind, agency, state }) => {
    const receipt = (state as unknown as Obligation).submissions.at(-1)?.receipt;
    return receipt === undefined ? [] : [{ kind, agency, receipt }];
  });
  if (last.length === 0) return [];
  const rows = await db
    .selectFrom('submission')
    .select(['receipt', 'at', 'answers'])
    .where(
      'receipt',
      'in',
      last.map(({ receipt }) => receipt),
    )
    .execute();
  return last.flatMap(({ kind, agency, receipt }) => {
    const found = rows.find((row) => row.receipt === receipt);
    const answers = (found?.answers ?? []) as unknown as Answer[];
    return answers.flatMap((answer): BudgetRow[] => {
      const [, group, source] = /^money\/(?:(.+)\/)?(recurrent|investment|other)$/.exec(answer.field) ?? [];
      if (source === undefined || answer.value.kind !== 'figure') return [];
      const amount = answer.value.value;
      const named = { agency, source: source as MoneySource, group: group ?? null, measure: null };
      return [{ step: STEP_OF_KIND[kind] ?? 'estimated', ...named, amount, receipt, at: found?.at ?? '' }];
    });
  });
}

interface MoneyFacts {
  year: number;
  measure: string | null;
  source: MoneySource;
  amount: number;
  document: string;
}

async function recorded(db: Kysely<Schema>, plan: string, year: number): Promise<BudgetRow[]> {
  const lines = await db
    .selectFrom('journal')
    .select(['kind', 'agency', 'at', 'facts'])
    .where('plan', '=', plan)
    .where('kind', 'in', ['allocationRecorded', 'settlementRecorded'])
    .orderBy('seq')
    .execute();
  return lines.flatMap(({ kind, agency, at, facts }): BudgetRow[] => {
    const { year: of, measure, source, amount, document } = facts as unknown as MoneyFacts;
    if (of !== year || agency === null) return [];
    const step = kind === 'allocationRecorded' ? 'allocated' : 'settled';
    return [{ step, agency, source, group: null, measure, amount, receipt: document, at }];
  });
}
