import { type JournalEntry, noEffects, type ObligationRow } from '../../domain/engine/effects.ts';
import type { Message } from '../../domain/engine/message.ts';
import { type RoundFacts, type RoundState, roundMachine } from '../../domain/machines/round.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { WorkflowRecord } from '../../store/desk-reader.ts';
import { contextOf, type Desk, type Live } from './desk.ts';

/** What a message would make of a round: its obligations after it, and the notices that would leave. */
export interface WouldBe {
  changed: Obligation[];
  notices: Notice[];
  journal: JournalEntry[];
  closed: boolean;
}

/** A copy of a round as the projection shows it; the running workflow never hears of what is done to it. */
export function roundCopy(desk: Desk, plan: Plan, workflow: WorkflowRecord, rows: Live[]): RoundState | null {
  const [first] = rows;
  if (first === undefined) return null;
  const facts = workflow.state as unknown as RoundFacts;
  return {
    v: 1,
    spec: {
      ...contextOf(desk, plan, first),
      deadline: facts.deadline,
      lockOn: facts.lockOn,
      agencies: [],
      cycle: null,
      announced: facts.announced,
      ref: facts.ref,
    },
    processedUntil: desk.now,
    obligations: rows.map(({ state }) => structuredClone(state)),
    locked: facts.locked,
    closed: workflow.closed,
  };
}

/** Puts a message to the rules of a round on a copy. */
export function tryRound(copy: RoundState, message: Message): WouldBe | Refusal {
  const out = noEffects();
  const reply = roundMachine.apply(copy, message, out);
  if (isRefusal(reply)) return reply;
  return { changed: out.obligations.map(stateIn), notices: out.notices, journal: out.journal, closed: copy.closed };
}

function stateIn(row: ObligationRow): Obligation {
  return row.state as Obligation;
}
