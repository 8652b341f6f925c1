/** Edits beyond which two words no longer look alike. */
const ALIKE = 3;

/** Up to three known words that look like a mistyped one, the likeliest first. Example: so-xdd → so-xd. */
export function nearest(word: string, known: string[]): string[] {
  return [...new Set(known)]
    .map((candidate) => ({ candidate, edits: editsBetween(fold(word), fold(candidate)) }))
    .filter(({ candidate, edits }) => edits <= Math.min(ALIKE, Math.floor(candidate.length / 2)))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();
}

/** Letters to insert, delete or replace to make one word of the other (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[b.length] ?? 0;
}
