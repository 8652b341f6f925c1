import { nodeIsEnough, nodeIsTooOld } from '../wording/operator/start-up.ts';
import { StartRefused } from './start-refused.ts';

/** The oldest Node.js that this release runs on; the same as in package.json. */
export const OLDEST_NODE = '20.19';

/** The line about Node.js for the start print. @throws StartRefused when it is too old. */
export function checkNode(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = OLDEST_NODE.split('.').map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor))
    throw new StartRefused(nodeIsTooOld(version, OLDEST_NODE));
  return nodeIsEnough(version, OLDEST_NODE);
}
