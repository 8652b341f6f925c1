/** Words that only together name one group: "Hội, Hiệp hội doanh nghiệp". */
const PAIRED = /^(?:các )?hội$/i;

/**
 * The parts of a printed list of cooperating bodies: divided by ";", by "," before a capital and by "và các", so that
 * "UBND các huyện, thị xã, thành phố" stays whole. A list this rule divides wrongly is written out in the plan file.
 * Example: "Liên minh các Hợp tác xã, VCCI CN Vũng Tàu, Hội, Hiệp hội doanh nghiệp" → three parts.
 */
export function splitCooperators(printed: string): string[] {
  const parts: string[] = [];
  for (const piece of printed.split(/;\s*|\s+và (?=các )/).flatMap((part) => part.split(/,\s*(?=\p{Lu})/u))) {
    const word = piece.trim().replace(/\.$/, '');
    const before = parts.at(-1);
    if (before !== undefined && PAIRED.test(before)) parts[parts.length - 1] = `${before}, ${word}`;
    else if (word !== '') parts.push(word);
  }
  return parts;
}
