import { createHash } from 'node:crypto';

/** What a letter is known by on its way: 32 hex digits made of its message key, in its Message-ID and return address. */
export function letterMark(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
