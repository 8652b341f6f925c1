import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { ReusableVMWorkflowCreator } from '@temporalio/worker/lib/workflow/reusable-vm.js';
import { afterEach, expect, it, vi } from 'vitest';
import { quietRuntime } from '../harness/quiet-runtime.ts';
import { workflowBundlePath } from '../harness/temporal.ts';

const BYTES = 600_000;
const MODULES = 15;

afterEach(() => vi.restoreAllMocks());

it('the workflow code stays small: every worker loads it, every workflow lives on it', async () => {
  const code = readFileSync(await workflowBundlePath(), 'utf8');
  const [own = ''] = code.split('//# sourceMappingURL=');
  expect(own.length).toBeGreaterThan(100_000);
  expect(own.length).toBeLessThanOrEqual(BYTES);
});

/** One stored history of each kind of workflow. */
function histories(): { workflowId: string; history: unknown }[] {
  const folder = join(import.meta.dirname, '..', 'histories');
  const kinds = new Map<string, { workflowId: string; history: unknown }>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { workflow, history } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      workflow: string;
      history: unknown;
    };
    kinds.set(workflow.slice(0, workflow.indexOf('/')), { workflowId: workflow, history: historyFromJSON(history) });
  }
  return [...kinds.values()];
}

it('a workflow loads few modules of its own: the rules are shared', async () => {
  quietRuntime();
  const loaded: number[] = [];
  const create = ReusableVMWorkflowCreator.prototype.createWorkflow;
  vi.spyOn(ReusableVMWorkflowCreator.prototype, 'createWorkflow').mockImplementation(async function (
    this: ReusableVMWorkflowCreator,
    ...options
  ) {
    const made = await create.apply(this, options);
    loaded.push((made as unknown as { activator: { moduleCache: Map<string, unknown> } }).activator.moduleCache.size);
    return made;
  });
  // In this very thread, where the spy stands.
  const options = { workflowBundle: { codePath: await workflowBundlePath() }, debugMode: true };
  const wrong: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories())) {
    if (error) wrong.push(`${workflowId}: ${error.message}`);
  }
  expect(wrong).toEqual([]);
  expect(loaded).toHaveLength(5);
  expect(Math.min(...loaded)).toBeGreaterThan(0);
  expect(Math.max(...loaded)).toBeLessThanOrEqual(MODULES);
});
