import type { Client } from '@temporalio/client';

/** What one run of a workflow cost, counted in its history. */
export interface Counted {
  events: number;
  /** As the server counts them. */
  bytes: number;
  workflowTasks: number;
  updates: number;
  timers: number;
  activities: number;
  /** Workflow tasks in which at least one local activity was recorded. */
  tasksWithLocalActivity: number;
  /** What a hosted server would bill: the start, timers, activities, Updates, and one per task with local activities. */
  actions: number;
  /** Most timers that were waiting at one time. */
  mostTimers: number;
}

/** Counts the newest run of a workflow, or the run named. */
export async function countOf(client: Client, workflow: string, runId?: string): Promise<Counted> {
  const handle = client.workflow.getHandle(workflow, runId);
  const [{ historySize }, { events }] = await Promise.all([handle.describe(), handle.fetchHistory()]);
  const all = events ?? [];
  const counted = { workflowTasks: 0, updates: 0, timers: 0, activities: 0, tasksWithLocalActivity: 0, mostTimers: 0 };
  let waiting = 0;
  let markedTask = '';
  for (const event of all) {
    if (event.workflowTaskCompletedEventAttributes) counted.workflowTasks += 1;
    if (event.workflowExecutionUpdateAcceptedEventAttributes) counted.updates += 1;
    if (event.activityTaskScheduledEventAttributes) counted.activities += 1;
    if (event.timerStartedEventAttributes) {
      counted.timers += 1;
      waiting += 1;
    }
    if (event.timerFiredEventAttributes || event.timerCanceledEventAttributes) waiting -= 1;
    counted.mostTimers = Math.max(counted.mostTimers, waiting);
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName === 'core_local_activity') {
      const task = String(marker.workflowTaskCompletedEventId);
      if (task !== markedTask) counted.tasksWithLocalActivity += 1;
      markedTask = task;
    }
  }
  const { timers, activities, updates, tasksWithLocalActivity } = counted;
  const actions = 1 + timers + activities + updates + tasksWithLocalActivity;
  return { events: all.length, bytes: Number(historySize ?? 0), ...counted, actions };
}

/** The figures of design.md for one obligation of a round. */
export interface PerObligation {
  events: number;
  actions: number;
  bytes: number;
  workflowTasks: number;
}

export function perObligation({ events, actions, bytes, workflowTasks }: Counted, obligations: number): PerObligation {
  const share = (whole: number): number => Math.round((whole / obligations) * 100) / 100;
  return { events: share(events), actions: share(actions), bytes: share(bytes), workflowTasks: share(workflowTasks) };
}
