import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';
import { smallCode } from './small-code.ts';

const path = (file: string): string => fileURLToPath(new URL(`../workflows/${file}`, import.meta.url));

/**
 * The workflow code as the worker loads it, put together once at the start (about a second). The rules are loaded once
 * for all workflows of a process (workflows/shared.ts), the rest anew for each.
 */
export function workflowBundle(): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath: path('index.ts'),
    preloadModules: [path('shared.ts')],
    webpackConfigHook: smallCode,
    logger: new DefaultLogger('WARN'),
  });
}

/** Names the code in the histories, where it stands twice for each task: short, and another for other code. */
export function buildId(bundle: WorkflowBundleOption): string {
  const code = 'code' in bundle ? bundle.code : readFileSync(bundle.codePath, 'utf8');
  return createHash('sha256').update(code).digest('hex').slice(0, 8);
}
