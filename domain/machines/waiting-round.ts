import type { Instant } from '../calendar/instant.ts';
import type { Effects } from '../engine/effects.ts';
import { lastSubmission, type Obligation } from '../obligation/obligation.ts';

/** The obligation that waits for a round of contributions. */
export interface WaitingRound {
  round: string;
  /** The lead that asked. */
  agency: string;
  measure: string;
}

/** What a round of contributions tells the round that waits for it, whenever somebody's part came or went back. */
export interface ContributionFact {
  type: 'contribution';
  /** The round of contributions. */
  round: string;
  agency: string;
  measure: string;
  asked: string[];
  missing: string[];
}

/** Agencies that have not yet given their part: a draft has not come. What was waived is not waited for. */
export function missingParts(obligations: Obligation[]): string[] {
  return obligations.filter(isMissing).map(({ agency }) => agency);
}

function isMissing(obligation: Obligation): boolean {
  if (obligation.phase === 'submitted') return lastSubmission(obligation)?.standing !== 'official';
  return obligation.phase === 'open';
}

/** `what` names the fact for ever within the round. */
export function tellWaiting(
  { id, waiting }: { id: string; waiting?: WaitingRound },
  obligations: Obligation[],
  what: string,
  at: Instant,
  out: Effects,
): void {
  if (waiting === undefined) return;
  const { agency, measure } = waiting;
  const asked = obligations.flatMap((obligation) => (obligation.phase === 'waived' ? [] : [obligation.agency]));
  const body: ContributionFact = {
    type: 'contribution',
    round: id,
    agency,
    measure,
    asked,
    missing: missingParts(obligations),
  };
  const key = `contribution:${id}:${what}`;
  out.agenda.push({ key, workflow: waiting.round, at, rank: 0, message: { kind: 'fact', key, at, body } });
}
