import type { Kysely } from 'kysely';
import type { Answer } from '../domain/form/form.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { TargetPart } from '../domain/plan/target-progress.ts';
import type { Schema } from './schema.ts';

/** Rounds in which a figure is that of its year; a review's runs since the start and is no part of a sum. */
const YEARLY_KINDS = ['report', 'consolidation', 'statistics'];

/** Every figure told for a target in yearly reports, the last version of each, with its receipt. */
export async function targetParts(db: Kysely<Schema>, plan: string, target: string): Promise<TargetPart[]> {
  const duties = await db
    .selectFrom('obligation')
    .select(['agency', 'year', 'standing', 'state'])
    .where('plan', '=', plan)
    .where('kind', 'in', YEARLY_KINDS)
    .where('phase', '!=', 'imported')
    .where('standing', '!=', 'none')
    .orderBy('year')
    .orderBy('key')
    .execute();
  const last = duties.flatMap(({ state, ...duty }) => {
    const receipt = (state as unknown as Obligation).submissions.at(-1)?.receipt;
    return receipt === undefined ? [] : [{ ...duty, receipt }];
  });
  if (last.length === 0) return [];
  const rows = await db
    .selectFrom('submission')
    .select(['receipt', 'answers'])
    .where(
      'receipt',
      'in',
      last.map(({ receipt }) => receipt),
    )
    .execute();
  return last.flatMap(({ agency, year, standing, receipt }): TargetPart[] => {
    const answers = (rows.find((row) => row.receipt === receipt)?.answers ?? []) as unknown as Answer[];
    const value = answers.find(({ field }) => field === `target/${target}/1`)?.value;
    if (value?.kind !== 'figure') return [];
    return [{ agency, year, value: value.value, receipt, official: standing === 'official' }];
  });
}
