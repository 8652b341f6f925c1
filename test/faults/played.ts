import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedLetter } from '../../mail/ports.ts';
import { startReceiver } from '../../mail/receiver.ts';
import { type DatabaseOptions, openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { type Child, runChild } from '../harness/child.ts';
import { runDirectory } from '../harness/services.ts';
import { testTemporal, workflowBundlePath } from '../harness/temporal.ts';
import type { PlayOrder, PointInHand } from './children/play.ts';
import type { Point } from './points.ts';

export interface PlayAsked {
  plan: string;
  from: string;
  to: string;
  seed: number;
  points: Point[];
  /** A database server; then driver and worker are processes of their own. Absent: one process with the embedded one. */
  url?: string;
}

/** Everything that a play left behind. */
export interface Played {
  /** Points that were met; a play may be over before the last. */
  met: number;
  obligations: Map<string, string>;
  answers: Map<string, string>;
  /** Lines of the journal, notices, lines of the chat, receipts: what was decided and told. */
  effects: Map<string, string>;
  messages: Map<string, { status: string; again: boolean; kinds: string[]; subject: string }>;
  /** As they came to the mail server, in order. */
  letters: { id: string; subject: string }[];
}

const LOOK_MS = 20;

/** Plays with one kill at each point, what was killed started again after each, on a server and a database of its own. */
export async function played({ points, url, ...asked }: PlayAsked): Promise<Played> {
  const { programPath: path, serverVersion } = await testTemporal();
  const own = mkdtempSync(join(runDirectory(), 'play-'));
  const program = { path, serverVersion };
  const server = await startEmbeddedServer({
    program,
    file: join(own, 'temporal.db'),
    env: process.env,
    forTests: true,
  });
  const letters: ReceivedLetter[] = [];
  const receiver = await startReceiver({ box: { keep: async (letter) => void letters.push(letter) } });
  const database: DatabaseOptions = url ? { kind: 'postgres', url } : { kind: 'pglite', dir: join(own, 'database') };
  await prepare(database);
  const order: Omit<PlayOrder, 'part'> = {
    ...asked,
    database,
    address: server.target.address,
    namespace: server.target.namespace,
    bundle: await workflowBundlePath(),
    port: receiver.port,
    point: join(own, 'point'),
    met: join(own, 'met'),
  };
  writeFileSync(order.met, '');
  const company = new Company(order, url ? ['driver', 'worker'] : ['all']);
  try {
    const met = await company.play(points, server);
    const sent = letters.map(({ messageId, subject }) => ({ id: messageId ?? '', subject }));
    return { met, ...(await leftIn(database)), letters: sent };
  } finally {
    await company.end();
    await receiver.close();
    await server.stop();
  }
}

/** The processes of one play. */
class Company {
  readonly #order: Omit<PlayOrder, 'part'>;
  readonly #parts: PlayOrder['part'][];
  readonly #running = new Map<PlayOrder['part'], Child>();
  #done = false;
  #broken: string | null = null;

  constructor(order: Omit<PlayOrder, 'part'>, parts: PlayOrder['part'][]) {
    this.#order = order;
    this.#parts = parts;
  }

  /** @returns how many points were met. @throws with the last lines of a process that broke off by itself. */
  async play(points: Point[], server: EmbeddedServer): Promise<number> {
    let met = 0;
    for (const point of [...points, null]) {
      const name = `${met + 1} ${JSON.stringify(point)}`;
      const inHand = (): PointInHand | null => point && { ...point, name, serverPid: server.pid() };
      hand(this.#order.point, inHand());
      while (!this.#done && !this.#isMet(name)) {
        if (this.#broken !== null) throw new Error(this.#broken);
        for (const part of this.#parts) if (!this.#running.has(part)) await this.#start(part, name);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      if (this.#done) return met;
      while (server.pid() < 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      met += 1;
    }
    return met;
  }

  async end(): Promise<void> {
    this.#done = true;
    for (const child of this.#running.values()) await child.kill();
  }

  #isMet(name: string): boolean {
    return readFileSync(this.#order.met, 'utf8').split('\n').includes(name);
  }

  async #start(part: PlayOrder['part'], about: string): Promise<void> {
    const child = runChild('test/faults/children/play.ts', [JSON.stringify({ ...this.#order, part })]);
    this.#running.set(part, child);
    void child.ended.then(({ code, signal }) => {
      this.#running.delete(part);
      if (code === 0) this.#done = true;
      else if (signal !== 'SIGKILL') this.#broken = `${part}, on the way to ${about}:\n${child.lines.join('\n')}`;
    });
    // The driver sets the scene, on which the worker stands.
    if (part === 'driver') await child.line('ready').catch(() => undefined);
  }
}

async function prepare(options: DatabaseOptions): Promise<void> {
  const { db, close } = await openDatabase(options);
  await migrate(db);
  await close();
}

/** In one piece: a process that looks meanwhile reads the point before or this one. */
function hand(file: string, point: PointInHand | null): void {
  writeFileSync(`${file}.new`, JSON.stringify(point));
  renameSync(`${file}.new`, file);
}

async function leftIn(
  options: DatabaseOptions,
): Promise<Pick<Played, 'obligations' | 'answers' | 'effects' | 'messages'>> {
  const { db, close } = await openDatabase(options);
  try {
    const obligations = await db
      .selectFrom('obligation')
      .select(['key', 'phase', 'standing', 'rung', 'state'])
      .execute();
    const answers = await db.selectFrom('inbox').select(['key', 'at', 'status', 'refusal', 'command']).execute();
    const journal = await db.selectFrom('journal').select(['key', 'at', 'kind', 'facts', 'actor', 'ref']).execute();
    const notices = await db.selectFrom('notice').select(['key', 'at', 'slot', 'kind', 'facts', 'status']).execute();
    const lines = await db.selectFrom('chat_line').select(['key', 'person', 'at', 'direction', 'reply']).execute();
    const submissions = await db.selectFrom('submission').selectAll().execute();
    const messages = await db.selectFrom('message').select(['key', 'status', 'again', 'notices', 'subject']).execute();
    const kinds = new Map(notices.map(({ key, kind }) => [key, kind]));
    const effects = [
      ...journal.map((row) => [`journal ${row.key}`, row] as const),
      ...notices.map((row) => [`notice ${row.key}`, row] as const),
      ...lines.map((row) => [`chat ${row.key}`, row] as const),
      ...submissions.map((row) => [`submission ${row.receipt}`, row] as const),
    ];
    return {
      obligations: new Map(obligations.map((row) => [row.key, JSON.stringify(row)])),
      answers: new Map(answers.map((row) => [row.key, JSON.stringify(row)])),
      effects: new Map(effects.map(([key, row]) => [key, JSON.stringify(row)])),
      messages: new Map(
        messages.map(({ key, status, again, notices: carried, subject }) => [
          key,
          { status, again, subject, kinds: carried.flatMap((each) => kinds.get(each) ?? []) },
        ]),
      ),
    };
  } finally {
    await close();
  }
}
