import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letterMark } from '../../mail/letter-mark.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { TASK_QUEUE } from '../../worker/engine.ts';
import type { Child } from '../harness/child.ts';
import { noticesOf } from '../harness/told.ts';
import { until, wallRound } from '../harness/wall-round.ts';
import { answerByChat, answerByWeb } from './answering.ts';
import { openSharedHouse, type SharedHouse } from './house.ts';
import { WebVisitor } from './web-visitor.ts';

const server = process.env.DONDOC_TEST_DATABASE_URL;
const LIMIT_MS = 240_000;

/** Nobody of these answers: a reminder, then three rungs, the last one half a minute after the day is over. */
const SILENT = ['so-gddt', 'so-ldtbxh', 'so-tttt', 'so-xd'];
const SILENT_ROUND = 'brvt-kh54-2022/2024/IV.2.đ/im-lang';
const ANSWERED_ROUND = 'brvt-kh54-2022/2024/IV.2.đ/tra-loi';
/** Focal points and heads who answer: by Telegram, and on the pages. */
const BY_CHAT = { agency: 'so-dl', focalPoint: 'p05', head: 'p06' };
const BY_WEB = { agency: 'so-yt', focalPoint: 'p07', head: 'p08' };
const ACCOUNTS = { p05: 9105, p06: 9106 };

