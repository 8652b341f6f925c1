/** Stands between the words of a draw, so that "a", "bc" and "ab", "c" are not the same draw. */
const BETWEEN = '\u001f';

/**
 * A number from 0 up to but not including 1 that depends on the seed and the words alone: never on how often or in what
 * order somebody has drawn before. (FNV-1a over the words, then the finisher of MurmurHash3.)
 */
export function draw(seed: number, ...words: (string | number)[]): number {
  let hash = 0x811c9dc5;
  const text = `${seed}${BETWEEN}${words.join(BETWEEN)}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** A whole number from `least` to `most`, both included. */
export function drawNumber(least: number, most: number, seed: number, ...words: (string | number)[]): number {
  return least + Math.floor(draw(seed, ...words) * (most - least + 1));
}

/** One of several, as often as its weight says. Weights need not add up to anything. */
export function drawOf<Choice extends string>(
  weights: Partial<Record<Choice, number>>,
  seed: number,
  ...words: (string | number)[]
): Choice {
  const choices = Object.entries(weights) as [Choice, number][];
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw(seed, ...words) * total;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error('nothing to draw from');
  return last[0];
}
