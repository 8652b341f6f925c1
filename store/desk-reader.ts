import { type Kysely, sql } from 'kysely';
import type { KeptFacts } from '../client/act.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Actor } from '../domain/engine/message.ts';
import type { Answer } from '../domain/form/form.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { Refusal } from '../domain/refusal.ts';
import { CAST_CHANNEL } from './cast-store.ts';
import type { Schema } from './schema.ts';

/** One obligation as its round last wrote it. */
export interface ObligationRecord {
  key: string;
  round: string;
  plan: string;
  requirement: string;
  kind: string;
  year: number;
  period: string;
  agency: string;
  reviewer: string | null;
  closing: 'review' | 'head' | 'letter';
  phase: string;
  standing: 'none' | 'draft' | 'official';
  deadline: number;
  namedOn: string | null;
  lastDayOn: string;
  aimOn: string;
  overdueAfter: string;
  rung: number;
  /** Null for a duty from before the start. */
  state: Obligation | null;
  /** What became of a duty from before the start; null for the others. */
  imported: { settled: string; ref: string | null } | null;
}

export interface JournalRecord {
  seq: number;
  key: string;
  at: Instant;
  kind: string;
  plan: string | null;
  round: string | null;
  agency: string | null;
  by: Actor | null;
  /** Nobody played him: the trial's cast answered. */
  byCast: boolean;
  facts: Record<string, string | number | boolean | null>;
  ref: string | null;
}

/** A notice with the messages that carried it. */
export interface NoticeRecord {
  key: string;
  kind: string;
  at: Instant;
  slot: Instant;
  toAgency: string;
  toRole: string;
  toRank: number | null;
  toPerson: string | null;
  plan: string | null;
  round: string | null;
  about: string | null;
  deadline: number | null;
  rung: string | null;
  late: boolean;
  facts: Record<string, string | number | null>;
  ref: string | null;
  status: string;
  messages: MessageRecord[];
}

export interface MessageRecord {
  key: string;
  slot: Instant;
  person: string;
  agency: string;
  channel: string;
  subject: string;
  text: string;
  status: string;
  error: string | null;
  sentAt: Instant | null;
  readAt: Instant | null;
}

export interface WorkflowRecord {
  workflow: string;
  type: string;
  plan: string | null;
  phase: string;
  closed: boolean;
  wake: Instant | null;
  at: Instant;
  state: Record<string, unknown>;
}

export interface TextRecord {
  ref: string;
  at: Instant;
  person: string;
  text: string;
  facts: Record<string, unknown>;
}

export interface SubmissionRecord {
  receipt: string;
  obligation: string;
  person: string;
  at: Instant;
  form: string;
  formVersion: number;
  answers: Answer[];
}

/** What pages and dialogues read. Says what is, decides nothing, derives nothing. */
export interface DeskReader {
  obligations(filter: {
    round?: string;
    rounds?: string[];
    plan?: string;
    year?: number;
    requirements?: string[];
    period?: string;
    agency?: string;
    /** Duties that an agency owes or reviews. */
    near?: string;
    open?: boolean;
    /** Duties from before the start alone. */
    imported?: true;
    keys?: string[];
  }): Promise<ObligationRecord[]>;
  /** Ids of the plans under which an agency owes, or ever owed, anything. */
  plansAsking(agency: string): Promise<string[]>;
  workflows(filter: { type?: string; plan?: string; workflow?: string; closed?: boolean }): Promise<WorkflowRecord[]>;
  journal(filter: { round: string; agency?: string } | { plan: string; kind: string }): Promise<JournalRecord[]>;
  /** Notices about an agency in a round, those not yet made into messages, those of some keys, or under one key. */
  notices(
    filter: { round: string; about?: string } | { queued: true } | { keys: string[] } | { under: string },
  ): Promise<NoticeRecord[]>;
  messages(filter: { person: string } | { slot: Instant } | { failed: true }): Promise<MessageRecord[]>;
  /** The newest slot in which something left at or before an instant. */
  lastSlot(at: Instant): Promise<Instant | null>;
  texts(refs: (string | null)[]): Promise<Map<string, TextRecord>>;
  submissions(filter: { obligations: string[] } | { receipt: string }): Promise<SubmissionRecord[]>;
  counts(): Promise<Record<string, number>>;
  /** The newest message that left, or should have, for each person on each channel. */
  reach(): Promise<ReachRecord[]>;
  /** Letters put back into the outbox or not yet taken by a mail server, with the notices they carry. */
  waitingLetters(): Promise<{ person: string; notices: string[] }[]>;
  /** When each person first entered the web chat; null = never. */
  entered(): Promise<Map<string, Instant | null>>;
  /** Answers of a report that is still being written. */
  draftAnswers(obligation: string, deadline: number): Promise<Answer[]>;
  /**
   * Acts of which their person was told that they are kept, oldest first: of one person from an instant on, or those of
   * which somebody, or everybody, was told nothing since.
   */
  keptActs(filter: { person: string; since: Instant } | { untold: true; person?: string }): Promise<KeptActRecord[]>;
}

