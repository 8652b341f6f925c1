import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { createLetterStore } from '../../store/letter-store.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createTextStore } from '../../store/text-store.ts';
import { testEngines } from '../harness/database.ts';
import { planNamed } from '../plans/plan-named.ts';

let database: Database;
afterEach(() => database.close());

const AT = '2024-10-07T07:30:00.000+07:00';

describe.each(testEngines())('what is kept on the $name', ({ open }) => {
  it('holds each version of a plan under the hash of its content, the newest in force', async () => {
    database = await open();
    const store = createPlanStore(database.db);
    const plan = planNamed('brvt-kh57-2022');
    await store.savePlan(plan, AT);
    await store.savePlan(plan, '2024-10-08T00:00:00.000+07:00');
    const changed = { ...plan, shortName: 'KH 57 (sửa)' };
    await store.savePlan(changed, '2025-01-02T00:00:00.000+07:00');
    expect((await store.loadPlan(plan.id))?.shortName).toBe('KH 57 (sửa)');
    expect((await store.all()).map(({ id, shortName }) => [id, shortName])).toEqual([[plan.id, 'KH 57 (sửa)']]);
    expect(await store.loadPlan('nothing')).toBeNull();
    expect(await database.db.selectFrom('plan_version').select('hash').execute()).toHaveLength(2);
  });

  it('keeps words as first written', async () => {
    database = await open();
    const store = createTextStore(database.db);
    await store.saveText({ ref: 'a', at: AT, person: 'p01', text: 'Thiếu số liệu', facts: { number: '12/CV' } });
    await store.saveText({ ref: 'a', at: AT, person: 'p02', text: 'khác' });
    expect(await store.loadText('a')).toEqual({
      text: 'Thiếu số liệu',
      person: 'p01',
      at: AT,
      facts: { number: '12/CV' },
    });
    expect([...(await store.loadTexts(['a', 'b'])).keys()]).toEqual(['a']);
    expect(await store.loadText('b')).toBeNull();
  });

  it('shows letters that arrived and letters that were refused in one mailbox, newest first', async () => {
    database = await open();
    const { db } = database;
    const store = createLetterStore(db);
    await db
      .insertInto('person')
      .values({
        id: 'p10',
        name: 'Mai Văn Nháp',
        title: null,
        email: 'm@so.example',
        phone: null,
        channels: '[]',
        given: null,
        entered_at: null,
      })
      .execute();
    const letter = {
      messageId: '<1@x>',
      from: 'Đôn Đốc',
      to: 'M@so.example',
      text: 'chữ',
      html: null,
      source: 'nguồn',
    };
    await store.keep({ ...letter, at: AT, subject: 'Cũ' });
    await store.keep({ ...letter, at: '2024-10-08T08:00:00.000+07:00', subject: 'Mới' });
    const key = '2024-10-07T08:00:00.000+07:00/p10/email';
    await db
      .insertInto('message')
      .values({
        key,
        province: 'brvt',
        slot: '2024-10-07T08:00:00.000+07:00',
        person: 'p10',
        agency: 'so-ldtbxh',
        channel: 'email',
        subject: 'Bị trả về',
        text: 'chữ',
        html: null,
        reply: null,
        why: null,
        notices: '[]',
        status: 'failed',
        attempts: 1,
        again: false,
        error: '550',
        sent_at: null,
        read_at: null,
        provider_id: null,
      })
      .execute();
    const list = await store.list();
    expect(list.map(({ subject, state }) => [subject, state])).toEqual([
      ['Mới', 'received'],
      ['Bị trả về', 'refused'],
      ['Cũ', 'received'],
    ]);
    expect(list[0]?.person).toMatchObject({ id: 'p10', name: 'Mai Văn Nháp' });
    expect(await store.find(`message-${key}`)).toMatchObject({ state: 'refused', error: '550' });
    expect(await store.find(list[0]?.id ?? '')).toMatchObject({ subject: 'Mới', source: 'nguồn' });
    expect(await store.find('letter-x')).toBeNull();
  });

  it('lets two runs not take the same notice', async () => {
    database = await open();
    const outbox = createOutbox(database.db);
    const change = {
      province: 'brvt',
      slot: AT,
      at: AT,
      grouped: ['gone'],
      vacant: [],
      overtaken: [],
      dissolved: [],
      messages: [],
    };
    await expect(outbox.regroup(change)).rejects.toThrow('another run');
    expect(await outbox.claim('nothing', 'queued')).toBe(false);
  });
});