if (server !== undefined) {
  describe('two workers, two bots and the pages, on one Temporal server and one PostgreSQL', () => {
    let house: SharedHouse;
    let workers: Child[];
    let bots: Child[];
    let web: Child;
    let played = false;

    beforeAll(async () => {
      house = await openSharedHouse(server);
      // All at once, on a database that has no schema yet.
      workers = [house.start('worker'), house.start('worker')];
      bots = [house.start('bot'), house.start('bot')];
      web = house.start('web');
      await Promise.all([...workers, ...bots, web].map((child) => child.line('Ctrl-C')));
    }, LIMIT_MS);
    afterAll(() => house.close());

    const pidsOf = (children: Child[]): (number | undefined)[] => children.map(({ process: { pid } }) => pid).sort();

    async function enter(person: string): Promise<WebVisitor> {
      const visitor = new WebVisitor(house.url);
      const { said } = await house.command('invite', person);
      await visitor.enter(/http:\S+/.exec(said)?.[0] ?? '');
      return visitor;
    }

    async function doctor(): Promise<{ code: number | null; lines: { what: string; ok: boolean; words: string }[] }> {
      const { code, said } = await house.command('doctor', '--json');
      return { code, lines: JSON.parse(said) };
    }

    async function holder(): Promise<Child> {
      const { lines } = await doctor();
      const { words = '' } = lines.find(({ what }) => what === 'Telegram') ?? {};
      const found = bots.find(({ process: { pid } }) => words.includes(`tiến trình ${pid} `));
      if (!found) throw new Error(`no bot of ours: ${words}`);
      return found;
    }

    const rungsOf = async (agency: string): Promise<string[]> =>
      (await noticesOf(house.database, { of: SILENT_ROUND, kind: ['reminder', 'escalation'], about: agency })).map(
        ({ rung, to, late }) => `${rung} ${to}${late ? ' late' : ''}`,
      );

    it(
      'stand ready: both workers ask for tasks, one bot listens and the other waits, and doctor says so',
      async () => {
        const connection = await Connection.connect(house.target.client);
        const { pollers } = await connection.workflowService.describeTaskQueue({
          namespace: house.target.namespace,
          taskQueue: { name: TASK_QUEUE },
          taskQueueType: 1,
        });
        await connection.close();
        const asking = (pollers ?? []).map(({ identity }) => Number((identity ?? '').split('@')[0]));
        expect(asking.sort()).toEqual(pidsOf(workers));

        const { code, lines } = await until('the bot is listening', async () => {
          const answer = await doctor();
          return answer.code === 0 && answer;
        });
        expect(code).toBe(0);
        const processes = lines.filter(({ what }) => what.startsWith('Tiến trình'));
        const named = (role: string): number[] =>
          processes
            .filter(({ what }) => what.includes(role))
            .map(({ words }) => Number(new RegExp(`^máy ${hostname()}, số (\\d+)`).exec(words)?.[1]));
        expect(named(' worker ').sort()).toEqual(pidsOf(workers));
        expect(named(' bot ').sort()).toEqual(pidsOf(bots));
        expect(named(' web ')).toEqual(pidsOf([web]));
        expect(lines.find(({ what }) => what === 'Thư điện tử')?.words).toContain('trả lời');
      },
      LIMIT_MS,
    );

    it(
      'answers through chat and pages at once, notices by the clock, and a worker and a bot killed meanwhile',
      async () => {
        const { db } = house.database;
        const calendar = loadCalendar();
        for (const [person, account] of Object.entries(ACCOUNTS)) {
          const at = '2024-01-01T00:00:00.000+07:00';
          const row = { channel: 'telegram', account: String(account), person, at, reachable: true };
          await db.insertInto('binding').values(row).execute();
        }
        await putOnAgendaOf(db, [
          wallRound(calendar, { period: 'tra-loi', overdueInMs: 3_600_000, agencies: [BY_CHAT.agency, BY_WEB.agency] }),
        ]);
        await until('the round is open', async () => {
          const rows = await db
            .selectFrom('obligation')
            .select('key')
            .where('key', 'like', `${ANSWERED_ROUND}/%`)
            .execute();
          return rows.length === 2;
        });
        const [focalPoint, head] = await Promise.all([enter(BY_WEB.focalPoint), enter(BY_WEB.head)]);
        await putOnAgendaOf(db, [
          wallRound(calendar, {
            period: 'im-lang',
            overdueInMs: 8_000,
            agencies: SILENT,
            lastRung: 15,
            collapseAfterMs: 600_000,
          }),
        ]);

        const { telegram } = house;
        await Promise.all([
          answerByChat(telegram.chat(ACCOUNTS.p05), '1. Trả lời ngay', /Số biên nhận BN-\d{4}-\d{4}/),
          answerByWeb(focalPoint, `owed:${ANSWERED_ROUND}/${BY_WEB.agency}`, /Số biên nhận BN-\d{4}-\d{4}/),
        ]);
        const dying = await holder();
        await until(
          'first rungs',
          async () => (await Promise.all(SILENT.map(rungsOf))).every((told) => told.length >= 2),
          LIMIT_MS,
        );
        await Promise.all([workers[0]?.kill(), dying.kill()]);

        await Promise.all([
          answerByChat(telegram.chat(ACCOUNTS.p06), '1. Xác nhận', /Đã ghi nhận/),
          answerByWeb(head, 'confirm:', /Đã ghi nhận/),
        ]);
        await until(
          'all rungs',
          async () => (await Promise.all(SILENT.map(rungsOf))).every((told) => told.length >= 4),
          LIMIT_MS,
        );
        await until(
          'nothing waits',
          async () => {
            const open = await db
              .selectFrom('message')
              .select('key')
              .where('status', 'in', ['queued', 'unknown'])
              .execute();
            const notices = await db
              .selectFrom('notice')
              .select('key')
              .where('status', '=', 'queued')
              .where('round', 'like', '%đ/im-lang')
              .execute();
            return open.length === 0 && notices.length === 0;
          },
          LIMIT_MS,
        );
        expect(bots.filter((bot) => bot !== dying)).toContain(await holder());
        played = true;
      },
      LIMIT_MS,
    );

    it('each notice was decided once', async () => {
      expect(played).toBe(true);
      for (const agency of SILENT) {
        expect(await rungsOf(agency)).toEqual([
          `reminder-1 ${agency}/focalPoint`,
          `rung-1 ${agency}/head`,
          'rung-2 so-khcn/coordinator',
          'rung-3 ubnd-tinh/leadership',
        ]);
      }
    });

    it('each letter arrived once; one that was in hand when its worker died is marked where it came twice', async () => {
      expect(played).toBe(true);
      const rows = await house.database.db.selectFrom('message').selectAll().where('channel', '=', 'email').execute();
      expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
      const marks = rows.map(({ key }) => letterMark(key));
      for (const mark of marks) {
        const copies = house.letters.filter(({ messageId }) => messageId?.includes(mark));
        const plain = copies.filter(({ subject }) => !subject?.endsWith('(gửi lại)'));
        expect(plain.length).toBeLessThanOrEqual(1);
        expect(copies.length).toBeGreaterThanOrEqual(1);
        expect(copies.length).toBeLessThanOrEqual(2);
      }
      expect(house.letters.filter(({ messageId }) => !marks.some((mark) => messageId?.includes(mark)))).toEqual([]);
      const notices = rows.flatMap(({ notices: carried }) => carried).filter((key) => key.startsWith(SILENT_ROUND));
      expect(new Set(notices).size).toBe(SILENT.length * 4);
    });

    it('each answer counted once, and is official', async () => {
      expect(played).toBe(true);
      const { db } = house.database;
      for (const { agency } of [BY_CHAT, BY_WEB]) {
        const acts = await db
          .selectFrom('journal')
          .select('kind')
          .where('round', '=', `round/brvt/${ANSWERED_ROUND}`)
          .where('agency', '=', agency)
          .where('kind', 'in', ['submitted', 'confirmed'])
          .orderBy('seq')
          .execute();
        expect(acts.map(({ kind }) => kind)).toEqual(['submitted', 'confirmed']);
        const duty = await db
          .selectFrom('obligation')
          .select(['phase', 'standing'])
          .where('key', '=', `${ANSWERED_ROUND}/${agency}`)
          .executeTakeFirstOrThrow();
        expect(duty).toEqual({ phase: 'submitted', standing: 'official' });
      }
      expect(await db.selectFrom('submission').select('receipt').execute()).toHaveLength(2);
      expect(await db.selectFrom('inbox').select('key').where('status', '!=', 'done').execute()).toEqual([]);
      for (const account of Object.values(ACCOUNTS)) {
        const heard = house.telegram.chat(account).heard.filter((text) => /Đã ghi nhận/.test(text));
        expect(heard.filter((text) => !text.includes('gửi lại'))).toHaveLength(1);
      }
    });

    it(
      'doctor names the two that were killed; the others stop in order and leave no trace',
      async () => {
        expect(played).toBe(true);
        const { code, lines } = await until(
          'the killed are missed',
          async () => {
            const answer = await doctor();
            return answer.lines.filter(({ ok }) => !ok).length >= 2 && answer;
          },
          LIMIT_MS,
        );
        expect(code).toBe(1);
        const gone = lines.filter(({ what, ok }) => !ok && what.startsWith('Tiến trình'));
        expect(gone.map(({ what }) => what.split(' ')[2]).sort()).toEqual(['bot', 'worker']);
        const alive = [...workers, ...bots, web].filter(({ process: child }) => child.signalCode === null);
        expect(alive).toHaveLength(3);
        for (const { process: child } of alive) child.kill('SIGTERM');
        expect(await Promise.all(alive.map(({ ended }) => ended))).toMatchObject([
          { code: 0 },
          { code: 0 },
          { code: 0 },
        ]);
        expect(await house.database.db.selectFrom('process').select('id').execute()).toHaveLength(2);
      },
      LIMIT_MS,
    );
  });
}

describe('a process with one role', () => {
  it('is for what is live', async () => {
    const { runChild } = await import('../harness/child.ts');
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' };
    const child = runChild('worker/main.ts', ['start', '--role', 'worker'], env);
    expect(await child.ended).toMatchObject({ code: 1 });
    expect(child.lines.join('\n')).toContain('dondoc start --live --role worker');
  });
});
