import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import type { WorkflowAnswer } from '../domain/engine/machine.ts';
import { state } from '../workflows/messages.ts';

/** What a running workflow said of itself. */
export interface RunningAnswer {
  /** The machine's moment of asking. */
  askedAt: Instant;
  /** False when the server or the worker did not answer in time; then the rest is null. */
  answered: boolean;
  /** The server knows no such workflow: it was never started, or its retention is over. */
  unknown: boolean;
  runId: string | null;
  /** As the server names it: RUNNING, COMPLETED, CONTINUED_AS_NEW … */
  status: string | null;
  startedAt: Instant | null;
  answer: WorkflowAnswer | null;
}

/** Asks running workflows by Query, beside the projection. */
export interface RunningReader {
  ask(workflow: string): Promise<RunningAnswer>;
}

const LIMIT_MS = 2_000;
const NOT_FOUND = 5;

/** Gives up after two seconds: a page must not wait for a server that is away. */
export function createRunningReader(client: Client): RunningReader {
  return {
    async ask(workflow) {
      const now = Date.now();
      const nothing: RunningAnswer = {
        askedAt: instantFromMs(now),
        answered: false,
        unknown: false,
        runId: null,
        status: null,
        startedAt: null,
        answer: null,
      };
      const handle = client.workflow.getHandle(workflow);
      try {
        return await client.withDeadline(now + LIMIT_MS, async () => {
          const [described, answer] = await Promise.all([handle.describe(), handle.query(state)]);
          return {
            ...nothing,
            answered: true,
            runId: described.runId,
            status: described.status.name,
            startedAt: instantFromMs(described.startTime.getTime()),
            answer,
          };
        });
      } catch (error) {
        return isUnknown(error) ? { ...nothing, answered: true, unknown: true } : nothing;
      }
    },
  };
}

function isUnknown(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && error.code === NOT_FOUND);
}
