/** Letters of an Update's id; a shorter key is its own id. 72 bits: no two of a run's two thousand messages share one. */
const LETTERS = 12;

/**
 * Names the Update that carries a message, always the same for the same key. The server writes it four times into the
 * history, the key itself stands in the message: a short id keeps a round's history small.
 */
export async function updateId(key: string): Promise<string> {
  if (key.length <= LETTERS) return key;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return Buffer.from(hash).toString('base64url').slice(0, LETTERS);
}
