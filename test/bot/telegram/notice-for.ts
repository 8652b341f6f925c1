import { sql } from 'kysely';
import type { Database } from '../../../store/database.ts';

/** A notice and the message of the outbox that carries it, as the sending of notices writes them. */
export async function noticeFor(database: Database, person: string, kind: string, day = '2024-11-07'): Promise<string> {
  const notice = `mau/2024/${day}/${kind}`;
  const slot = `${day}T08:00:00.000+07:00`;
  const reply = { kind: 'info', title: 'Nhắc: Báo cáo năm 2024', lines: ['Hạn Thứ Sáu 15/11/2024.'] };
  const key = `${slot}/${person}/telegram`;
  await sql`insert into notice (key, kind, at, slot, province, to_agency, to_role, late, facts, status)
    values (${notice}, ${kind}, ${slot}, ${slot}, 'tinh-mau', 'so-dl', 'focalPoint', false, '{}', 'grouped')`.execute(
    database.db,
  );
  await sql`insert into message (key, province, slot, person, agency, channel, subject, text, reply, notices, status)
    values (${key}, 'tinh-mau', ${slot}, ${person}, 'so-dl', 'telegram', ${reply.title}, 'Hạn Thứ Sáu 15/11/2024.',
      ${JSON.stringify(reply)}, ${JSON.stringify([notice])}, 'queued')`.execute(database.db);
  return key;
}

/** A person of the directory with an address. */
export async function personRow(database: Database, id: string): Promise<void> {
  await sql`insert into person (id, name, email, channels) values (${id}, ${id}, ${`${id}@example.gov.vn`}, '["email"]')`.execute(
    database.db,
  );
}
