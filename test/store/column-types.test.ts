import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { testEngines } from '../harness/database.ts';

const cases: { label: string; expression: string; value: unknown }[] = [
  { label: 'Tết, a day → its text', expression: "date '2026-02-17'", value: '2026-02-17' },
  { label: 'a count → a number', expression: '(select count(*) from generate_series(1, 3))', value: 3 },
  { label: 'a whole number of eight bytes → a number', expression: '4503599627370496::int8', value: 4503599627370496 },
  {
    label: 'a moment → an Instant',
    expression: "timestamptz '2024-10-07 00:30:00.25+00'",
    value: '2024-10-07T07:30:00.250+07:00',
  },
  {
    label: 'a moment written as an Instant → the same Instant',
    expression: "timestamptz '2024-11-07T08:00:00.000+07:00'",
    value: '2024-11-07T08:00:00.000+07:00',
  },
  { label: 'a duration → its text', expression: "interval '3 days'", value: '3 days' },
  { label: 'money with decimals → its text', expression: '1500000000.25::numeric', value: '1500000000.25' },
  { label: 'JSON → its value', expression: `'{"khó khăn": [1, 2]}'::jsonb`, value: { 'khó khăn': [1, 2] } },
  { label: 'a list → an array', expression: "array['sở', 'ban']", value: ['sở', 'ban'] },
];

describe.each(testEngines())('$name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it.each(cases)('$label', async ({ expression, value }) => {
    const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(database.db);
    expect(rows[0]?.value).toEqual(value);
  });

  it('refuses a whole number that JavaScript would round', async () => {
    await expect(sql`select 9007199254740993::int8 as value`.execute(database.db)).rejects.toThrow('safe number');
  });
});
