import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTrial } from '../../plans/load-trial.ts';
import { quietRuntime } from '../harness/quiet-runtime.ts';
import { workflowBundlePath } from '../harness/temporal.ts';

const FOLDER = join(import.meta.dirname, '..', 'histories');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

interface Stored {
  workflow: string;
  history: unknown;
}

function stored(file: string): Stored {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Stored;
}

/** Everything a history says, its payloads made readable. */
function spokenOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(spokenOf).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([key, inner]) =>
      key === 'data' && typeof inner === 'string' ? Buffer.from(inner, 'base64').toString('utf8') : spokenOf(inner),
    )
    .join('\n');
}

describe('histories of released workflows', () => {
  beforeAll(() => quietRuntime());

  it.each([
    { kind: 'plan', least: 2 },
    { kind: 'cycle', least: 1 },
    { kind: 'round', least: 5 },
    { kind: 'digest', least: 1 },
    { kind: 'obstacle', least: 1 },
  ])('are kept of $kind', ({ kind, least }) => {
    expect(FILES.filter((file) => stored(file).workflow.startsWith(`${kind}/`)).length).toBeGreaterThanOrEqual(least);
  });

  it('replay with the workflows as they are now', async () => {
    const histories = FILES.map((file) => {
      const { workflow, history } = stored(file);
      return { workflowId: workflow, history: historyFromJSON(history) };
    });
    const options = { workflowBundle: { codePath: await workflowBundlePath() } };
    const failed: string[] = [];
    let replayed = 0;
    for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
      replayed += 1;
      if (error) failed.push(`${workflowId}: ${error.message}`);
    }
    expect(failed).toEqual([]);
    expect(replayed).toBe(FILES.length);
  });

  it('catch a changed workflow: one timer more is noticed', async () => {
    const { code } = await bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../histories/changed-workflows.ts', import.meta.url)),
      logger: new DefaultLogger('ERROR'),
    });
    const [file = ''] = FILES.filter((name) => name.startsWith('round-happy-'));
    const { workflow, history } = stored(file);
    const replay = Worker.runReplayHistory({ workflowBundle: { code } }, historyFromJSON(history), workflow);
    await expect(replay).rejects.toThrow(DeterminismViolationError);
  });

  it.each(FILES)('%s holds no name, telephone number or address of anybody', (file) => {
    const spoken = spokenOf(stored(file));
    const { people } = loadTrial().roster;
    const personal = people.flatMap(({ name, email, phone }) => [name, email, phone?.slice(0, 13) ?? null]);
    expect(spoken).toContain('"clock":');
    expect(personal.filter((word) => word !== null && spoken.includes(word))).toEqual([]);
    expect(spoken).not.toMatch(/[\w.]+@[\w-]+\.[a-z]/);
  });
});