export interface KeptActRecord {
  key: string;
  person: string;
  at: Instant;
  status: 'waiting' | 'done' | 'refused';
  /** Null unless refused. */
  refusal: Refusal | null;
  facts: KeptFacts;
}

/** How the newest message to a person went on one channel. */
export interface ReachRecord {
  person: string;
  channel: string;
  status: string;
  slot: Instant;
  error: string | null;
  sentAt: Instant | null;
  readAt: Instant | null;
}

export function createDeskReader(db: Kysely<Schema>): DeskReader {
  return {
    async obligations({ round, rounds, plan, year, requirements, period, agency, near, open, imported, keys }) {
      if (keys?.length === 0 || rounds?.length === 0 || requirements?.length === 0) return [];
      let query = db.selectFrom('obligation').selectAll().orderBy('last_day_on').orderBy('key');
      if (round !== undefined) query = query.where('round', '=', round);
      if (rounds !== undefined) query = query.where('round', 'in', rounds);
      if (plan !== undefined) query = query.where('plan', '=', plan);
      if (year !== undefined) query = query.where('year', '=', year);
      if (requirements !== undefined) query = query.where('requirement', 'in', requirements);
      if (period !== undefined) query = query.where('period', '=', period);
      if (agency !== undefined) query = query.where('agency', '=', agency);
      if (near !== undefined) query = query.where((eb) => eb.or([eb('agency', '=', near), eb('reviewer', '=', near)]));
      if (imported) query = query.where('phase', '=', 'imported');
      if (open === true) query = query.where('phase', 'in', ['open', 'submitted']);
      if (keys !== undefined) query = query.where('key', 'in', keys);
      return (await query.execute()).map((row): ObligationRecord => {
        const imported = row.phase === 'imported';
        return {
          key: row.key,
          round: row.round,
          plan: row.plan,
          requirement: row.requirement,
          kind: row.kind,
          year: row.year,
          period: row.period,
          agency: row.agency,
          reviewer: row.reviewer,
          closing: row.closing as ObligationRecord['closing'],
          phase: row.phase,
          standing: row.standing as ObligationRecord['standing'],
          deadline: row.deadline,
          namedOn: row.named_on,
          lastDayOn: row.last_day_on,
          aimOn: row.aim_on,
          overdueAfter: row.overdue_after,
          rung: row.rung,
          state: imported ? null : (row.state as unknown as Obligation),
          imported: imported ? (row.state as unknown as { settled: string; ref: string | null }) : null,
        };
      });
    },

    async workflows({ type, plan, workflow, closed }) {
      let query = db.selectFrom('workflow').selectAll().orderBy('workflow');
      if (type !== undefined) query = query.where('type', '=', type);
      if (plan !== undefined) query = query.where('plan', '=', plan);
      if (workflow !== undefined) query = query.where('workflow', '=', workflow);
      if (closed !== undefined) query = query.where('closed', '=', closed);
      return (await query.execute()).map(({ n: _n, province: _province, ...row }) => ({
        ...row,
        state: row.state as Record<string, unknown>,
      }));
    },

    async journal(filter) {
      let query = db
        .selectFrom('journal')
        .selectAll()
        .select((eb) =>
          eb
            .exists(
              eb
                .selectFrom('inbox')
                .select('inbox.key')
                .where('inbox.channel', '=', CAST_CHANNEL)
                .whereRef('inbox.workflow', '=', 'journal.workflow')
                .whereRef('inbox.person', '=', 'journal.person')
                .whereRef('inbox.at', '=', 'journal.at'),
            )
            .as('byCast'),
        )
        .orderBy('at')
        .orderBy('seq');
      if ('kind' in filter) query = query.where('plan', '=', filter.plan).where('kind', '=', filter.kind);
      else {
        query = query.where('round', '=', filter.round);
        if (filter.agency !== undefined) query = query.where('agency', '=', filter.agency);
      }
      return (await query.execute()).map(({ actor, person: _person, workflow: _workflow, ...row }) => ({
        ...row,
        by: actor as unknown as Actor | null,
        byCast: row.byCast === true,
        facts: row.facts as JournalRecord['facts'],
      }));
    },

    async notices(filter) {
      let query = db.selectFrom('notice').selectAll().orderBy('slot').orderBy('seq');
      if ('keys' in filter && filter.keys.length === 0) return [];
      if ('queued' in filter) query = query.where('status', '=', 'queued');
      else if ('keys' in filter) query = query.where('key', 'in', filter.keys);
      else if ('under' in filter) query = query.where('key', 'like', `${filter.under.replace(/[%_\\]/g, '\\$&')}/%`);
      else {
        query = query.where('round', '=', filter.round);
        if (filter.about !== undefined) query = query.where('about', '=', filter.about);
      }
      const rows = await query.execute();
      const carried = await messagesOf(
        db,
        rows.filter(({ status }) => status === 'grouped').map(({ key }) => key),
      );
      return rows.map(
        (row): NoticeRecord => ({
          key: row.key,
          kind: row.kind,
          at: row.at,
          slot: row.slot,
          toAgency: row.to_agency,
          toRole: row.to_role,
          toRank: row.to_rank,
          toPerson: row.to_person,
          plan: row.plan,
          round: row.round,
          about: row.about,
          deadline: row.deadline,
          rung: row.rung,
          late: row.late,
          facts: row.facts as NoticeRecord['facts'],
          ref: row.ref,
          status: row.status,
          messages: carried.get(row.key) ?? [],
        }),
      );
    },

    async messages(filter) {
      let query = db.selectFrom('message').select(MESSAGE_COLUMNS).orderBy('slot').orderBy('person').orderBy('channel');
      if ('person' in filter) query = query.where('person', '=', filter.person);
      else if ('slot' in filter) query = query.where('slot', '=', filter.slot);
      else query = query.where('status', 'in', ['failed', 'held']);
      return (await query.execute()).map(messageOf);
    },

    async lastSlot(at) {
      const row = await db
        .selectFrom('message')
        .select(({ fn }) => fn.max('slot').as('slot'))
        .where('slot', '<=', at)
        .executeTakeFirst();
      return row?.slot ?? null;
    },

    async texts(refs) {
      const wanted = [...new Set(refs.filter((ref) => ref !== null))];
      if (wanted.length === 0) return new Map();
      const rows = await db.selectFrom('stored_text').selectAll().where('ref', 'in', wanted).execute();
      return new Map(rows.map((row) => [row.ref, row as TextRecord]));
    },

    async submissions(filter) {
      if ('obligations' in filter && filter.obligations.length === 0) return [];
      let query = db.selectFrom('submission').selectAll().orderBy('year').orderBy('serial');
      query =
        'receipt' in filter
          ? query.where('receipt', '=', filter.receipt)
          : query.where('obligation', 'in', filter.obligations);
      return (await query.execute()).map((row) => ({
        receipt: row.receipt,
        obligation: row.obligation,
        person: row.person,
        at: row.at,
        form: row.form,
        formVersion: row.form_version,
        answers: row.answers as unknown as Answer[],
      }));
    },

    async counts() {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*) from agenda) as agenda,
        (select count(*) from inbox where status = 'waiting' and channel <> ${CAST_CHANNEL}) as inbox,
        (select count(*) from notice where status = 'queued') as notices,
        (select count(*) from notice where status = 'vacant') as vacant,
        (select count(*) from message where status = 'queued') as messages,
        (select count(*) from message where status = 'failed') as failed,
        (select count(*) from workflow where not closed) as workflows`.execute(db);
      return rows[0] ?? {};
    },

    async reach() {
      // The newest of each by the index: there may be a hundred thousand older ones.
      const { rows } = await sql<Omit<ReachRecord, 'sentAt' | 'readAt'> & { sent_at: Instant; read_at: Instant }>`
        with recursive pair as (
          (select person, channel from message where status <> 'queued' order by person, channel limit 1)
          union all
          select next.person, next.channel from pair cross join lateral (
            select person, channel from message where status <> 'queued' and (person, channel) > (pair.person, pair.channel)
            order by person, channel limit 1) next)
        select newest.* from pair cross join lateral (
          select person, channel, status, slot, error, sent_at, read_at from message
          where status <> 'queued' and person = pair.person and channel = pair.channel order by slot desc limit 1) newest
        order by person, channel`.execute(db);
      return rows.map(({ sent_at, read_at, ...row }) => ({ ...row, sentAt: sent_at, readAt: read_at }));
    },

    async plansAsking(agency) {
      const rows = await db.selectFrom('obligation').select('plan').distinct().where('agency', '=', agency).execute();
      return rows.map(({ plan }) => plan);
    },

    async keptActs(filter) {
      let query = db
        .selectFrom('inbox')
        .select(['key', 'person', 'at', 'status', 'refusal', 'kept'])
        .where('kept', 'is not', null)
        .orderBy('at')
        .orderBy('key');
      if (filter.person !== undefined) query = query.where('person', '=', filter.person);
      if ('untold' in filter) query = query.where('told', 'is', null);
      else query = query.where('at', '>=', filter.since);
      return (await query.execute()).map(({ kept, refusal, ...row }) => ({
        ...row,
        refusal: refusal as unknown as Refusal | null,
        facts: kept as unknown as KeptFacts,
      }));
    },

    async waitingLetters() {
      const rows = await db
        .selectFrom('message')
        .select(['person', 'notices'])
        .where('status', '=', 'queued')
        .where('channel', '=', 'email')
        .orderBy('person')
        .orderBy('key')
        .execute();
      return rows.map(({ person, notices }) => ({ person, notices: notices as string[] }));
    },

    async entered() {
      const rows = await db.selectFrom('person').select(['id', 'entered_at']).execute();
      return new Map(rows.map(({ id, entered_at }) => [id, entered_at]));
    },

    async draftAnswers(obligation, deadline) {
      const rows = await db
        .selectFrom('draft_answer')
        .select('answer')
        .where('obligation', '=', obligation)
        .where('deadline', '=', deadline)
        .orderBy('field')
        .execute();
      return rows.map(({ answer }) => answer as unknown as Answer);
    },
  };
}

/** Without the letter as it was laid out and the chat's card, which are large. */
const MESSAGE_COLUMNS = [
  'key',
  'slot',
  'person',
  'agency',
  'channel',
  'subject',
  'text',
  'status',
  'error',
  'sent_at',
  'read_at',
] as const;

async function messagesOf(db: Kysely<Schema>, notices: string[]): Promise<Map<string, MessageRecord[]>> {
  const found = new Map<string, MessageRecord[]>();
  if (notices.length === 0) return found;
  const wanted = new Set(notices);
  const rows = await db
    .selectFrom('message')
    .select([...MESSAGE_COLUMNS, 'notices'])
    .where(sql<boolean>`notices ?| ${sql.val(notices)}::text[]`)
    .orderBy('slot')
    .orderBy('person')
    .orderBy('channel')
    .execute();
  for (const row of rows) {
    for (const key of row.notices as string[]) {
      if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), messageOf(row)]);
    }
  }
  return found;
}

function messageOf(row: {
  key: string;
  slot: string;
  person: string;
  agency: string;
  channel: string;
  subject: string;
  text: string;
  status: string;
  error: string | null;
  sent_at: string | null;
  read_at: string | null;
}): MessageRecord {
  const { key, slot, person, agency, channel, subject, text, status, error } = row;
  return { key, slot, person, agency, channel, subject, text, status, error, sentAt: row.sent_at, readAt: row.read_at };
}
