import { sql } from 'kysely';
import { openDatabase } from '../../../store/database.ts';

const { db } = await openDatabase({ kind: 'pglite', dir: process.argv[2] ?? '' });
await sql`create table if not exists act (n int primary key, note text not null)`.execute(db);
await sql`create table if not exists tally (id int primary key, acts int not null)`.execute(db);

const { rows } = await sql<{ last: number | null }>`select max(n) as last from act`.execute(db);
for (let n = (rows[0]?.last ?? 0) + 1; ; n += 1) {
  await db.transaction().execute(async (trx) => {
    await sql`insert into act values (${n}, 'đã ghi nhận')`.execute(trx);
    await sql`insert into tally values (1, ${n}) on conflict (id) do update set acts = excluded.acts`.execute(trx);
  });
  process.stdout.write(`kept ${n}\n`);
}
