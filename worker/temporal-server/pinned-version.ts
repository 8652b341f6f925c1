/** The Temporal CLI that this release downloads or builds; it carries the server. */
export const CLI_VERSION = '1.5.1';

/** The oldest server that answers everything we ask of it (update with start, with its options as we use them). */
export const OLDEST_SERVER = '1.29.0';

/** Whether a server version is new enough. Example: 1.31.2 → true; 1.24.2 → false; a text without numbers → false. */
export function isServerNewEnough(version: string): boolean {
  const numbers = (text: string): number[] => text.split('.').map((part) => Number.parseInt(part, 10));
  const [have, want] = [numbers(version), numbers(OLDEST_SERVER)];
  for (const [n, least] of want.entries()) {
    const mine = have[n] ?? Number.NaN;
    if (mine !== least) return mine > least;
  }
  return true;
}
