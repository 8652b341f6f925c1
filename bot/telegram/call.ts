import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Api, GrammyError, HttpError } from 'grammy';
import { redacted } from './redact.ts';

/** What became of one request to the Bot API. */
export type CallOutcome<Result> =
  | { kind: 'done'; result: Result }
  /** Too many requests: nothing was done, and nothing is to be asked for so many seconds. */
  | { kind: 'wait'; seconds: number; error: string }
  /** This chat cannot be written to: blocked, deactivated, or never started. */
  | { kind: 'blocked'; error: string }
  /** Refused for good. */
  | { kind: 'refused'; error: string }
  /** It did not reach the provider, or the provider said that it failed there. */
  | { kind: 'away'; error: string }
  /** The connection broke or time ran out after the request was written. */
  | { kind: 'unknown'; error: string };

/** The request was never written when one of these broke it. */
const BEFORE_WRITTEN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const CHAT_GONE = /chat not found|user is deactivated|PEER_ID_INVALID|bot can't initiate conversation/i;

/**
 * The Bot API for sending. Each request has a connection of its own: on a kept one that the other side has just closed
 * nobody could tell whether the request arrived.
 */
export function createApi(token: string, apiRoot: string, timeoutMs: number): Api {
  const agent = apiRoot.startsWith('https:') ? new HttpsAgent() : new HttpAgent();
  return new Api(token, { apiRoot, timeoutSeconds: timeoutMs / 1000, baseFetchConfig: { agent } });
}

/** Makes a request and says what became of it; never throws. */
export async function call<Result>(token: string, request: () => Promise<Result>): Promise<CallOutcome<Result>> {
  try {
    return { kind: 'done', result: await request() };
  } catch (error) {
    return { ...fateOf(error), error: redacted(error, token).message };
  }
}

function fateOf(
  error: unknown,
): { kind: 'wait'; seconds: number } | { kind: 'blocked' | 'refused' | 'away' | 'unknown' } {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    if (code === 429) return { kind: 'wait', seconds: parameters.retry_after ?? 5 };
    if (code === 403 || (code === 400 && CHAT_GONE.test(description))) return { kind: 'blocked' };
    // 401: the token is not known now; an operator may set it right.
    if (code === 401 || code >= 500) return { kind: 'away' };
    return { kind: 'refused' };
  }
  const inner = error instanceof HttpError ? error.error : error;
  const code = inner instanceof Error && 'code' in inner ? String(inner.code) : '';
  return { kind: BEFORE_WRITTEN.has(code) ? 'away' : 'unknown' };
}
