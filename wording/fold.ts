/** Text as it is stored: composed marks (NFC), line ends `\n`, no control characters, no blank ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/**
 * Text as it is matched: without marks, lower case, single spaces, no end punctuation.
 * Example: " Đã  xong. " (composed or decomposed) → "da xong".
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:!]+$/, '');
}
