import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantFromMs, plusMs } from '../../domain/calendar/instant.ts';
import { createLeaseStore } from '../../store/lease-store.ts';
import { createProcessStore } from '../../store/process-store.ts';
import { createReturnStore } from '../../store/return-store.ts';
import { createTelegramUpdates } from '../../store/telegram-updates.ts';
import { readConfiguration } from '../../worker/config.ts';
import { type DoctorLine, examine } from '../../worker/doctor.ts';
import { startPresence } from '../../worker/presence.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { openStory, type Story } from '../harness/story.ts';
import { mailServer } from '../mail/server.ts';

const BOT = '700100200';
const now = instantFromMs(Date.now());

describe('dondoc doctor', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
  });
  afterAll(() => story.close());

  function ask(env: Record<string, string> = {}): Promise<DoctorLine[]> {
    const { database, engine, target } = story;
    const temporal = { target, serverVersion: '1.29.1', embedded: null, stop: async () => undefined };
    return examine({ configuration: readConfiguration(env, 'live'), database, engine, temporal, directory: '/srv/d' });
  }

  const line = (lines: DoctorLine[], what: string): DoctorLine | undefined => lines.find((each) => each.what === what);

  it('says where everything is, and what is not set', async () => {
    const lines = await ask();
    const { address, namespace } = story.target;
    expect(line(lines, 'Máy chủ công việc (Temporal)')).toMatchObject({
      ok: true,
      words: expect.stringContaining(`bản 1.29.1, ${address}, namespace ${namespace}`),
    });
    expect(line(lines, 'Cơ sở dữ liệu')?.words).toContain('/srv/d');
    expect(line(lines, 'Đồng hồ nghiệp vụ')?.words).toBe('theo giờ thật');
    expect(line(lines, 'Thư điện tử')).toMatchObject({ ok: false, words: expect.stringContaining('SMTP_HOST') });
    expect(line(lines, 'Telegram')).toMatchObject({ ok: true, words: expect.stringContaining('TELEGRAM_BOT_TOKEN') });
    expect(line(lines, 'Tiến trình worker (luồng công việc, gửi thư)')?.ok).toBe(false);
    expect(line(lines, 'Hộp đi')?.ok).toBe(true);
  });

  it('names the processes by role and machine, and the one that has fallen silent', async () => {
    const store = createProcessStore(story.database.db);
    const far = { host: 'may-khac', url: null, startedAt: plusMs(now, -3_600_000) };
    await store.begin(
      { ...far, id: 'a', roles: ['bot'], pid: 11, seenAt: plusMs(now, -31_000) },
      plusMs(now, -86_400_000),
    );
    const own = await startPresence(store, { id: 'own', role: null, url: 'http://127.0.0.1:8080' }, () => undefined);
    const lines = await ask();
    expect(line(lines, 'Tiến trình bot (Telegram)')).toMatchObject({
      ok: false,
      words: expect.stringMatching(/^máy may-khac, số 11, .*không thấy nữa từ/),
    });
    expect(line(lines, 'Tiến trình, mọi vai')).toMatchObject({
      ok: true,
      words: expect.stringContaining(`máy ${hostname()}, số ${process.pid}, trang http://127.0.0.1:8080`),
    });
    await own.stop();
    expect((await store.list()).map(({ id }) => id)).toEqual(['a']);
  });

  it('forgets what was killed on this machine once somebody has started again', async () => {
    const store = createProcessStore(story.database.db);
    const killed = { host: hostname(), url: null, startedAt: now, seenAt: now, roles: ['web'] };
    await store.begin({ ...killed, id: 'same number', pid: process.pid }, plusMs(now, -86_400_000));
    const own = await startPresence(store, { id: 'again', role: 'web', url: 'http://127.0.0.1:8080' }, () => undefined);
    expect((await store.list()).map(({ id }) => id).sort()).toEqual(['a', 'again']);
    await own.stop();
  });

  it('asks the mail server, and counts what came back and could not be read', async () => {
    const port = await freePort();
    const env = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port), SMTP_FROM: 'a@b.example' };
    const away = line(await ask(env), 'Thư điện tử');
    expect(away).toMatchObject({ ok: false, words: expect.stringContaining('ECONNREFUSED') });

    const { port: open, close } = await mailServer({ disabledCommands: ['STARTTLS'] });
    const plain = line(await ask({ ...env, SMTP_PORT: String(open) }), 'Thư điện tử');
    expect(plain).toMatchObject({ ok: false, words: expect.stringContaining(`127.0.0.1:${open}`) });
    await close();

    const box = createReturnStore(story.database.db);
    await box.keep({ at: now, to: 'tra-lai@b.example', source: 'Xin nghỉ phép', marks: [], reports: [] });
    const back = { SMTP_RETURN_ADDRESS: 'tra-lai@b.example', SMTP_RETURN_PORT: '2525' };
    expect(line(await ask({ ...env, ...back }), 'Thư bị trả lại')?.words).toBe(
      'về tra-lai@b.example, nhận ở 127.0.0.1:2525; 1 thư không đọc được là báo lỗi gửi',
    );
  });

  it('says how the bot stands and which process holds it', async () => {
    const { db } = story.database;
    const env = { TELEGRAM_BOT_TOKEN: `${BOT}:AAF` };
    expect(line(await ask(env), 'Telegram')).toMatchObject({
      ok: false,
      words: expect.stringContaining('chưa kết nối'),
    });
    await createTelegramUpdates(db).note(BOT, { username: 'dondoc_bot', state: 'polling', at: now });
    await createLeaseStore(db).take(`telegram:${BOT}`, 'a', now, plusMs(now, 600_000));
    expect(line(await ask(env), 'Telegram')).toMatchObject({
      ok: true,
      words: expect.stringMatching(/^@dondoc_bot, .*đang hỏi tin; tiến trình 11 máy may-khac giữ$/),
    });
    await createTelegramUpdates(db).note(BOT, { username: null, state: 'conflict', at: now });
    expect(line(await ask(env), 'Telegram')?.ok).toBe(false);
  });
});
