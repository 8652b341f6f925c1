/** A YAML table whose values are not proved yet. */
export type Table = Record<string, unknown>;

/** Whether a value is a table, not a list. */
export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a list in a table; null for an entry that is no table. No list: empty. */
export function listOf(table: Table, key: string): (Table | null)[] {
  const value = table[key];
  return Array.isArray(value) ? value.map((entry: unknown) => (isTable(entry) ? entry : null)) : [];
}

/** A table in a table; null where something else stands. */
export function tableIn(table: Table | null, key: string): Table | null {
  const value = table?.[key];
  return isTable(value) ? value : null;
}

/** A text in a table; null where something else stands. */
export function textIn(table: Table | null, key: string): string | null {
  const value = table?.[key];
  return typeof value === 'string' ? value : null;
}

/** A number in a table; null where something else stands. */
export function numberIn(table: Table | null, key: string): number | null {
  const value = table?.[key];
  return typeof value === 'number' ? value : null;
}
