import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaseName } from '../../bot/telegram/start.ts';
import { instantFromMs } from '../../domain/calendar/instant.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { createLinkStore } from '../../store/access-store.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import type { OwnTables } from '../../store/telegram-schema.ts';
import { issueLink } from '../../web/auth/link-code.ts';
import { hrefObligation } from '../../web/href.ts';
import { AGAIN } from '../../wording/telegram.ts';
import { until, wallRound } from '../harness/wall-round.ts';
import { openSharedHouse, type SharedHouse } from '../processes/house.ts';
import { Browser } from './browser.ts';
import { Cuts, seededCuts, stepOf } from './cuts.ts';
import { type Answers, actOnPage, goThrough, PageTalk, type Talk, TelegramTalk, withoutMark } from './officials.ts';
import { Revived } from './revived.ts';
import { openWire, type Wire } from './wire.ts';

const server = process.env.DONDOC_TEST_DATABASE_URL;
const SEED = 7;
/** Many times what it takes on two quiet cores. */
const LIMIT_MS = 1_200_000;

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/tra-loi';
/** Focal point and head of each agency. In chats: who presses buttons. On pages: whose head confirms by a form. */
const BY_CHAT = [
  { agency: 'so-dl', focalPoint: 'p05', head: 'p06', presses: true },
  { agency: 'so-gddt', focalPoint: 'p09', head: 'p11', presses: false },
  { agency: 'so-ldtbxh', focalPoint: 'p10', head: 'p12', presses: true },
  { agency: 'so-tttt', focalPoint: 'p13', head: 'p14', presses: false },
];
const BY_WEB = [
  { agency: 'so-yt', focalPoint: 'p07', head: 'p08', byForm: true },
  { agency: 'so-xd', focalPoint: 'p15', head: 'p16', byForm: false },
  { agency: 'so-ct', focalPoint: 'p17', head: 'p18', byForm: true },
  { agency: 'so-nnptnt', focalPoint: 'p19', head: 'p20', byForm: false },
];
const AGENCIES = [...BY_CHAT, ...BY_WEB].map(({ agency }) => agency);
const MEASURES = ['I.1', 'I.2'];
const TARGETS = ['a.1'];

const RECEIVED = /Số biên nhận (BN-\d{4}-\d{4})/;
const CONFIRMED = /Đã xác nhận bản 1\. Báo cáo là chính thức\./;

const remark = (agency: string): string => `Chưa có hướng dẫn, ${agency}`;
const proposal = (agency: string): string => `Đề nghị tập huấn cho ${agency}`;
const accountOf = (person: string): number => 9000 + Number(person.slice(1));

function answers(agency: string, raise: Answers['raise']): Answers {
  return {
    fields: [
      { label: 'Có khó khăn, vướng mắc' },
      { label: 'Đã thực hiện' },
      { text: '40' },
      { label: 'Không có' },
      { text: proposal(agency) },
    ],
    remark: remark(agency),
    raise,
  };
}

