import { type Kysely, sql } from 'kysely';
import type { ChatLine, DialogueStore } from '../bot/conversation/ports.ts';
import type { DialogueState, Reply } from '../bot/dialogue/types.ts';
import { withAnswer } from '../domain/form/answers.ts';
import type { Answer } from '../domain/form/form.ts';
import { enterChat } from './chat-entry.ts';
import type { Schema } from './schema.ts';

/** Dialogues, their lines, and the answers of reports in hand. */
export function createDialogueStore(db: Kysely<Schema>): DialogueStore {
  return {
    async load(person) {
      const row = await db.selectFrom('dialogue').select('state').where('person', '=', person).executeTakeFirst();
      return row ? (row.state as unknown as DialogueState) : null;
    },
    keep: ({ person, read, state, lines }) =>
      db.transaction().execute(async (tx) => {
        const body = { version: state.version, state: JSON.stringify(state) };
        const written = await tx
          .insertInto('dialogue')
          .values({ person, ...body })
          .onConflict((oc) => oc.column('person').doUpdateSet(body).where('dialogue.version', '=', read))
          .returning('person')
          .executeTakeFirst();
        if (!written) return false;
        await keepLines(tx, person, lines);
        return true;
      }),
    say: (person, lines) => keepLines(db, person, lines),
    tellOutcome: ({ act, person, at, reply }) =>
      db.transaction().execute(async (tx) => {
        const first = await tx
          .updateTable('inbox')
          .set({ told: at })
          .where('key', '=', act)
          .where('told', 'is', null)
          .returning('key')
          .executeTakeFirst();
        if (first) await keepLines(tx, person, [{ key: outcomeLine(act), at, direction: 'out', reply }]);
      }),
    async knows(key) {
      // What is pressed is no line of the person's own: then the answer to it is the first.
      const first = [`${key}/in/0`, `${key}/out/0`];
      const row = await db.selectFrom('chat_line').select('key').where('key', 'in', first).executeTakeFirst();
      return row !== undefined;
    },
    async lines(person, limit) {
      const rows = await db
        .selectFrom('chat_line')
        .selectAll()
        .where('person', '=', person)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute();
      return rows
        .reverse()
        .map(({ key, at, direction, reply }): ChatLine => ({ key, at, direction, reply: reply as unknown as Reply }));
    },
    async enter(person, at) {
      const said = await enterChat(db, person, at);
      await db
        .updateTable('message')
        .set({ read_at: at })
        .where('person', '=', person)
        .where('channel', '=', 'webChat')
        .where('status', '=', 'delivered')
        .where('read_at', 'is', null)
        .execute();
      return said;
    },
    async keepAnswer({ obligation, deadline, person, at, answer }) {
      const body = { person, at, answer: JSON.stringify(answer) };
      await db
        .insertInto('draft_answer')
        .values({ obligation, deadline, field: answer.field, ...body })
        .onConflict((oc) => oc.columns(['obligation', 'deadline', 'field']).doUpdateSet(body))
        .execute();
    },
    async answers(obligation, deadline) {
      const rows = await db
        .selectFrom('draft_answer')
        .select('answer')
        .where('obligation', '=', obligation)
        .where('deadline', '=', deadline)
        .orderBy('at')
        .orderBy('field')
        .execute();
      return rows.reduce<Answer[]>((all, { answer }) => withAnswer(all, answer as unknown as Answer), []);
    },
    async forgetAnswers(obligation) {
      await sql`delete from draft_answer where obligation = ${obligation}`.execute(db);
    },
  };
}

/** Key of the line that tells what became of a kept act; other chats carry it on. */
export function outcomeLine(act: string): string {
  return `outcome:${act}`;
}

async function keepLines(db: Kysely<Schema>, person: string, lines: ChatLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map(({ key, at, direction, reply }) => ({
    key,
    person,
    at,
    direction,
    reply: JSON.stringify(reply),
  }));
  await db
    .insertInto('chat_line')
    .values(rows)
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}
