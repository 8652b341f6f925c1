import type { Database } from '../../store/database.ts';

/** A notice as a story tells it. */
export interface Told {
  /** When it was decided and when it may leave, `YYYY-MM-DD HH:mm`. */
  decided: string;
  leaves: string;
  kind: string;
  /** `<agency>/<role>`, with ` 2` behind it for the second in rank. */
  to: string;
  about: string | null;
  deadline: number | null;
  rung: string | null;
  late: boolean;
  facts: Record<string, unknown>;
  /** The stored words it quotes. */
  words: string | null;
  key: string;
}

export interface NoticeFilter {
  about?: string;
  kind?: string | string[];
  /** `<agency>/<role>`. */
  to?: string;
  /** Part of the key, such as the obligation's. */
  of?: string;
  /** Decided on this day or later. */
  since?: string;
}

/** Notices in the order in which they leave. */
export async function noticesOf({ db }: Database, filter: NoticeFilter = {}): Promise<Told[]> {
  const kinds = filter.kind === undefined ? null : [filter.kind].flat();
  const rows = await db
    .selectFrom('notice')
    .leftJoin('stored_text', 'stored_text.ref', 'notice.ref')
    .selectAll('notice')
    .select('stored_text.text as words')
    .orderBy('notice.slot')
    .orderBy('notice.at')
    .orderBy('notice.seq')
    .execute();
  return rows
    .map((row) => ({
      decided: minute(row.at),
      leaves: minute(row.slot),
      kind: row.kind,
      to: `${row.to_agency}/${row.to_role}${(row.to_rank ?? 1) > 1 ? ` ${row.to_rank}` : ''}`,
      about: row.about,
      deadline: row.deadline,
      rung: row.rung,
      late: row.late,
      facts: row.facts,
      words: row.words,
      key: row.key,
    }))
    .filter(
      ({ about, kind, to, key, decided }) =>
        (filter.about === undefined || about === filter.about) &&
        (kinds === null || kinds.includes(kind)) &&
        (filter.to === undefined || to === filter.to) &&
        (filter.of === undefined || key.includes(filter.of)) &&
        (filter.since === undefined || decided >= filter.since),
    );
}

/** One line a notice: when it leaves, what it is, to whom. Example: `2024-11-06 08:00 escalation → so-dl/head`. */
export function lineOf({ leaves, kind, to, late }: Told): string {
  return `${leaves} ${kind} → ${to}${late ? ' (late)' : ''}`;
}

/** `YYYY-MM-DD HH:mm` of an instant. */
export function minute(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
