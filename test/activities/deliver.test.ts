import { afterEach, describe, expect, it } from 'vitest';
import type { Mail, MailOutcome } from '../../activities/ports.ts';
import { MOST_ATTEMPTS } from '../../domain/notice/attempts.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { changeAddress } from '../../store/change-address.ts';
import { enterChat } from '../../store/chat-entry.ts';
import { sentMessages } from '../../store/sent-ledger.ts';
import { answer, mailServer } from '../mail/server.ts';
import { type Desk, openDesk, SENDER } from './desk.ts';

let desk: Desk;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await desk.close();
});

/** Tuesday 24/09/2024, the first reminder: p09 is the focal point, p11 the head of Sở Giáo dục và Đào tạo. */
const FIRST = '2024-09-24T08:00:00.000+07:00';
const TRIAL_HEAD = { person: 'p11', agency: 'so-gddt', roles: ['head'] };
const COORDINATOR = { person: 'p01', agency: 'so-khcn', roles: ['coordinator', 'reviewer'] };
const SPECIALIST = { person: 'p09', agency: 'so-gddt', roles: ['focalPoint'] };

function submission(receipt: string) {
  return {
    do: 'submit' as const,
    agency: 'so-gddt',
    receipt,
    source: 'chat' as const,
    actedOn: '2024-11-05',
    signed: false,
    measures: {},
    ref: `text-${receipt}`,
  };
}

/** A mail server in words: what it says to each letter, by its number. */
function scripted(say: (n: number) => MailOutcome): Mail & { keys: string[] } {
  const keys: string[] = [];
  return {
    keys,
    begin: () => ({
      send: async ({ key }) => {
        keys.push(key);
        return say(keys.length);
      },
      end: async () => undefined,
    }),
  };
}

