import { createHash, randomBytes } from 'node:crypto';
import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import type { BindingStore } from './ports.ts';

/** A code shown on a page is used at once; one printed in a letter is given days. */
export const CODE_LIFE_MS = 15 * 60_000;

/** After a code was used, how long the chat may think before it says "đúng". */
export const CONFIRM_LIFE_MS = 15 * 60_000;

/** 128 random bits, as many letters as a start link carries: 22 of A–Z, a–z, 0–9, `_` and `-`. */
export function newBindingCode(): string {
  return randomBytes(16).toString('base64url');
}

/** What is kept of a code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** Opens the chat with the bot and hands it the code. */
export function bindingLink(username: string, code: string): string {
  return `https://t.me/${username}?start=${code}`;
}

/** A code for a person, good once; an earlier one that nobody used ends. The code is known to the caller only. */
export async function issueBindingCode(
  bindings: Pick<BindingStore, 'issue'>,
  person: string,
  at: Instant,
  lifeMs: number = CODE_LIFE_MS,
): Promise<{ code: string; expiresAt: Instant }> {
  const code = newBindingCode();
  const expiresAt = plusMs(at, lifeMs);
  await bindings.issue({ hash: hashOfCode(code), person, createdAt: at, expiresAt });
  return { code, expiresAt };
}
