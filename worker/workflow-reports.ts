import type { Client } from '@temporalio/client';
import type { WorkflowAnswer } from '../domain/engine/machine.ts';
import type { DeskReader } from '../store/desk-reader.ts';
import { state } from '../workflows/messages.ts';

/** One running workflow in its own words, beside the projection (cli.md, `dondoc state`). */
export interface WorkflowReport {
  workflowId: string;
  runId: string | null;
  type: string;
  status: string;
  phase: string | null;
  nextWake: string | null;
  obligations: WorkflowAnswer['obligations'];
  projection: { phase: string; nextWake: string | null } | null;
  /** True when the workflow and its projection say the same. */
  same: boolean;
  ladder: WorkflowAnswer['ladder'];
}

/** How long one workflow may take to answer, ms; a page must not hang on a server that is away. */
const ANSWER_MS = 2_000;

/** Asks one workflow by Query; null when it does not answer in time. */
export async function askWorkflow(
  client: Client,
  workflowId: string,
): Promise<{ runId: string; status: string; answer: WorkflowAnswer | null } | null> {
  try {
    return await client.connection.withDeadline(Date.now() + ANSWER_MS, async () => {
      const handle = client.workflow.getHandle(workflowId);
      const description = await handle.describe();
      return { runId: description.runId, status: description.status.name, answer: await handle.query(state) };
    });
  } catch {
    return null;
  }
}

/** All running workflows (of one plan), as they answer. */
export async function workflowReports(
  client: Client,
  reader: DeskReader,
  plan: string | null,
): Promise<WorkflowReport[]> {
  const rows = await reader.workflows({ closed: false, ...(plan === null ? {} : { plan }) });
  const reports: WorkflowReport[] = [];
  for (const row of rows) {
    const said = await askWorkflow(client, row.workflow);
    const answer = said?.answer ?? null;
    reports.push({
      workflowId: row.workflow,
      runId: said?.runId ?? null,
      type: row.type,
      status: said?.status ?? 'NOT_ANSWERING',
      phase: answer?.phase ?? null,
      nextWake: answer?.nextWake ?? null,
      obligations: answer?.obligations ?? null,
      projection: { phase: row.phase, nextWake: row.wake },
      same: answer !== null && answer.phase === row.phase && answer.nextWake === row.wake,
      ladder: answer?.ladder ?? [],
    });
  }
  return reports;
}