describe('a slot', () => {
  it('sends one letter and keeps one card for a person who never entered the chat', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    expect(await desk.deliver(FIRST)).toEqual({ waiting: 0, reach: [] });
    expect(await desk.messages()).toMatchObject([
      { key: `${FIRST}/p09/email`, status: 'sent' },
      { key: `${FIRST}/p09/webChat`, status: 'held' },
    ]);
    const [letter] = desk.box.letters;
    expect(letter?.subject).toBe('Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 05/11/2024 (còn 30 ngày làm việc)');
    expect(letter?.at).toBe(FIRST);
    expect(letter?.text).toContain('ngày 07/04/2022 của Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu, mục IV.2 điểm đ:');
    expect(letter?.text).toContain('“Định kỳ hàng năm hoặc đột xuất khi có yêu cầu');
    expect(letter?.text).toContain('10 ngày làm việc trước ngày 19/11/2024 của báo cáo tổng hợp');
    expect(letter?.text).toContain('xin gọi Trần Thị Mẫu, Sở Khoa học và Công nghệ, 0254 000 0101');
    expect(letter?.text).toContain('Mã tin: brvt-kh54-2022/2024/IV.2.đ/2024/so-gddt/1/reminder-30');
  });

  it('is the same a second time: nothing leaves twice', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    await desk.deliver(FIRST);
    await desk.deliver(FIRST, { attempt: 2 });
    expect(desk.box.letters).toHaveLength(1);
    expect(await desk.messages()).toHaveLength(2);
  });

  it('puts several things for one person into one message', async () => {
    desk = await openDesk({ agencies: ['so-gddt', 'so-dl', 'so-yt'] });
    const slot = '2024-11-08T08:00:00.000+07:00';
    await desk.until('2024-11-07T12:00:00.000+07:00');
    await desk.deliver('2024-11-07T08:00:00.000+07:00');
    await desk.until(slot);
    await desk.deliver(slot);
    const toCoordinator = desk.box.letters.filter(({ to, at }) => to === 't.thimau@so-khcn.example' && at === slot);
    expect(toCoordinator).toHaveLength(1);
    expect(toCoordinator[0]?.subject).toBe('Việc hôm nay: 3 việc, 3 quá hạn');
    expect(toCoordinator[0]?.text).toContain('3. Đôn đốc: ');
    const [sent] = (await sentMessages(desk.database.db)).filter(({ person, at }) => person === 'p01' && at === slot);
    expect(sent).toMatchObject({ agency: 'so-khcn', channel: 'email', subject: 'Việc hôm nay: 3 việc, 3 quá hạn' });
    expect(sent?.notices.map(({ about, rung }) => `${about} ${rung}`).sort()).toEqual([
      'so-dl rung-2',
      'so-gddt rung-2',
      'so-yt rung-2',
    ]);
  });

  it('leaves out a reminder of what was done between its decision and its slot', async () => {
    desk = await openDesk();
    await desk.until('2024-11-05T07:00:00.000+07:00');
    await desk.deliver('2024-11-04T08:00:00.000+07:00');
    const before = desk.box.letters.length;
    await desk.act('2024-11-05T07:30:00.000+07:00', SPECIALIST, submission('BN-2024-0001'));
    await desk.deliver('2024-11-05T07:30:00.000+07:00');
    await desk.deliver('2024-11-05T08:00:00.000+07:00');
    expect(desk.box.letters.slice(before).map(({ subject }) => subject)).toEqual([
      'Biên nhận BN-2024-0001: báo cáo năm 2024, KH 54/KH-UBND',
      'Chờ xác nhận: báo cáo năm 2024, KH 54/KH-UBND',
    ]);
    const { db } = desk.database;
    const left = await db.selectFrom('notice').select('key').where('status', '=', 'overtaken').execute();
    expect(left.map(({ key }) => key.split('/').at(-1))).toEqual(['reminder-0']);
  });

  it('tells leadership what was done, with delivery, and what the delay touches', async () => {
    desk = await openDesk({ agencies: ['so-gddt', 'so-dl'] });
    await desk.until('2024-11-06T12:00:00.000+07:00');
    await desk.deliver('2024-11-06T08:00:00.000+07:00');
    await desk.act(
      '2024-11-07T09:00:00.000+07:00',
      { ...SPECIALIST, person: 'p05', agency: 'so-dl' },
      {
        ...submission('BN-2024-0002'),
        agency: 'so-dl',
        signed: true,
      },
    );
    await desk.until('2024-11-12T07:00:00.000+07:00');
    await desk.deliver('2024-11-12T08:00:00.000+07:00');
    const [letter] = desk.box.letters.filter(({ to }) => to === 'l.thigiadinh@ubnd-tinh.example');
    expect(letter?.subject).toBe('Xin ý kiến: Sở Giáo dục và Đào tạo, báo cáo năm 2024');
    expect(letter?.text).toContain('Kính gửi Ông/Bà Lý Thị Giả Định, Phó Chủ tịch UBND tỉnh Bà Rịa – Vũng Tàu.');
    expect(letter?.text).toContain('Đã qua hạn 5 ngày làm việc.');
    expect(letter?.text).toContain(
      '06/11 Lãnh đạo Sở Giáo dục và Đào tạo: máy chủ thư đã nhận; người nhận chưa vào chat web',
    );
    expect(letter?.text).toMatch(
      /chậm nhất 19\/11\/2024 \(còn 5 ngày làm việc\), mới có số liệu của 1 trong 2 cơ quan\./,
    );
    expect(letter?.text).toContain('/xin-y-kien/');
  });

  it('carries the words of a return to the agency as they were written, with the new day', async () => {
    desk = await openDesk();
    await desk.act('2024-11-05T09:00:00.000+07:00', TRIAL_HEAD, submission('BN-2024-0003'));
    await desk.keepWords('why', 'p01', 'Thiếu số liệu mục 2.1 (bản 1).', '2024-11-05T10:00:00.000+07:00');
    await desk.act('2024-11-05T10:00:00.000+07:00', COORDINATOR, { do: 'return', agency: 'so-gddt', ref: 'why' });
    const slot = '2024-11-06T08:00:00.000+07:00';
    await desk.deliver(slot);
    const letter = desk.box.letters.find(({ subject }) => subject.startsWith('Trả lại'));
    expect(letter?.subject).toBe('Trả lại để bổ sung: báo cáo năm 2024, KH 54/KH-UBND, hạn mới 12/11/2024');
    expect(letter?.text).toContain('“Thiếu số liệu mục 2.1 (bản 1).”');
    expect(letter?.text).toContain('hạn số 2 là Thứ Ba, ngày 12/11/2024');
  });

  it('says so when a letter leaves late because the system was away', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    const later = '2024-09-26T08:00:00.000+07:00';
    await desk.deliver(later);
    expect(desk.box.letters[0]?.text).toContain('Tin này đi muộn');
  });
});

