/**
 * An error that may be written down: the token is cut out of its words, and what it wraps is left behind, for there the
 * library keeps the address of the request with the token in it.
 */
export function redacted(error: unknown, token: string): Error {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const inner = error instanceof Error && 'error' in error && error.error instanceof Error ? error.error.message : null;
  const whole = inner === null ? words : `${words} (${inner})`;
  const safe = new Error(cut(whole, token));
  delete safe.stack;
  return safe;
}

function cut(text: string, token: string): string {
  const secret = token.slice(token.indexOf(':') + 1);
  return text
    .replaceAll(token, '<token>')
    .replaceAll(encodeURIComponent(token), '<token>')
    .replaceAll(secret, '<token>');
}
