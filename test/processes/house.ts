import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { Database } from '../../store/database.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import type { TemporalTarget } from '../../worker/temporal-server/target.ts';
import { FakeTelegram, TOKEN } from '../fakes/telegram/server.ts';
import { type Child, runChild } from '../harness/child.ts';
import { emptyOnServer } from '../harness/database.ts';
import { freshNamespace } from '../harness/namespace.ts';
import { runDirectory } from '../harness/services.ts';
import { ownCertificate } from '../mail/certificate.ts';
import { mailServer } from '../mail/server.ts';

/** One Temporal server, one PostgreSQL, one mail server and one Telegram, for as many processes as a test starts. */
export interface SharedHouse {
  /** Without any schema until the first process has started. */
  database: Database;
  databaseUrl: string;
  target: TemporalTarget;
  telegram: FakeTelegram;
  /** Letters in the order in which they came. */
  letters: ParsedMail[];
  /** `http://127.0.0.1:<port>` of the process with pages. */
  url: string;
  /** `dondoc start --live --role …`, perhaps with settings of its own; `line('Ctrl-C')` is the end of its start. */
  start(role: 'worker' | 'bot' | 'web', own?: Record<string, string>): Child;
  /** Any other command, as a terminal would run it; its whole standard output. */
  command(...args: string[]): Promise<{ code: number | null; said: string }>;
  /** Kills what still runs and ends everything. */
  close(): Promise<void>;
}

export async function openSharedHouse(serverUrl: string): Promise<SharedHouse> {
  const directory = mkdtempSync(join(runDirectory(), 'processes-'));
  const [{ database, url: databaseUrl }, target, telegram, port] = await Promise.all([
    emptyOnServer(serverUrl),
    freshNamespace('processes'),
    FakeTelegram.start(),
    freePort(),
  ]);
  const letters: ParsedMail[] = [];
  const { key, cert, certFile } = ownCertificate();
  const post = await mailServer({
    key,
    cert,
    onData(stream, _session, done) {
      simpleParser(stream).then(
        (mail) => {
          letters.push(mail);
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: 'UTC',
    NO_COLOR: '1',
    TEMPORAL_ADDRESS: target.address,
    TEMPORAL_NAMESPACE: target.namespace,
    DATABASE_URL: databaseUrl,
    DONDOC_DATA: join(directory, 'data'),
    DONDOC_PLANS: plansFolder(directory),
    DONDOC_PORT: String(port),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(post.port),
    SMTP_FROM: 'Đôn Đốc <don-doc@so-khcn.example>',
    SMTP_CA_FILE: certFile,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  };
  const children: Child[] = [];
  const run = (args: string[], own: Record<string, string> = {}): Child => {
    const child = runChild('worker/main.ts', args, { ...env, ...own });
    children.push(child);
    return child;
  };
  return {
    database,
    databaseUrl,
    target,
    telegram,
    letters,
    url: `http://127.0.0.1:${port}`,
    start: (role, own) => run(['start', '--live', '--role', role], own),
    async command(...args) {
      const child = run(args);
      const { code } = await child.ended;
      return { code, said: child.lines.join('\n') };
    },
    async close() {
      await Promise.all(children.map((child) => child.kill()));
      await telegram.stop();
      await post.close();
      await database.close();
    },
  };
}

/** The operator's own folder: one plan of the province, and people who are nobody's. */
function plansFolder(directory: string): string {
  const folder = join(directory, 'plans');
  const built = (path: string): string => fileURLToPath(new URL(`../../plans/${path}`, import.meta.url));
  mkdirSync(join(folder, 'brvt'), { recursive: true });
  copyFileSync(built('trial/roster.yaml'), join(folder, 'roster.yaml'));
  for (const name of ['agencies.yaml', 'brvt-kh54-2022.yaml']) {
    copyFileSync(built(`brvt/${name}`), join(folder, 'brvt', name));
  }
  return folder;
}
