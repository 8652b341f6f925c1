import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNumber } from '../../../bot/dialogue/parse-number.ts';
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { sendSlot } from '../../../domain/obligation/send-slot.ts';
import { changeAddress } from '../../../store/change-address.ts';
import { createRecords } from '../../../store/records.ts';
import type { WebCommand } from '../../../web/commands.ts';
import type { Commands, Preview, Views } from '../../../web/ports.ts';
import { createTrialClock } from '../../../web/trial-clock.ts';
import { createViews } from '../../../web/views/create-views.ts';
import { createWebCommands } from '../../../web/web-commands.ts';
import type { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import {
  BUILDING54,
  HEALTH57,
  KH54,
  KH57,
  ROUND54,
  referenceMorning,
  TOURISM57,
  TRANSPORT57,
} from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

let house: MachineHouse;
let views: Views;
let commands: Commands;
let inForce: WorkCalendar | null = null;

beforeAll(async () => {
  house = await referenceMorning();
  const { db } = house.database;
  views = createViews(sourcesOf(house));
  let acts = 0;
  commands = createWebCommands({
    ...sourcesOf(house),
    perform: house.perform,
    records: createRecords(db, () => house.calendar),
    readNumber: parseNumber,
    async changeAddress(person, address) {
      const at = (await house.clock.read()).now ?? '';
      const slot = sendSlot(house.calendar, DEFAULT_POLICY, at);
      await changeAddress(db, { person, ...address, at, slot, province: 'brvt' });
      await house.driver.deliver(at);
    },
    keepCalendar: async (calendar) => {
      inForce = calendar;
    },
    newKey: () => {
      acts += 1;
      return `web:${acts}`;
    },
  });
}, 180_000);
afterAll(() => house.close());

async function previewed(command: WebCommand, by = people.COORDINATOR): Promise<Preview> {
  const preview = await commands.preview(by, command);
  if ('kind' in preview) throw new Error(preview.text);
  return preview;
}

async function rows(): Promise<unknown[]> {
  const { db } = house.database;
  return Promise.all([
    db.selectFrom('journal').select('key').orderBy('key').execute(),
    db.selectFrom('notice').select('key').orderBy('key').execute(),
    db.selectFrom('stored_text').select('ref').orderBy('ref').execute(),
    db.selectFrom('submission').select('receipt').orderBy('receipt').execute(),
    db.selectFrom('inbox').select('key').orderBy('key').execute(),
  ]);
}

const RETURN: WebCommand = { do: 'return', obligation: TRANSPORT57, version: 1, reason: 'thiếu số liệu quý III' };

describe('preview', () => {
  test('a return shows the new deadline with its reminders and rungs, and the very message that leaves', async () => {
    const before = await rows();
    const preview = await previewed(RETURN);
    expect(preview.effects).toEqual([
      'Mở hạn số 2: Thứ Năm 14/11/2024.',
      'Nhắc: 11/11, 13/11, 14/11.',
      'Bậc thang nếu quá hạn: bậc 1 15/11, bậc 2 19/11, bậc 3 21/11.',
    ]);
    expect(preview.messages).toMatchObject([
      { to: 'Lương Văn Thử Việc, Sở Giao thông vận tải', when: '08:00 ngày 08/11 · chat web, thư điện tử' },
    ]);
    expect(preview.messages[0]?.lines.join('\n')).toContain('“thiếu số liệu quý III”');
    expect(await rows()).toEqual(before);
  });

  test.each([
    [
      'a day off is refused with the nearest right one',
      { do: 'extend', obligation: BUILDING54, to: '2024-11-10', reason: 'x' },
      'den',
      'Gần nhất: Thứ Hai 11/11/2024',
    ],
    [
      'a lock before all deadlines are over',
      { do: 'lock', round: ROUND54, reason: 'x' },
      undefined,
      'hạn chung còn đến Thứ Sáu 08/11/2024',
    ],
    [
      'an acceptance of what was returned',
      { do: 'accept', obligation: HEALTH57, version: 1 },
      undefined,
      'Không có gì thay đổi',
    ],
    [
      'an address without a form',
      { do: 'changeAddress', person: 'p10', email: 'sai', phone: '' },
      'thu',
      'Không có gì thay đổi',
    ],
    [
      'a day that is off already',
      { do: 'announceDay', day: '2024-11-10', working: false, why: 'x', basis: 'x' },
      'ngay',
      'đã là ngày nghỉ',
    ],
  ] as [string, WebCommand, string | undefined, string][])('%s', async (_label, command, field, text) => {
    const refused = await commands.preview(people.COORDINATOR, command);
    expect(refused).toMatchObject({ kind: 'refused', text: expect.stringContaining(text) });
    expect('field' in refused ? refused.field : undefined).toBe(field);
  });

  test('a figure without a certain reading is refused at its field', async () => {
    const record = {
      way: 'phone' as const,
      actedOn: '2024-11-06',
      letter: null,
      answers: { 'target/b.1/1': 'khoảng 5' },
      text: '',
    };
    const refused = await commands.preview(people.COORDINATOR, { do: 'recordOnBehalf', obligation: TOURISM57, record });
    expect(refused).toMatchObject({ kind: 'refused', field: 'cau/target/b.1/1' });
  });

  test('an obstacle shows who answers until when, and whom it reaches', async () => {
    const preview = await previewed({ do: 'raiseObstacle', about: null, text: 'thiếu kinh phí' }, people.TOURISM);
    expect(preview.effects).toEqual(['Cơ quan điều phối trả lời hoặc chuyển đến hết Thứ Ba 12/11/2024.']);
    expect(preview.messages).toMatchObject([
      { to: 'Trần Thị Mẫu, điều phối, người duyệt', lines: ['“thiếu kinh phí”'] },
    ]);
  });

  test('a duty from before the start, reopened with a day of its own', async () => {
    const [first] = (await views.imported(people.COORDINATOR, KH54))?.rows ?? [];
    const command: WebCommand = {
      do: 'reopenImported',
      obligation: first?.key ?? '',
      to: '2024-11-20',
      reason: 'mở lại',
    };
    expect((await previewed(command)).effects[0]).toContain('hạn Thứ Tư 20/11/2024');
  });
});

describe('submit', () => {
  test('what was previewed is done, once; then the same version is not taken again', async () => {
    const { messages } = await previewed(RETURN);
    expect(await commands.submit(people.COORDINATOR, RETURN)).toEqual({
      kind: 'done',
      text: 'Đã trả lại báo cáo năm 2024 của Sở Giao thông vận tải để bổ sung.',
    });
    expect(await commands.submit(people.COORDINATOR, RETURN)).toMatchObject({ kind: 'refused' });
    await house.to('2024-11-08');
    const [message] = (await house.reader.messages({ person: 'p21' })).filter(
      ({ channel, subject }) => channel === 'email' && subject === messages[0]?.subject,
    );
    expect(message?.text.trim().split(/\n{2,}/)).toEqual(messages[0]?.lines);
  });

  test('an answer by telephone gets a receipt; the newest version then stands in the way of an older page', async () => {
    const record = {
      way: 'phone' as const,
      actedOn: '2024-11-06',
      letter: null,
      answers: { 'measure/2.1/status': 'done', 'target/b.1/1': '1.200' },
      text: 'Sở trả lời qua điện thoại',
    };
    const outcome = await commands.submit(people.COORDINATOR, { do: 'recordOnBehalf', obligation: TOURISM57, record });
    expect(outcome).toMatchObject({ kind: 'done', text: expect.stringMatching(/Số biên nhận BN-2024-\d{4}/) });
    const view = await views.obligation(people.COORDINATOR, TOURISM57);
    expect(view?.state).toEqual({ is: 'draft' });
    expect(view?.deadline).toBeNull();
    expect(view?.versions[0]?.standing).toBe('bản nháp, ghi hộ từ điện thoại ngày 06/11');
    expect(view?.versions[0]?.content).toContainEqual({ text: '1.200 lượt', as: 'strong' });
    expect(view?.ladder).toMatchObject({ rung: 3, state: 'stopped', stoppedBy: 1 });
    const own = await views.today(people.TOURISM, 5);
    expect(own.waiting.map(({ act }) => act.is)).toContain('onBehalf');
    expect(
      await commands.submit(people.TOURISM, { do: 'object', obligation: TOURISM57, version: 0, reason: 'sai' }),
    ).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('Đã có bản 1'),
    });
  });

  test('leadership’s one line opens a deadline of its own and stands on the letter word for word', async () => {
    const obligation = `${KH57}/2024/IV.2.-2/2024/so-ct`;
    const direct: WebCommand = { do: 'leaderDirect', obligation, text: 'Sở gửi báo cáo ngay', to: '2024-11-12' };
    expect(await commands.submit(people.VICE_CHAIR, direct)).toMatchObject({ kind: 'done' });
    const letter = await views.opinion(people.VICE_CHAIR, obligation);
    expect(letter?.answered?.words).toBe('Sở gửi báo cáo ngay');
    expect(letter?.ladder).toMatchObject({ rung: 3, state: 'stopped' });
    expect((await views.obligation(people.COORDINATOR, obligation))?.state).toEqual({
      is: 'extended',
      to: '2024-11-12',
    });
  });

  test('a reopened duty lives on as a round of its own', async () => {
    const [first] = (await views.imported(people.COORDINATOR, KH54))?.rows ?? [];
    const command: WebCommand = {
      do: 'reopenImported',
      obligation: first?.key ?? '',
      to: '2024-11-20',
      reason: 'mở lại',
    };
    expect(await commands.submit(people.COORDINATOR, command)).toMatchObject({ kind: 'done' });
    const again = (await views.imported(people.COORDINATOR, KH54))?.rows.find(
      ({ standing }) => standing.is === 'reopened',
    );
    expect(again?.standing).toEqual({ is: 'reopened', to: '2024-11-20' });
    expect((await views.obligation(people.COORDINATOR, again?.key ?? ''))?.deadline?.lastDay).toBe('2024-11-20');
  });

  test('an announced day off reaches every plan and is then in force for pages and messages', async () => {
    const command: WebCommand = {
      do: 'announceDay',
      day: '2024-12-02',
      working: false,
      why: 'nghỉ bù',
      basis: 'Thông báo 01',
    };
    expect(await commands.submit(people.COORDINATOR, command)).toMatchObject({ kind: 'done' });
    expect(inForce?.years['2024']?.daysOff).toContainEqual({ day: '2024-12-02', why: 'nghỉ bù' });
  });

  test('a corrected address is in the directory at once', async () => {
    const command: WebCommand = { do: 'changeAddress', person: 'p10', email: 'moi@so-ldtbxh.example', phone: '' };
    expect(await commands.submit(people.ADMIN, command)).toMatchObject({ kind: 'done' });
    expect((await views.address(people.ADMIN, 'p10'))?.email).toBe('moi@so-ldtbxh.example');
  });
});