describe('who gets it', () => {
  it('is the head where nobody is the focal point, and the stand-in where the holder is away', async () => {
    desk = await openDesk();
    const { db } = desk.database;
    await db.deleteFrom('post').where('person', '=', 'p09').execute();
    await db
      .insertInto('stand_in')
      .values({ absent: 'p11', person: 'p03', from_day: '2024-09-20', to_day: '2024-09-30' })
      .execute();
    await desk.until(FIRST);
    await desk.deliver(FIRST);
    expect(desk.box.letters.map(({ to }) => to)).toEqual(['l.thivithu@so-khcn.example']);
    expect(desk.box.letters[0]?.text).toContain('Ông/Bà thay Phan Thị Mô Phỏng');
  });

  it('is nobody where all posts are empty: the notice stays visible and the agency is not reached', async () => {
    desk = await openDesk();
    const { db } = desk.database;
    await db.deleteFrom('post').where('agency', '=', 'so-gddt').execute();
    await desk.until(FIRST);
    const { reach } = await desk.deliver(FIRST);
    expect(reach).toMatchObject([{ round: desk.round, agency: 'so-gddt', reached: false }]);
    const rows = await db.selectFrom('notice').select('status').execute();
    expect(rows).toEqual([{ status: 'vacant' }]);
  });
});

