import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  'create index obligation_plan on obligation (plan, year)',
  'create index obligation_requirement on obligation (plan, requirement, period)',
  'create index workflow_open on workflow (type) where not closed',
  'create index workflow_plan on workflow (plan, type)',
  'create index journal_plan on journal (plan, kind)',
  "create index notice_vacant on notice (slot) where status = 'vacant'",
  'create index message_slot on message (slot)',
  "create index message_newest on message (person, channel, slot desc) where status <> 'queued'",
  "create index message_failed on message (slot) where status in ('failed', 'held')",
];

/** A desk with tens of thousands of duties: what pages ask for is found without reading whole tables. */
export const largeDesk: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
