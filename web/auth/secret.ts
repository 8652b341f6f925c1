import { createHash, randomBytes } from 'node:crypto';

/** What is stored of a token or code: its SHA-256, in hex. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** A session token: 32 random bytes, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
