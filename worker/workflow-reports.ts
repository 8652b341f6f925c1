import type { RunningReader } from '../client/running.ts';
import type { WorkflowAnswer } from '../domain/engine/machine.ts';
import type { DeskReader } from '../store/desk-reader.ts';

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

/** All running workflows (of one plan), as they answer. */
export async function workflowReports(
  running: RunningReader,
  reader: DeskReader,
  plan: string | null,
): Promise<WorkflowReport[]> {
  const rows = await reader.workflows({ closed: false, ...(plan === null ? {} : { plan }) });
  const reports: WorkflowReport[] = [];
  for (const row of rows) {
    const said = await running.ask(row.workflow);
    const { answer } = said;
    reports.push({
      workflowId: row.workflow,
      runId: said.runId,
      type: row.type,
      status: said.status ?? (said.unknown ? 'UNKNOWN' : 'NOT_ANSWERING'),
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
