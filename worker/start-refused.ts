/**
 * The program cannot start, and the reason lies in its surroundings: the sentence is Vietnamese, complete, and names the
 * way out. worker/main.ts prints it without a stack and ends with status 1. Anything else that is thrown is a bug.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