describe('the mail server', () => {
  it('refuses one address: the agency is not reached, until its address is put right', async () => {
    desk = await openDesk();
    desk.receiver.refuse(['b.thidiem@so-gddt.example']);
    await desk.until(FIRST);
    const { reach } = await desk.deliver(FIRST);
    expect(reach).toEqual([
      {
        round: desk.round,
        agency: 'so-gddt',
        reached: false,
        notice: 'brvt-kh54-2022/2024/IV.2.đ/2024/so-gddt/1/reminder-30',
      },
    ]);
    expect((await desk.messages())[0]).toMatchObject({ status: 'failed', error: expect.stringContaining('550') });
    for (const fact of reach) await desk.fact('2024-09-24T08:00:00.001+07:00', { type: 'reach', ...fact });
    const next = '2024-09-25T08:00:00.000+07:00';
    await desk.deliver(next);
    const told = desk.box.letters.find(({ to }) => to === 't.thimau@so-khcn.example');
    expect(told?.subject).toBe('Chưa liên lạc được: Sở Giáo dục và Đào tạo, báo cáo năm 2024');
    expect(told?.text).toContain('Thư điện tử ngày 24/09/2024 không đến.');

    const slot = '2024-09-26T08:00:00.000+07:00';
    const change = {
      person: 'p09',
      email: 'moi@so-gddt.example',
      phone: null,
      at: '2024-09-25T09:00:00.000+07:00',
      slot,
      province: 'brvt',
    };
    expect(await changeAddress(desk.database.db, change)).toBe(1);
    expect((await desk.deliver(slot)).reach).toMatchObject([{ agency: 'so-gddt', reached: true }]);
    expect(desk.box.letters.at(-1)).toMatchObject({ to: 'moi@so-gddt.example' });
    const starts = await desk.database.db
      .selectFrom('agenda')
      .select('key')
      .where('workflow', '=', `digest/brvt/${slot}`)
      .execute();
    expect(starts).toHaveLength(1);
  });

  it('refuses one person of several: the others get theirs', async () => {
    desk = await openDesk({ agencies: ['so-gddt', 'so-dl'] });
    desk.receiver.refuse(['h.vanvidu@so-dl.example']);
    await desk.until(FIRST);
    const { waiting, reach } = await desk.deliver(FIRST);
    expect(waiting).toBe(0);
    expect(reach.map(({ agency }) => agency)).toEqual(['so-dl']);
    expect(desk.box.letters.map(({ to }) => to)).toEqual(['b.thidiem@so-gddt.example']);
  });

  it('says "later": the letter waits, is tried again and arrives once', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    const { port, close } = await mailServer({
      onRcptTo: (_address, _session, done) => done(answer(451, '4.7.1 greylisted')),
    });
    closing.push(close);
    const grey = createSmtpMail({ host: '127.0.0.1', port, auth: null, from: SENDER, ca: null, plain: true });
    expect(await desk.deliver(FIRST, { mail: grey })).toEqual({ waiting: 1, reach: [] });
    expect((await desk.messages())[0]).toMatchObject({ status: 'queued', error: expect.stringContaining('451') });
    const again = await desk.deliver(FIRST, { at: '2024-09-24T08:15:00.000+07:00', attempt: 2 });
    expect(again).toEqual({ waiting: 0, reach: [] });
    expect(desk.box.letters.map(({ subject }) => subject)).toEqual([
      'Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 05/11/2024 (còn 30 ngày làm việc)',
    ]);
    expect(desk.box.letters[0]?.text).not.toContain('đi muộn');
  });

  it('is down: nothing else is tried in this run, and after the last attempt the agencies count as not reached', async () => {
    desk = await openDesk({ agencies: ['so-gddt', 'so-dl'] });
    await desk.until(FIRST);
    const down = scripted(() => ({ kind: 'away', error: 'ECONNREFUSED' }));
    expect(await desk.deliver(FIRST, { mail: down })).toEqual({ waiting: 2, reach: [] });
    expect(down.keys).toHaveLength(1);
    const last = await desk.deliver(FIRST, { mail: down, attempt: MOST_ATTEMPTS });
    expect(last.reach.map(({ agency, reached }) => [agency, reached])).toEqual([
      ['so-dl', false],
      ['so-gddt', false],
    ]);
    // The next slot takes them along.
    const next = '2024-09-25T08:00:00.000+07:00';
    await desk.deliver(next);
    expect(desk.box.letters).toHaveLength(2);
  });

  it('does not let us in: the queue stops and says why', async () => {
    desk = await openDesk({ agencies: ['so-gddt', 'so-dl'] });
    await desk.until(FIRST);
    const { port, close } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(answer(535, '5.7.8 wrong')),
    });
    closing.push(close);
    const auth = { user: 'don-doc', password: 'sai' };
    const shut = createSmtpMail({ host: '127.0.0.1', port, auth, from: SENDER, ca: null, plain: true });
    expect((await desk.deliver(FIRST, { mail: shut })).waiting).toBe(2);
    const letters = (await desk.messages()).filter(({ channel }) => channel === 'email');
    expect(letters.map(({ status }) => status)).toEqual(['queued', 'queued']);
    expect(letters.some(({ error }) => error?.startsWith('EAUTH'))).toBe(true);
  });

  it('is not set: letters stay in the outbox without a failure, and go when it is', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    expect((await desk.deliver(FIRST, { mail: null })).waiting).toBe(0);
    expect((await desk.messages())[0]).toMatchObject({ status: 'queued', error: 'NO_MAIL_SETTINGS' });
    const next = '2024-10-16T08:00:00.000+07:00';
    await desk.until(next);
    await desk.deliver(next);
    expect(desk.box.letters).toHaveLength(1);
    expect(desk.box.letters[0]?.subject).toContain('(còn 14 ngày làm việc)');
  });

  it('hangs up after the letter was handed over: a formal notice is repeated with its mark, once', async () => {
    desk = await openDesk();
    await desk.act('2024-11-05T09:00:00.000+07:00', SPECIALIST, submission('BN-2024-0004'));
    const slot = '2024-11-05T09:00:00.000+07:00';
    const broken = scripted(() => ({ kind: 'unknown', error: 'ECONNECTION' }));
    expect((await desk.deliver(slot, { mail: broken })).waiting).toBe(1);
    expect(await desk.deliver(slot, { attempt: 2 })).toMatchObject({ waiting: 0 });
    const receipt = desk.box.letters.find(({ subject }) => subject.startsWith('Biên nhận BN-2024-0004'));
    expect(receipt?.subject).toMatch(/\(gửi lại\)$/);
    expect(receipt?.text).toContain('Thư này được gửi lại');
    await desk.deliver(slot, { attempt: 3 });
    expect(desk.box.letters.filter(({ subject }) => subject.startsWith('Biên nhận'))).toHaveLength(1);
    const { db } = desk.database;
    const row = await db
      .selectFrom('message')
      .select(['again', 'attempts'])
      .where('key', '=', `${slot}/p09/email`)
      .executeTakeFirst();
    expect(row).toEqual({ again: true, attempts: 2 });
  });

  it('hangs up on a pure reminder: it is not repeated, and nobody counts as unreached', async () => {
    desk = await openDesk();
    await desk.until(FIRST);
    const broken = scripted(() => ({ kind: 'unknown', error: 'ECONNECTION' }));
    expect(await desk.deliver(FIRST, { mail: broken })).toEqual({ waiting: 0, reach: [] });
    expect(await desk.deliver(FIRST, { attempt: 2 })).toEqual({ waiting: 0, reach: [] });
    expect(desk.box.letters).toEqual([]);
    expect((await desk.messages())[0]).toMatchObject({ status: 'unknown' });
  });

  it('keeps the mark while the repeat itself has to wait', async () => {
    desk = await openDesk();
    await desk.act('2024-11-05T09:00:00.000+07:00', SPECIALIST, submission('BN-2024-0005'));
    const slot = '2024-11-05T09:00:00.000+07:00';
    await desk.deliver(slot, { mail: scripted(() => ({ kind: 'unknown', error: 'ECONNECTION' })) });
    await desk.deliver(slot, { mail: scripted(() => ({ kind: 'away', error: 'ECONNREFUSED' })), attempt: 2 });
    await desk.deliver(slot, { attempt: 3 });
    const receipts = desk.box.letters.filter(({ subject }) => subject.startsWith('Biên nhận'));
    expect(receipts.map(({ subject }) => subject)).toEqual([
      'Biên nhận BN-2024-0005: báo cáo năm 2024, KH 54/KH-UBND (gửi lại)',
    ]);
  });
});

