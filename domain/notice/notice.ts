import type { Instant } from '../calendar/instant.ts';
import type { Role } from '../engine/message.ts';

/** Our message to a post. Who holds the post, and by which channel he is reached, is found when it is sent. */
export interface Notice {
  /** Domain key, such as `<obligation>/<deadline number>/rung-1`: a second run of the same effect is no effect. */
  key: string;
  kind: NoticeKind;
  at: Instant;
  /** When it may leave: the first send slot strictly after `at`, or `at` itself for the acknowledgement of one's own act. */
  slot: Instant;
  to: { agency: string; role: Role; rank?: number; person?: string };
  plan: string | null;
  round: string | null;
  /** The agency whose obligation (or obstacle) it is about. */
  about: string | null;
  deadline: number | null;
  rung: string | null;
  /** True when it leaves after its day because the system was away; the text says so. */
  late: boolean;
  facts: Record<string, string | number | null>;
  /** Key of the stored text to be quoted word for word, if any. */
  ref: string | null;
}

/**
 * The closed set of notices; one wording file each.
 *
 * - `reminder` to the focal point; facts: workingDaysBefore
 * - `escalation` to head, coordinator or leadership; facts: workingDaysAfter, step (1-3), missing (ids of agencies whose
 *   parts are missing, joined by commas), blocks (1 where it goes to the head of such an agency), part (the obligation
 *   under which that agency owes its part)
 * - `leadershipRepeat`, `leadershipHandover`: an escalation that nobody answered
 * - `leadershipDecision` to agency and coordinator; facts: answer (seen, direct, extend, waive), to
 * - `receipt` to who acted; facts: receipt, standing, version
 * - `recordedOnBehalf` to the agency; facts: source, actedOn, receipt
 * - `objection` to the coordinator
 * - `confirmRequest`, `confirmReminder` to the head: a draft waits; facts: receipt, workingDays
 * - `reviewRequest`, `reviewReminder` to the reviewer (or his head); facts: receipt, dueOn, workingDaysOver
 * - `accepted`, `returned` (facts: version, dueOn), `waived`, `suspended`, `resumed` (dueOn), `dueMoved` (dueOn) to the agency
 * - `extensionRequested`, `extensionReminder` to the reviewer; facts: to
 * - `extensionGranted` (to), `extensionRefused` to the agency
 * - `locked`, `unlocked` to the agencies still open; `lockProposed` to the coordinator
 * - `unreachable` to the coordinator; facts: deadline
 * - `requestOpened` to the owing agency: an ad hoc duty; facts: lastDayOn
 * - `reviewStep` to the coordinator: letter or draft of a review are due; facts: step, reviewKind, period and its days
 * - `reviewOutcomeAsked` to leadership and coordinator; facts: step (asked, repeat, handover), reviewKind, period, decideOn
 * - `reviewDecided` to the coordinator; facts: step (continue, amend, close, feed), feeds, reviewKind, period
 * - `weeklyDigest` to leadership, while rounds of a plan are open; facts: rounds (workflow ids joined by commas)
 * - `obstacleRaised`, `obstacleReminder` (facts: step, workingDaysOver), `obstacleForwarded`, `obstacleAnswered`, `obstacleReopened`, `obstacleSettled`
 */
export type NoticeKind =
  | 'reminder'
  | 'escalation'
  | 'leadershipRepeat'
  | 'leadershipHandover'
  | 'leadershipDecision'
  | 'receipt'
  | 'recordedOnBehalf'
  | 'objection'
  | 'confirmRequest'
  | 'confirmReminder'
  | 'reviewRequest'
  | 'reviewReminder'
  | 'accepted'
  | 'returned'
  | 'waived'
  | 'suspended'
  | 'resumed'
  | 'dueMoved'
  | 'extensionRequested'
  | 'extensionReminder'
  | 'extensionGranted'
  | 'extensionRefused'
  | 'locked'
  | 'unlocked'
  | 'lockProposed'
  | 'unreachable'
  | 'requestOpened'
  | 'reviewStep'
  | 'reviewOutcomeAsked'
  | 'reviewDecided'
  | 'weeklyDigest'
  | 'obstacleRaised'
  | 'obstacleReminder'
  | 'obstacleForwarded'
  | 'obstacleAnswered'
  | 'obstacleReopened'
  | 'obstacleSettled';
