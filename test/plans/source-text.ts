import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../fixtures/sources', import.meta.url));

/**
 * Everything a published plan says, as texts that may be searched: the whole without markup and with blanks collapsed,
 * then each table cell with the parts that a page break tore off put back.
 */
export function sourceTexts(id: string): string[] {
  const file = id === 'brvt-kh-2023' ? `${id}-fragment` : id;
  const text = readFileSync(`${SOURCES}/${file}.txt`, 'utf8');
  return [plain(text), ...joinedCells(text)];
}

/** A text without markup, composed to NFC, blanks collapsed to one. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[*#]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether one of the texts holds the words. */
export function holds(texts: string[], words: string): boolean {
  const sought = plain(words);
  return texts.some((text) => text.includes(sought));
}

function joinedCells(text: string): string[] {
  const rows: string[][] = [];
  for (const line of text.split('\n')) {
    if (!line.includes('\t')) continue;
    const cells = line.split('\t');
    const above = rows.at(-1);
    if (above === undefined || cells[0] !== '') rows.push(cells);
    else for (const [column, cell] of cells.entries()) above[column] = `${above[column] ?? ''} ${cell}`;
  }
  return rows.flat().map(plain);
}
