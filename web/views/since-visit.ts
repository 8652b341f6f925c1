import type { Instant } from '../../domain/calendar/instant.ts';
import type { TextRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import type { WebActor } from '../access.ts';
import type { TodayView, WaitingFact } from '../pages/today.tsx';
import type { Desk, Live } from './desk.ts';
import { obstacleFacts } from './obstacle-facts.ts';

/** What waits for a reader now, with the rows that it comes from. */
export interface Waits {
  waiting: WaitingFact[];
  rows: Live[];
  obstacles: WorkflowRecord[];
  texts: Map<string, TextRecord>;
}

/** How much of what waits for a reader came after his visit before, and how often he was written to since. */
export async function sinceVisit(
  desk: Desk,
  actor: WebActor,
  visited: Instant | null,
  { waiting, rows, obstacles, texts }: Waits,
): Promise<TodayView['since']> {
  if (visited === null) return null;
  const states = new Map(rows.map(({ key, state }) => [key, state]));
  const raised = new Map(
    obstacles.map((row) => {
      const { id, ref, step } = obstacleFacts(row);
      return [id, step === 'leadership' ? row.at : (texts.get(ref)?.at ?? row.at)];
    }),
  );
  const cameAt = ({ act, key }: WaitingFact): Instant | null => {
    const state = states.get(key);
    switch (act.is) {
      case 'review':
        return state?.review?.since ?? null;
      case 'confirm':
        return state?.draftSince ?? null;
      case 'extension':
        return state?.extensionRequest?.since ?? null;
      case 'obstacle':
        return raised.get(key) ?? null;
      default:
        return null;
    }
  };
  const fresh = waiting.filter((fact) => (cameAt(fact) ?? visited) > visited);
  const count = (...kinds: WaitingFact['act']['is'][]): number =>
    fresh.filter(({ act }) => kinds.includes(act.is)).length;
  const messages = (await desk.reader.messages({ person: actor.person })).filter(
    ({ slot }) => slot > visited && slot <= desk.now,
  );
  return {
    at: visited,
    reports: count('review', 'confirm'),
    extensionRequests: count('extension'),
    obstacles: count('obstacle'),
    messages: new Set(messages.map(({ slot }) => slot)).size,
  };
}
