import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowBundle } from '../../worker/workflow-bundle.ts';

/** Bundles the workflow code as production does. @returns the path of the bundle, for `workflowBundle: { codePath }`. */
export async function bundleWorkflows(directory: string): Promise<string> {
  const { code } = await workflowBundle();
  const path = join(directory, 'workflow-bundle.js');
  writeFileSync(path, code);
  return path;
}
