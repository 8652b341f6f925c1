import type { Instant } from '../calendar/instant.ts';
import type { AgendaItem } from '../engine/effects.ts';
import type { Message } from '../engine/message.ts';
import type { ObstacleCommand, ObstacleSpec } from '../machines/obstacle.ts';
import type { ObligationCommand } from '../obligation/command.ts';

/** What somebody of the cast will do, and when: a command or an obstacle on its way to its workflow. */
export interface CastAct {
  /** Names the act for ever; planned twice it is one act. */
  key: string;
  at: Instant;
  person: string;
  workflow: string;
  /** Which words go with it; the sentences are in wording/cast.ts. Null where nobody needs to say anything. */
  says: CastWords | null;
  /** A submission gets its receipt only when it is delivered. */
  body: ObligationCommand | ObstacleCommand | ObstacleSpec;
  kind: 'command' | 'open';
}

export type CastWords =
  | 'report'
  | 'letter'
  | 'sent'
  | 'returned'
  | 'askTime'
  | 'granted'
  | 'keepDay'
  | 'seen'
  | 'direct'
  | 'extend'
  | 'waive'
  | 'obstacle'
  | 'answer'
  | 'forward'
  | 'decision'
  | 'reopen';

/** The key of the words that go with an act. */
export function wordsRef(act: Pick<CastAct, 'key'>): string {
  return `text:${act.key}`;
}

/** The act as its workflow is told it. */
export function messageOf({ kind, key, at, body }: CastAct): Message {
  return { kind, key, at, body };
}

/** The act as a row of the agenda: commands after the ticks of their instant, an obstacle's start before them. */
export function agendaItemOf(act: CastAct): AgendaItem {
  const { key, at, workflow, kind } = act;
  return { key, workflow, at, rank: kind === 'open' ? 0 : 2, message: messageOf(act) };
}

type Submission = Extract<ObligationCommand, { do: 'submit' }>;

/** The submission of the cast that a row of the agenda carries; null for every other row. */
export function castSubmission({ key, message: { body } }: AgendaItem): Submission | null {
  if (!key.startsWith('cast/') || typeof body !== 'object' || body === null) return null;
  return 'do' in body && body.do === 'submit' ? (body as Submission) : null;
}

/** The row with the receipt that the submission gets when it is delivered. */
export function withReceipt(item: AgendaItem, submission: Submission, receipt: string): AgendaItem {
  return { ...item, message: { ...item.message, body: { ...submission, receipt } } };
}
