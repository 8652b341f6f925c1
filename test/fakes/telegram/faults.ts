/** What goes wrong with one call, in the order in which the faults were planned for its method. */
export type Fault =
  | { kind: 'tooMany'; retryAfter: number }
  /** The provider says that it failed. */
  | { kind: 'serverError' }
  /** A gateway answers with a page instead of JSON. */
  | { kind: 'gateway' }
  /** The connection is closed before anything was done. */
  | { kind: 'dropBefore' }
  /** Everything is done, then the connection is closed. */
  | { kind: 'dropAfter' }
  /** Everything is done, the answer comes after so many milliseconds. */
  | { kind: 'slow'; ms: number }
  | { kind: 'forbidden'; description: string };

export const FORBIDDEN = {
  blocked: 'Forbidden: bot was blocked by the user',
  deactivated: 'Forbidden: user is deactivated',
  neverStarted: "Forbidden: bot can't initiate conversation with a user",
} as const;

/** An answer of the Bot API that is no success. */
export class ApiRefusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters: Record<string, number> = {},
  ) {
    super(description);
  }
}

export const badRequest = (description: string): ApiRefusal => new ApiRefusal(400, `Bad Request: ${description}`);
