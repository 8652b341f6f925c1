import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receiver } from '../../mail/receiver.ts';
import { startReturns } from '../../mail/returns.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { changeAddress } from '../../store/change-address.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createReturnStore } from '../../store/return-store.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import { openDesk } from '../../web/views/desk.ts';
import { loadReach } from '../../web/views/reach.ts';
import { at, openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';
import { until } from '../harness/wall-round.ts';
import { type MailServer, mailServers } from './mail-servers.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const RETURN_ADDRESS = 'tra-lai@tra-lai.example';
const GOOD = 'p09';
const REFUSED = 'p07';
const RETURNED = 'p05';
/**
 * Of three focal points who never opened the web chat one has a mailbox, one is refused at RCPT, and one has an address
 * that is taken and forwarded to where nobody is.
 */
describe.each(mailServers())('letters through $name', ({ open }) => {
  const run = randomBytes(4).toString('hex');
  const mailbox = `b.thidiem+${run}@hop-thu.example`;
  const corrected = `h.vanvidu+${run}@hop-thu.example`;
  let mta: MailServer;
  let story: Story;
  let returns: Receiver | undefined;

  beforeAll(async () => {
    mta = await open();
    const from = 'Đôn Đốc <don-doc@tra-lai.example>';
    story = await openStory({
      start: '2024-10-07T07:30',
      plans: ['brvt-kh54-2022'],
      neverEntered: [GOOD, REFUSED, RETURNED],
      mail: createSmtpMail({
        host: '127.0.0.1',
        port: mta.port,
        auth: null,
        from,
        returnAddress: RETURN_ADDRESS,
        ca: null,
        plain: true,
      }),
    });
    const { db } = story.database;
    await db
      .updateTable('person')
      .set({ email: `h.vanvidu+khac-${run}@hop-thu.example` })
      .execute();
    await address(GOOD, mailbox);
    await address(REFUSED, `khong-co+${run}@hop-thu.example`);
    await address(RETURNED, `chuyen-di+${run}@hop-thu.example`);
    returns = await startReturns({
      address: RETURN_ADDRESS,
      port: mta.returnsPort,
      box: createReturnStore(db),
      now: () => story.now(),
    });
    await story.advance('2024-10-16 09:00');
  });
  afterAll(async () => {
    await returns?.close();
    await story.close();
    await mta.close();
  });

  async function address(person: string, email: string): Promise<void> {
    await story.database.db.updateTable('person').set({ email }).where('id', '=', person).execute();
  }

  const lettersOf = (person: string) =>
    story.database.db
      .selectFrom('message')
      .select(['slot', 'status', 'error', 'attempts'])
      .where('person', '=', person)
      .where('channel', '=', 'email')
      .orderBy('slot')
      .execute();

  async function whyNotReached(person: string): Promise<string | null> {
    const { db } = story.database;
    const desk = await openDesk({
      reader: createDeskReader(db),
      clock: story.engine.clock,
      plans: async () => story.plans,
      roster: () => createRosterStore(db).loadRoster(story.roster.province),
      calendar: () => story.calendar,
      machineNow: () => at('2024-10-16 09:00'),
    });
    return (await loadReach(desk)).why(person);
  }

  const unreached = async (agency: string) => (await story.obligation(`${ROUND}/${agency}`)).state.unreachedSince;

  it('arrive as they were written: subject, words and the name of the enclosed file', async () => {
    const [letter] = await until('the letter', async () => {
      const found = await mta.letters(mailbox);
      return found.length > 0 && found;
    });
    expect(letter?.mail.subject).toBe('Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 05/11/2024 (còn 14 ngày làm việc)');
    expect(letter?.mail.from?.text).toContain('Đôn Đốc');
    expect(letter?.mail.text).toContain('Kính gửi: Sở Giáo dục và Đào tạo;\nÔng/Bà Bùi Thí Điểm, chuyên viên đầu mối.');
    expect(letter?.mail.html).toContain('Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu');
    const [file] = letter?.mail.attachments ?? [];
    expect(file?.filename).toBe('Hạn báo cáo năm 2024 - Sở Giáo dục và Đào tạo.ics');
    expect(file?.content.toString()).toContain('DTSTART;VALUE=DATE:20241105\r\n');
    expect(letter?.source).toMatch(/^Return-Path: <tra-lai\+[0-9a-f]{32}@tra-lai\.example>$/m);
    expect(await lettersOf(GOOD)).toMatchObject([{ status: 'sent', error: null, attempts: 1 }]);
    expect(await whyNotReached(GOOD)).toBeNull();
  });

  it('refused at RCPT: failed, with the server’s words, and the coordinator sees whom nothing reaches', async () => {
    const [letter] = await lettersOf(REFUSED);
    expect(letter).toMatchObject({ status: 'failed', error: expect.stringContaining('550 5.1.1'), attempts: 1 });
    expect(await whyNotReached(REFUSED)).toBe('thư bị trả về ngày 16/10, chưa mở chat web');
    expect(await unreached('so-yt')).toBe('2024-10-16');
  });

  it('taken and sent back: failed, the address is marked, its round waits and the coordinator is told', async () => {
    await until('the report', async () => (await lettersOf(RETURNED))[0]?.status === 'failed');
    expect(await lettersOf(RETURNED)).toMatchObject([
      { status: 'failed', error: 'returned 5.1.1 nobody of this name any more', attempts: 1 },
    ]);
    expect(await whyNotReached(RETURNED)).toBe('thư bị trả về ngày 16/10, chưa mở chat web');
    await story.engine.nudge();
    expect(await unreached('so-dl')).toBe('2024-10-16');
    await story.advance('2024-10-17 09:00');
    // The letter may come back before or after the slot has ended that the other was refused in.
    const told = (await story.notices({ kind: 'unreachable' })).map((each) => `${lineOf(each)}: ${each.about}`);
    expect(told.sort()).toEqual([
      '2024-10-17 08:00 unreachable → so-khcn/coordinator: so-dl',
      '2024-10-17 08:00 unreachable → so-khcn/coordinator: so-yt',
    ]);
    const { text } = await story.database.db
      .selectFrom('message')
      .select('text')
      .where('channel', '=', 'webChat')
      .where('slot', '=', at('2024-10-17 08:00'))
      .where('text', 'like', '%Chưa liên lạc được: Sở Du lịch%')
      .executeTakeFirstOrThrow();
    expect(text).toContain('Thư điện tử ngày 16/10/2024 không đến.');
  });

  it('nothing more goes to the address that sent back, and nothing is sent twice', async () => {
    await story.advance('2024-10-25 09:00');
    expect(await lettersOf(RETURNED)).toHaveLength(1);
    expect(await lettersOf(GOOD)).toMatchObject([
      { status: 'sent', attempts: 1 },
      { status: 'sent', attempts: 1 },
    ]);
    const arrived = await until('the second letter', async () => {
      const found = await mta.letters(mailbox);
      return found.length >= 2 && found;
    });
    const days = arrived.map(({ mail }) => /còn \d+ ngày/.exec(mail.subject ?? '')?.[0]);
    expect(days.sort()).toEqual(['còn 14 ngày', 'còn 7 ngày']);
  });

  it('with the address corrected what came back leaves again, once, and the agency is reached', async () => {
    await changeAddress(story.database.db, {
      person: RETURNED,
      email: corrected,
      phone: null,
      at: at('2024-10-25 09:00'),
      slot: at('2024-10-28 08:00'),
      province: 'brvt',
    });
    await story.advance('2024-10-28 09:00');
    const [letter, ...others] = await until('the letter', async () => {
      const found = await mta.letters(corrected);
      return found.length > 0 && found;
    });
    expect(others).toEqual([]);
    expect(letter?.mail.subject).toContain('báo cáo năm 2024');
    expect(await unreached('so-dl')).toBeNull();
    expect(await whyNotReached(RETURNED)).toBeNull();
  });
});