describe('the clock of the trial', () => {
  test('next milestone: the slot that the bar promised, with as many messages', async () => {
    const clock = createTrialClock({
      driver: house.driver,
      agenda: house.agenda,
      clock: house.clock,
      reader: house.reader,
      acted: async (from, to) => (from < to ? 3 : 0),
    });
    const promised = (await views.frame(people.COORDINATOR)).trial?.controls?.next;
    const outcome = await clock.toNext(people.COORDINATOR);
    const { now } = await house.clock.read();
    expect(now).toBe(promised?.at);
    const said = `Đã gửi ${promised?.messages} tin. Các vai không có người giữ đã tự làm 3 việc.`;
    expect(outcome).toMatchObject({ kind: 'done', text: expect.stringContaining(said) });
  });

  test('to a day is 08:00 of it; a day behind is refused', async () => {
    const clock = createTrialClock({
      driver: house.driver,
      agenda: house.agenda,
      clock: house.clock,
      reader: house.reader,
    });
    expect(await clock.toDay(people.COORDINATOR, '2024-11-04')).toMatchObject({ kind: 'refused' });
    await clock.toDay(people.COORDINATOR, '2024-11-15');
    expect(await house.clock.read()).toMatchObject({ now: '2024-11-15T08:00:00.000+07:00', target: null });
  });

  test('running goes on from milestone to milestone until it is stopped; after a crash it stands', async () => {
    const clock = createTrialClock({
      driver: house.driver,
      agenda: house.agenda,
      clock: house.clock,
      reader: house.reader,
      paceMs: 20,
    });
    const from = (await house.clock.read()).now ?? '';
    await clock.run(people.COORDINATOR);
    expect((await house.clock.read()).running).toBe(true);
    expect(await clock.toNext(people.COORDINATOR)).toMatchObject({ kind: 'refused' });
    await expect.poll(async () => ((await house.clock.read()).now ?? '') > from, { timeout: 10_000 }).toBe(true);
    expect(await clock.stop(people.COORDINATOR)).toMatchObject({ kind: 'done' });
    const stood = await house.clock.read();
    expect(stood).toMatchObject({ running: false, target: null });
    await house.clock.setRunning(true);
    await clock.rest();
    expect((await house.clock.read()).running).toBe(false);
  });
});