describe('the web chat', () => {
  it('is told at once where the person has entered it', async () => {
    desk = await openDesk();
    const { db } = desk.database;
    await enterChat(db, 'p09', '2024-09-23T09:00:00.000+07:00');
    await desk.until(FIRST);
    await desk.deliver(FIRST);
    const lines = await db.selectFrom('chat_line').selectAll().execute();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ person: 'p09', at: FIRST, direction: 'out', reply: { kind: 'info' } });
    expect((await desk.messages())[1]).toMatchObject({ channel: 'webChat', status: 'delivered' });
  });

  it('keeps what it has for the first time he enters, and tells the round that he is reached', async () => {
    desk = await openDesk();
    const { db } = desk.database;
    desk.receiver.refuse(['b.thidiem@so-gddt.example']);
    await desk.until(FIRST);
    const { reach } = await desk.deliver(FIRST);
    for (const fact of reach) await desk.fact('2024-09-24T08:00:00.001+07:00', { type: 'reach', ...fact });
    expect(await enterChat(db, 'p09', '2024-09-24T10:00:00.000+07:00')).toEqual({ waited: 1, reminders: [] });
    expect(await enterChat(db, 'p09', '2024-09-24T11:00:00.000+07:00')).toEqual({ waited: 0, reminders: [] });
    expect(await db.selectFrom('chat_line').select('person').execute()).toEqual([{ person: 'p09' }]);
    const facts = await db.selectFrom('agenda').select('message').where('workflow', '=', desk.round).execute();
    expect(facts.map(({ message }) => message.body)).toMatchObject([
      { type: 'reach', agency: 'so-gddt', reached: true },
    ]);
  });
});
