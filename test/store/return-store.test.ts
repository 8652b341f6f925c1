import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letterMark } from '../../mail/letter-mark.ts';
import type { DeliveryReport } from '../../mail/returned.ts';
import type { Database } from '../../store/database.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createReturnStore } from '../../store/return-store.ts';
import { testEngines } from '../harness/database.ts';

const KEY = '2024-11-07T08:00:00.000+07:00/p05/email';
const ADDRESS = 'h.vanvidu@so-dl.example';
const AT = '2024-11-07T08:03:00.000+07:00';

const GONE: DeliveryReport = {
  recipient: { original: ADDRESS, final: 'ai-do@noi-khac.example' },
  action: 'failed',
  status: '5.1.1',
  diagnostic: '550 no such user',
};

describe.each(testEngines())('a letter that came back, on the $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const { db } = database;
    for (const table of ['message', 'person', 'returned_letter'] as const) await db.deleteFrom(table).execute();
    const given = { title: null, phone: null, given: null, entered_at: null, returned_email: null };
    const channels = JSON.stringify(['webChat', 'email']);
    await db
      .insertInto('person')
      .values({ id: 'p05', name: 'Hồ Văn Ví Dụ', email: ADDRESS, channels, ...given })
      .execute();
    await db
      .insertInto('message')
      .values({
        key: KEY,
        province: 'brvt',
        slot: KEY.slice(0, 29),
        person: 'p05',
        agency: 'so-dl',
        channel: 'email',
        subject: 'Nhắc',
        text: 'Kính gửi',
        html: '',
        reply: null,
        why: null,
        notices: '[]',
        status: 'sent',
        attempts: 1,
        again: false,
        error: null,
        sent_at: KEY.slice(0, 29),
        read_at: null,
        provider_id: null,
      })
      .execute();
  });

  async function comes(reports: DeliveryReport[], marks: string[] = [letterMark(KEY)]): Promise<string> {
    await createReturnStore(database.db).keep({ at: AT, to: 'tra-lai@b.example', source: 'thư gốc', marks, reports });
    const rows = await database.db.selectFrom('returned_letter').selectAll().orderBy('id', 'desc').execute();
    expect(rows[0]?.source).toBe('thư gốc');
    return rows[0]?.outcome ?? '';
  }

  const status = async (): Promise<string> =>
    (await database.db.selectFrom('message').select('status').executeTakeFirstOrThrow()).status;

  async function takesLetters(): Promise<boolean> {
    const { people } = await createNoticeFacts(database.db).roster('brvt');
    return people[0]?.channels.includes('email') ?? false;
  }

  it('has failed, and its address takes no more letters until it is another', async () => {
    expect(await comes([GONE])).toBe('failed');
    expect(await status()).toBe('failed');
    expect(await takesLetters()).toBe(false);
    await database.db.updateTable('person').set({ email: 'moi@so-dl.example' }).execute();
    expect(await takesLetters()).toBe(true);
  });

  it('comes back once: a second report of the same is noted', async () => {
    await comes([GONE]);
    expect(await comes([GONE])).toBe('noted');
  });

  it('has failed alone where the mailbox is only full', async () => {
    expect(await comes([{ ...GONE, status: '5.2.2' }])).toBe('failed');
    expect(await takesLetters()).toBe(true);
  });

  it('is the one whose mark is ours, whatever other letters are named', async () => {
    expect(await comes([GONE], [letterMark('other'), letterMark(KEY)])).toBe('failed');
  });

  it.each([
    { label: 'a delay', reports: [{ ...GONE, action: 'delayed' as const, status: '4.4.1' }] },
    {
      label: 'an address that was corrected since',
      reports: [{ ...GONE, recipient: { original: 'cu@so-dl.example', final: null } }],
    },
  ])('$label is noted and changes nothing', async ({ reports }) => {
    expect(await comes(reports)).toBe('noted');
    expect(await status()).toBe('sent');
    expect(await takesLetters()).toBe(true);
  });

  it.each([
    { label: 'no report', reports: [], marks: [letterMark(KEY)] },
    { label: 'a report about no letter of ours', reports: [GONE], marks: [letterMark('other')] },
  ])('$label is kept as unclear and changes nothing', async ({ reports, marks }) => {
    expect(await comes(reports, marks)).toBe('unclear');
    expect(await status()).toBe('sent');
  });
});
