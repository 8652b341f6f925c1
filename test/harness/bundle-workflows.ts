import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Bundles the workflow code as production does. @returns the path of the bundle, for `workflowBundle: { codePath }`. */
export async function bundleWorkflows(directory: string): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  const path = join(directory, 'workflow-bundle.js');
  writeFileSync(path, code);
  return path;
}