if (server !== undefined) {
  describe(`bot and pages, seed ${SEED}, killed again and again while people answer through them`, () => {
    let house: SharedHouse;
    let bot: Revived;
    let web: Revived;
    const wires: Wire[] = [];
    const typed = new Map<string, string[]>();
    const receipts = new Map<string, string>();
    /** The pages that followed a form. */
    const told: string[] = [];
    let played = false;

    beforeAll(async () => {
      house = await openSharedHouse(server);
      const { telegram, database } = house;
      const worker = house.start('worker');
      await worker.line('Ctrl-C');
      const cutOff = async (role: 'bot' | 'web', count: number, buried?: () => Promise<void>): Promise<Revived> => {
        const passes = (when: 'before' | 'after', change: string): boolean => {
          const step = stepOf(change);
          return step !== null && revived.passes(`${when} ${step}`);
        };
        const wire = await openWire(house.databaseUrl, {
          before: (change) => passes('before', change),
          after: (change) => passes('after', change),
        });
        wires.push(wire);
        const start = (): ReturnType<SharedHouse['start']> => house.start(role, { DATABASE_URL: wire.url });
        const revived = new Revived(start, new Cuts(seededCuts(role, SEED, count)), buried);
        return revived;
      };
      // The lease of a dead bot ends by itself after half a minute; nobody waits for it here.
      bot = await cutOff('bot', 13, async () => {
        const leases = database.db.withTables<OwnTables>();
        const over = instantFromMs(0);
        const name = leaseName(String(telegram.me.id));
        await leases.updateTable('lease').set({ until: over }).where('name', '=', name).execute();
      });
      web = await cutOff('web', 8);
      telegram.breaksOff = (method, when) => method === 'sendMessage' && bot.passes(`${when} message`);
      await Promise.all([bot.begin(), web.begin()]);
    }, LIMIT_MS);
    afterAll(async () => {
      bot.close();
      web.close();
      await house.close();
      await Promise.all(wires.map((wire) => wire.close()));
    });

    /** A link is good once: where its answer was lost, he asks for another. */
    async function enter(person: string): Promise<Browser> {
      const browser = new Browser(house.url, () => web.passes('after page'));
      return until(`${person} is in`, async () => {
        const { path } = await issueLink(createLinkStore(house.database.db), person, '', instantFromMs(Date.now()));
        return (await browser.send(path, {})).status === 303 && browser;
      });
    }

    function talking<Any extends Talk>(person: string, talk: Any): Any {
      typed.set(person, talk.typed as string[]);
      return talk;
    }

    async function inChat({ agency, focalPoint, head, presses }: (typeof BY_CHAT)[number]): Promise<void> {
      const talk = (person: string): Talk =>
        talking(person, new TelegramTalk(house.telegram.chat(accountOf(person)), presses));
      const own = talk(focalPoint);
      const receipt = RECEIVED.exec(await goThrough(own, answers(agency, 'Gửi ngay'), RECEIVED));
      receipts.set(agency, receipt?.[1] ?? '');
      await goThrough(talk(head), null, CONFIRMED);
      await goThrough(own, null, /Bản 1, số biên nhận BN-\d{4}-\d{4}, chính thức\./);
    }

    async function onPages({ agency, focalPoint, head, byForm }: (typeof BY_WEB)[number]): Promise<void> {
      const duty = `${ROUND}/${agency}`;
      const own = await enter(focalPoint);
      const query = `ve=${encodeURIComponent(duty)}`;
      const raised = { path: '/kho-khan/moi', query, next: '/kho-khan' };
      const list = await actOnPage(own, raised, { ve: duty, 'noi-dung': remark(agency) });
      expect(list).toContain(remark(agency));
      told.push(list);
      const talk = talking(focalPoint, new PageTalk(own));
      const receipt = RECEIVED.exec(await goThrough(talk, answers(agency, 'Chỉ ghi trong báo cáo'), RECEIVED));
      receipts.set(agency, receipt?.[1] ?? '');
      const browser = await enter(head);
      const path = hrefObligation(duty);
      if (byForm) {
        const page = await actOnPage(browser, { path, query: 'viec=xac-nhan', next: path }, {});
        expect(page).toContain('Lãnh đạo xác nhận bản 1: số liệu chính thức');
        told.push(page);
      } else await goThrough(talking(head, new PageTalk(browser)), null, CONFIRMED);
      await goThrough(talk, null, /Bản 1, số biên nhận BN-\d{4}-\d{4}, chính thức\./);
    }

    it(
      'everybody answers, whatever dies meanwhile, and is told so',
      async () => {
        const { db } = house.database;
        for (const person of BY_CHAT.flatMap(({ focalPoint, head }) => [focalPoint, head])) {
          const at = '2024-01-01T00:00:00.000+07:00';
          const row = { channel: 'telegram', account: String(accountOf(person)), person, at, reachable: true };
          await db.insertInto('binding').values(row).execute();
          house.telegram.chat(accountOf(person)).started = true;
        }
        const round = wallRound(loadCalendar(), { period: 'tra-loi', overdueInMs: 36_000_000, agencies: AGENCIES });
        const asks = { measures: MEASURES, endingMeasures: [], targets: TARGETS };
        const body = { ...(round.message.body as object), agencies: AGENCIES.map((agency) => ({ agency, asks })) };
        await putOnAgendaOf(db, [{ ...round, message: { ...round.message, body } }]);
        await until('the round is open', async () => {
          const rows = await db.selectFrom('obligation').select('key').where('key', 'like', `${ROUND}/%`).execute();
          return rows.length === AGENCIES.length;
        });

        const everybody = Promise.all([...BY_CHAT.map(inChat), ...BY_WEB.map(onPages)]);
        await Promise.race([everybody, bot.broken, web.broken]);
        await until(
          'nothing waits',
          async () => {
            const own = db.withTables<OwnTables>();
            const open = [
              await db.selectFrom('message').select('key').where('status', 'in', ['queued', 'unknown']).execute(),
              await own.selectFrom('telegram_update').select('id').where('status', '=', 'waiting').execute(),
              await own.selectFrom('telegram_send').select('seq').where('status', '!=', 'sent').execute(),
            ];
            return open.every((rows) => rows.length === 0) && house.telegram.confirmed;
          },
          LIMIT_MS,
        );
        played = true;
      },
      LIMIT_MS,
    );

    it('each point was met', () => {
      expect(played).toBe(true);
      expect([...bot.left, ...web.left]).toEqual([]);
    });

    it('each act counted once, whatever was delivered, pressed or sent again', async () => {
      expect(played).toBe(true);
      const { db } = house.database;
      const acts = await db.selectFrom('inbox').select(['person', 'status', 'command']).execute();
      const done = acts.map(({ person, status, command }) => {
        const { kind, body } = command as { kind: string; body: { do?: string } };
        return `${person} ${kind === 'open' ? 'obstacle' : body.do} ${status}`;
      });
      const asked = [...BY_CHAT, ...BY_WEB].flatMap(({ focalPoint, head }) => [
        `${focalPoint} obstacle done`,
        `${focalPoint} submit done`,
        `${head} confirm done`,
      ]);
      expect(done.sort()).toEqual(asked.sort());
      const obstacles = await db.selectFrom('workflow').select('workflow').where('type', '=', 'obstacle').execute();
      expect(obstacles).toHaveLength(AGENCIES.length);
      const journal = await db
        .selectFrom('journal')
        .select(['agency', 'kind'])
        .where('round', '=', `round/brvt/${ROUND}`)
        .where('kind', 'in', ['submitted', 'confirmed'])
        .execute();
      expect(journal.map(({ agency, kind }) => `${agency} ${kind}`).sort()).toEqual(
        AGENCIES.flatMap((agency) => [`${agency} confirmed`, `${agency} submitted`]).sort(),
      );
      const duties = await db
        .selectFrom('obligation')
        .select(['phase', 'standing'])
        .where('key', 'like', `${ROUND}/%`)
        .execute();
      expect(duties).toEqual(AGENCIES.map(() => ({ phase: 'submitted', standing: 'official' })));
    });

    it('each answer that was acknowledged stands in the report as it was given, under the receipt that was told', async () => {
      expect(played).toBe(true);
      const { db } = house.database;
      const rows = await db.selectFrom('submission').select(['obligation', 'receipt', 'answers']).execute();
      const given = AGENCIES.map((agency) => ({
        obligation: `${ROUND}/${agency}`,
        receipt: receipts.get(agency),
        answers: [
          { field: 'measure/I.1/status', value: { kind: 'status', status: 'hindered' }, remark: remark(agency) },
          { field: 'measure/I.2/status', value: { kind: 'status', status: 'done' } },
          { field: 'target/a.1/1', value: { kind: 'figure', unit: 'doanh nghiệp, hợp tác xã', value: 40 } },
          { field: 'obstacles', value: { kind: 'nothing' } },
          { field: 'proposals', value: { kind: 'text', text: proposal(agency) } },
        ],
      }));
      const order = (a: { obligation: string }, b: { obligation: string }): number =>
        a.obligation < b.obligation ? -1 : 1;
      expect(rows.sort(order)).toEqual(given.sort(order));
      expect(await db.selectFrom('draft_answer').selectAll().execute()).toEqual([]);
    });

    it('each word that somebody typed stands once in his chat, in his order', async () => {
      expect(played).toBe(true);
      const rows = await house.database.db
        .selectFrom('chat_line')
        .select(['person', 'reply'])
        .where('direction', '=', 'in')
        .orderBy('seq')
        .execute();
      const kept = new Map<string, string[]>();
      for (const { person, reply } of rows) {
        kept.set(person, [...(kept.get(person) ?? []), ...(reply as { lines: string[] }).lines]);
      }
      for (const [person, words] of typed) expect([person, kept.get(person) ?? []]).toEqual([person, words]);
    });

    it('each message came; those that came twice say so, one of a chat for a death of the bot at most', async () => {
      expect(played).toBe(true);
      const sends = await house.database.db
        .withTables<OwnTables>()
        .selectFrom('telegram_send')
        .select(['chat', 'text'])
        .execute();
      for (const person of BY_CHAT.flatMap(({ focalPoint, head }) => [focalPoint, head])) {
        const account = accountOf(person);
        const came = house.telegram.chat(account).seen.filter(({ from }) => from === 'bot');
        const written = sends.filter(({ chat }) => chat === String(account)).map(({ text }) => text);
        expect(new Set(came.map(({ text }) => withoutMark(text)))).toEqual(new Set(written));
        for (const text of new Set(written)) {
          const copies = came.filter((message) => withoutMark(message.text) === text);
          const plain = copies.filter((message) => message.text === text);
          const times = written.filter((each) => each === text).length;
          expect(copies.length, text).toBeGreaterThanOrEqual(times);
          expect(plain.length, `unmarked: ${text}`).toBeLessThanOrEqual(times);
        }
        const marked = came.filter(({ text }) => text.startsWith(AGAIN)).map(({ at }) => at);
        const deaths = marked.map((at) => bot.killed.filter((death) => death < at).length);
        expect(deaths, 'repeats after each death').toEqual([...new Set(deaths)]);
      }
    });

    it('nobody was told that nothing changed, that it could not be done, or the same twice in one message', async () => {
      expect(played).toBe(true);
      const heard = BY_CHAT.flatMap(({ focalPoint, head }) =>
        [focalPoint, head].flatMap((person) => house.telegram.chat(accountOf(person)).heard),
      );
      const lines = await house.database.db
        .selectFrom('chat_line')
        .select('reply')
        .where('direction', '=', 'out')
        .execute();
      const all = [...told, ...heard, ...lines.map(({ reply }) => JSON.stringify(reply))];
      expect(all.filter((text) => /Không có gì thay đổi|Chưa làm được|chưa hiểu/.test(text))).toEqual([]);
      const twice = heard.filter((text) => {
        const parts = withoutMark(text).split('\n\n');
        return new Set(parts).size < parts.length;
      });
      expect(twice).toEqual([]);
    });
  });
}
