/** A table of figures as it is printed: the unit stands in the head of each column. */
export interface Table {
  title: string;
  head: string[];
  rows: Cell[][];
  /** What the figures are of, one line each. */
  notes?: string[];
}

/** Null: not measured. */
export type Cell = string | number | null;

export function tableText({ title, head, rows, notes = [] }: Table): string {
  const cells = [head, ...rows.map((row) => row.map(cellText))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const [first = [], ...rest] = cells;
  return [title, '', line(first), rule, ...rest.map(line), ...notes.map((note) => `* ${note}`), ''].join('\n');
}

function cellText(cell: Cell): string {
  if (cell === null) return 'not measured';
  return typeof cell === 'string' ? cell : numberText(cell);
}

/** Three figures that count, and never more digits after the point than mean something. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value.toLocaleString('en', {
    maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2,
  });
}
