import { answerTo } from '../form/answers.ts';
import type { Answer } from '../form/form.ts';
import type { Asks, Submission } from '../obligation/obligation.ts';

/** One version of what an agency sent. */
export interface ToldVersion {
  receipt: string;
  at: string;
  answers: Answer[];
}

/** What one agency told in one round: what counts, and what does not count yet. */
export interface Told {
  agency: string;
  kind: string;
  year: number;
  period: string;
  asks: Asks;
  waived: boolean;
  /** The newest official version that was not sent back. */
  counted: ToldVersion | null;
  /** A newer version that waits: for its head's word, or for what was sent back. */
  pending: (ToldVersion & { why: 'draft' | 'returned' }) | null;
}

/** Why an agency that was asked has no figure in a sum. */
export type Silence = { agency: string; why: 'nothing' | 'draft' | 'returned' | 'noFigure' };

/** The versions that count and wait, out of all of one duty. */
export function toldVersions(
  submissions: Submission[],
  answersOf: (receipt: string) => Answer[],
): Pick<Told, 'counted' | 'pending'> {
  const versionOf = ({ receipt, at }: Submission): ToldVersion => ({ receipt, at, answers: answersOf(receipt) });
  const counted = submissions.findLast(({ standing, decision }) => standing === 'official' && decision !== 'returned');
  const last = submissions.at(-1);
  const waits = last === undefined || last === counted ? undefined : last;
  return {
    counted: counted === undefined ? null : versionOf(counted),
    pending:
      waits === undefined ? null : { ...versionOf(waits), why: waits.standing === 'draft' ? 'draft' : 'returned' },
  };
}

/** The asked agencies that have told nothing that counts under a field, in the order in which they were asked. */
export function silencesOf(told: Told[], field: string): Silence[] {
  return told.flatMap(({ agency, waived, counted, pending }): Silence[] => {
    if (waived) return [];
    const answer = counted === null ? null : answerTo(counted.answers, field);
    if (answer !== null && answer.value.kind !== 'skipped') return [];
    if (counted !== null) return [{ agency, why: 'noFigure' }];
    return [{ agency, why: pending?.why ?? 'nothing' }];
  });
}
