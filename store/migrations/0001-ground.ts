import { type Kysely, type Migration, sql } from 'kysely';

/** Text that sorts by its bytes: keys, days and instants of fixed form. */
const KEY = 'text collate "C"';

const TABLES = [
  `create table clock (id int primary key check (id = 1), mode text not null, now ${KEY}, target ${KEY}, running boolean not null default false)`,
  `create table agenda (key ${KEY} primary key, workflow ${KEY} not null, at ${KEY} not null, rank int not null, message jsonb not null)`,
  'create index agenda_order on agenda (at, rank, workflow, key)',
  `create table handled (key ${KEY} primary key, workflow ${KEY} not null)`,
  `create table workflow (workflow ${KEY} primary key, type text not null, province text not null, plan text, n int not null, wake ${KEY},
     phase text not null, closed boolean not null, at ${KEY} not null, state jsonb not null)`,
  'create index workflow_wake on workflow (wake) where wake is not null',
  `create table journal (seq bigint generated always as identity primary key, key ${KEY} not null unique, at ${KEY} not null, kind text not null,
     plan text, round ${KEY}, agency text, person text, actor jsonb, facts jsonb not null, ref text, workflow ${KEY} not null)`,
  'create index journal_round on journal (round, agency)',
  `create table notice (seq bigint generated always as identity primary key, key ${KEY} not null unique, kind text not null, at ${KEY} not null,
     slot ${KEY} not null, province text not null, to_agency text not null, to_role text not null, to_rank int, to_person text, plan text,
     round ${KEY}, about text, deadline int, rung text, late boolean not null, facts jsonb not null, ref text, status text not null default 'queued')`,
  "create index notice_queued on notice (province, slot) where status = 'queued'",
  'create index notice_round on notice (round, about)',
  `create table message (key ${KEY} primary key, province text not null, slot ${KEY} not null, person text not null, agency text not null, channel text not null,
     subject text not null, text text not null, html text, notices jsonb not null, status text not null, attempts int not null default 0,
     again boolean not null default false, error text, sent_at ${KEY}, read_at ${KEY}, provider_id text)`,
  "create index message_queued on message (province, slot) where status in ('queued', 'held', 'unknown')",
  'create index message_person on message (person, slot)',
  `create table obligation (key ${KEY} primary key, round ${KEY} not null, plan text not null, requirement text not null, kind text not null, year int not null,
     period text not null, agency text not null, reviewer text, closing text not null, phase text not null, standing text not null,
     deadline int not null, named_on ${KEY}, last_day_on ${KEY} not null, aim_on ${KEY} not null, overdue_after ${KEY} not null, rung int not null, n int not null,
     state jsonb not null)`,
  'create index obligation_round on obligation (round)',
  'create index obligation_agency on obligation (agency, phase)',
  'create index obligation_due on obligation (phase, overdue_after)',
  `create table inbox (key ${KEY} primary key, channel text not null, person text not null, at ${KEY} not null, workflow ${KEY} not null, command jsonb not null,
     status text not null, refusal jsonb)`,
  `create table stored_text (ref ${KEY} primary key, at ${KEY} not null, person text not null, text text not null, facts jsonb not null)`,
  `create table submission (receipt ${KEY} primary key, key ${KEY} not null unique, year int not null, serial int not null, obligation ${KEY} not null, person text not null, at ${KEY} not null,
     form text not null, form_version int not null, answers jsonb not null, unique (year, serial))`,
  'create index submission_obligation on submission (obligation)',
  `create table draft_answer (obligation ${KEY} not null, deadline int not null, field ${KEY} not null, person text not null, at ${KEY} not null, answer jsonb not null,
     primary key (obligation, deadline, field))`,
  'create table dialogue (person text primary key, version int not null, state jsonb not null)',
  `create table chat_line (seq bigint generated always as identity primary key, key ${KEY} not null unique, person text not null, at ${KEY} not null,
     direction text not null, reply jsonb not null)`,
  'create index chat_line_person on chat_line (person, seq)',
  `create table person (id text primary key, name text not null, title text, email text, phone text, channels jsonb not null, entered_at ${KEY})`,
  `create table post (id bigint generated always as identity primary key, agency text not null, role text not null, person text not null, rank int not null,
     from_day ${KEY} not null, to_day ${KEY}, unique (agency, role, person, from_day))`,
  `create table stand_in (id bigint generated always as identity primary key, absent text not null, person text not null, from_day ${KEY} not null, to_day ${KEY} not null)`,
  'create table agency (id text not null, province text not null, name text not null, short_name text not null, kind text not null, primary key (province, id))',
  `create table binding (channel text not null, account text not null, person text not null, at ${KEY} not null, reachable boolean not null default true,
     primary key (channel, account))`,
  `create table plan_version (plan text not null, hash text not null, province text not null, at ${KEY} not null, body jsonb not null, primary key (plan, hash))`,
  `create table login_link (hash text primary key, person text not null, created_at ${KEY} not null, expires_at ${KEY} not null, used_at ${KEY},
     cancelled_at ${KEY}, origin text not null)`,
  `create table session (hash text primary key, person text not null, created_at ${KEY} not null, seen_at ${KEY} not null)`,
  `create table access_log (seq bigint generated always as identity primary key, at ${KEY} not null, person text, what text not null, facts jsonb not null)`,
];

export const ground: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
