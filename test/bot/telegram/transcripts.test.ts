import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../bot/dialogue/plain-text.ts';
import type { DialogueEvent, NamedPerson, WorkItem } from '../../../bot/dialogue/types.ts';
import type { Database } from '../../../store/database.ts';
import { FakeTelegram } from '../../fakes/telegram/server.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed54, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { address, CHAT, createStage, type Stage, until } from './stage.ts';

const REPORT = [
  'việc',
  '1',
  '1',
  '1',
  'đang thực hiện',
  '3',
  '1.200',
  '2',
  '120',
  'không có',
  'bỏ qua',
  'sửa 2',
  '1',
  '1',
];
const MONEY = [
  '1',
  '2',
  'đến hết năm 2025, chờ quy chuẩn mới',
  '1,5 tỷ',
  '500',
  '2',
  '2 tỷ 350',
  '1',
  'lại',
  'bỏ qua',
  'sửa',
  '4',
  '0',
  '1',
  '1',
];
const INTERRUPTED = [
  'xin chào',
  '1',
  '1',
  'trợ giúp',
  'tạm dừng',
  'người',
  'lại',
  'tiếp',
  'bỏ qua',
  'gửi',
  '1',
  'tiep',
  'việc',
  '1',
];
const BAD = [
  'việc',
  '1',
  'xong 80%',
  'chưa xong',
  'ddax xong',
  '7',
  'còn thiếu kinh phí cho hai lớp tập huấn',
  '4',
  '1',
  '1',
  '85%',
  '-3',
  '1,250',
];
const EXTENSION = ['việc', '2', '09/11', '1', '1', 'chờ số liệu của hai phòng nghiệp vụ', '2', 'lại', '15/10', '31/11'];

let database: Database;
let server: FakeTelegram;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await FakeTelegram.start();
  stage = await createStage(database, server);
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

describe('the same talk as in the web chat', () => {
  const talks: { label: string; person: NamedPerson; items: () => WorkItem[]; lines: string[] }[] = [
    { label: 'a report', person: FOCAL, items: () => [owed57(), owed54()], lines: REPORT },
    { label: 'amounts of money', person: FOCAL, items: () => [owed54()], lines: ['việc', ...MONEY] },
    { label: 'interrupted', person: FOCAL, items: () => [owed57()], lines: INTERRUPTED },
    { label: 'what cannot be understood', person: FOCAL, items: () => [owed57()], lines: BAD },
    { label: 'an extension', person: FOCAL, items: () => [owed54()], lines: EXTENSION },
  ];

  it.each(talks)('$label, typed', async ({ person, items, lines }) => {
    const web = new FakeDesk(person, items());
    const desk = new FakeDesk(person, items());
    stage.desks.set('p03', desk);
    await stage.bind('p03', CHAT);
    await stage.start();
    const chat = server.chat(CHAT);
    for (const [index, line] of lines.entries()) {
      const expected = (await web.tell(line)).map((reply) => plainText(reply, address)).join('\n\n');
      chat.say(line);
      await until(
        `answer to “${line}”`,
        () => chat.heard.length,
        (count) => count > index,
      );
      expect(chat.heard.at(-1)).toBe(expected);
    }
    expect(desk.requests).toEqual(web.requests);
    expect(stage.faults).toEqual([]);
  });

  it('a report, by buttons where there are some', async () => {
    const items = (): WorkItem[] => [owed57(), owed54()];
    const web = new FakeDesk(FOCAL, items());
    const desk = new FakeDesk(FOCAL, items());
    stage.desks.set('p03', desk);
    await stage.bind('p03', CHAT);
    await stage.start();
    const chat = server.chat(CHAT);
    let heard = 0;
    for (const line of REPORT) {
      const labels = chat.labels;
      const label = labels.find((each) => each === line || each.startsWith(`${line}. `));
      const event: DialogueEvent | string =
        label === undefined ? line : { kind: 'choice', id: `${web.state.question}.${line}` };
      const expected = (await web.tell(event)).map((reply) => plainText(reply, address)).join('\n\n');
      if (label === undefined) chat.say(line);
      else chat.press(label);
      heard += 1;
      await until(
        `answer to “${line}”`,
        () => chat.heard.length,
        (count) => count >= heard,
      );
      expect(chat.heard.at(-1)).toBe(expected);
    }
    expect(desk.requests).toEqual(web.requests);
    expect(desk.requests.at(-1)).toMatchObject({ kind: 'submit' });
    await until(
      'one live keyboard at most',
      () => chat.seen.filter(({ buttons }) => buttons.length > 0).length,
      (live) => live <= 1,
    );
  });
});
