import { describe, expect, it } from 'vitest';
import { StartRefused } from '../../worker/start-refused.ts';
import { type StartupPrint, startupPrint } from '../../worker/terminal.ts';

/** A print on paper, with a clock that the test moves. */
function printed(env: Record<string, string> = {}): {
  print: StartupPrint;
  text: () => string;
  pass: (ms: number) => void;
} {
  let written = '';
  let now = 0;
  const print = startupPrint({
    env,
    screen: false,
    write: (text) => {
      written += text;
    },
    elapsed: () => now,
  });
  return {
    print,
    text: () => written,
    pass: (ms) => {
      now += ms;
    },
  };
}

/** A whole first start of the trial, with the server built from its sources. */
function firstStart(env: Record<string, string> = {}): string {
  const { print, text, pass } = printed(env);
  print.heading({ trial: true, directory: './du-lieu/thu', created: true });
  const node = print.step('node');
  pass(100);
  node.done('20.20.2, đủ (cần từ 20.19)');

  const temporal = print.step('temporal');
  temporal.way({ way: 'address', state: 'unset' });
  temporal.way({ way: 'configured', state: 'unset' });
  temporal.way({ way: 'path', state: 'absent' });
  temporal.way({ way: 'cache', state: 'absent' });
  temporal.way({ way: 'download', state: 'working', share: null });
  temporal.way({ way: 'download', state: 'failed', why: '20 s' });
  temporal.way({ way: 'build', state: 'working', share: null });
  temporal.way({ way: 'build', state: 'working', share: 0.5 });
  temporal.way({ way: 'build', state: 'working', share: 0.52 });
  pass(192_000);
  temporal.way({ way: 'build', state: 'taken', serverVersion: '1.29.1' });
  temporal.found({ way: 'build', program: { path: '/x', serverVersion: '1.29.1' } });

  const file = print.step('serverFile');
  pass(2_400);
  file.done('127.0.0.1:7233, đã trả lời');
  const plans = print.step('plans');
  pass(300);
  plans.done('tinh-kh01-2022, 18 nhiệm vụ; tinh-kh02-2022, 13 nhiệm vụ; tinh-kh03-2023, 9 nhiệm vụ');

  print.ready({
    today: '2024-10-07T07:30:00.000+07:00',
    next: '2024-10-08T08:00:00.000+07:00',
    url: 'http://127.0.0.1:8080/',
    link: { url: 'http://127.0.0.1:8080/vao/7K3M-Q9TX-4HDP', name: 'Trần Thị Mẫu', role: 'điều phối', minutes: 60 },
    trial: true,
  });
  return text();
}

describe('startupPrint', () => {
  it('prints a first start of the trial', async () => {
    await expect(firstStart()).toMatchFileSnapshot('../golden/worker/first-start.txt');
  });

  it('is plain text of at most 110 columns', () => {
    const text = firstStart();
    expect(text).not.toContain('\x1b');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('says the same with and without colour', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that starts a colour
    expect(firstStart({ FORCE_COLOR: '1' }).replace(/\x1b\[[\d;]*m/g, '')).toBe(firstStart());
    expect(firstStart({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(firstStart());
  });

  it('what lies outside is a sentence, a bug is a stack', () => {
    const { print, text } = printed();
    print.failed(new StartRefused('Ổ đĩa đã đầy.'));
    expect(text()).toBe('\nKhông khởi động được.\nỔ đĩa đã đầy.\n');
    print.failed(new TypeError('x is not a function'));
    expect(text()).toContain('terminal.test.ts');
  });

  it('tells of a server that died and came back', () => {
    const { print, text } = printed();
    print.server({ kind: 'ended', code: null, signal: 'SIGKILL', lastLines: '' });
    print.server({ kind: 'back', pid: 4711 });
    expect(text()).toContain('dừng đột ngột (SIGKILL)');
    expect(text()).toContain('tiến trình 4711');
  });

  it('tells of an end in order', () => {
    const { print, text } = printed();
    print.stop({ kind: 'begun' });
    print.stop({ kind: 'step', step: 'web', outcome: 'stopped', tookMs: 40 });
    print.stop({ kind: 'step', step: 'worker', outcome: 'tooSlow', tookMs: 20_000 });
    print.stop({ kind: 'ended' });
    expect(text()).toContain('Trang web           xong  0,0 giây');
    expect(text()).toContain('Luồng công việc     quá giờ, bỏ qua  20,0 giây');
  });
});
