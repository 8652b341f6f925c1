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
  /** Whose obligation a submission is about; its answers are kept and get a receipt. Null for every other act. */
  submits: { obligation: string; measures: Record<string, string> } | null;
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

/** The act as its workflow is told it. `receipt` is given for a submission. */
export function messageOf(act: CastAct, receipt: string | null): Message {
  const { key, at, kind, body } = act;
  const full = receipt !== null && 'do' in body && body.do === 'submit' ? { ...body, receipt } : body;
  return { kind, key, at, body: full };
}

/** The act as a row of the agenda: commands after the ticks of their instant, an obstacle's start before them. */
export function agendaItemOf(act: CastAct, receipt: string | null): AgendaItem {
  const { key, at, workflow, kind } = act;
  return { key, workflow, at, rank: kind === 'open' ? 0 : 2, message: messageOf(act, receipt) };
}
