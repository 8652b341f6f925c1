import { randomBytes } from 'node:crypto';
import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import type { LinkStore } from '../ports.ts';
import { hashOf } from './secret.ts';

/** 32 letters and digits without 0, O, 1 and I, so that a code can be read aloud and typed. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const LINK_LIFE_MS = 24 * 3_600_000;

/** A one-time code of 60 random bits. Example: 7K3M-Q9TX-4HDP. */
export function newLinkCode(): string {
  const letters = [...randomBytes(12)].map((byte) => ALPHABET[byte % 32] ?? '2');
  return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}

/** A code as it was typed, in the form in which it is stored; null when it cannot be one. "7k3m q9tx 4hdp" → 7K3M-Q9TX-4HDP. */
export function readLinkCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  if (letters.length !== 12 || [...letters].some((letter) => !ALPHABET.includes(letter))) return null;
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** Makes a link for a person, good once and for 24 hours. The code is known to the caller only. */
export async function issueLink(links: LinkStore, person: string, from: string, now: Instant): Promise<IssuedLink> {
  const code = newLinkCode();
  const expiresAt = plusMs(now, LINK_LIFE_MS);
  await links.put({ codeHash: hashOf(code), person, createdAt: now, expiresAt, usedAt: null, cancelledAt: null, from });
  return { code, path: `/vao/${code}`, expiresAt };
}

export interface IssuedLink {
  code: string;
  path: string;
  expiresAt: Instant;
}
