import { chmodSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataDirectory, type DataDirectoryOptions, openDataDirectory } from '../../worker/data-directory.ts';
import { StartRefused } from '../../worker/start-refused.ts';
import { runDirectory } from '../harness/services.ts';

const at = '2024-10-07T07:30:00.000+07:00';
let parent: string;
let path: string;
let opened: DataDirectory[];
beforeEach(() => {
  parent = mkdtempSync(join(runDirectory(), 'data-'));
  path = join(parent, 'du-lieu', 'thu');
  opened = [];
});
afterEach(async () => {
  for (const directory of opened) await directory.release();
});

async function open(more: Partial<DataDirectoryOptions> = {}): Promise<DataDirectory> {
  const directory = await openDataDirectory({ path, kind: 'trial', at, freeBytes: () => 2 ** 40, ...more });
  opened.push(directory);
  return directory;
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const failure: unknown = await attempt.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartRefused);
  return String(failure);
}

describe('openDataDirectory', () => {
  it('creates and marks the directory the first time, and knows it the second', async () => {
    const first = await open();
    expect(first.created).toBe(true);
    expect(JSON.parse(readFileSync(join(path, 'dondoc.json'), 'utf8'))).toEqual({
      kind: 'trial',
      created: at,
      version: 1,
    });
    await first.release();
    expect((await open()).created).toBe(false);
  });

  it.each([
    { is: 'trial', wanted: 'live', says: 'là dữ liệu CHẠY THỬ, không mở ở chế độ CHẠY THẬT' },
    { is: 'live', wanted: 'trial', says: 'là dữ liệu CHẠY THẬT, không mở ở chế độ CHẠY THỬ' },
  ] as const)('a directory of kind $is is refused as $wanted', async ({ is, wanted, says }) => {
    await (await open({ kind: is })).release();
    expect(await refusalOf(open({ kind: wanted }))).toContain(says);
  });

  it('a second start is refused with the process id of the first', async () => {
    await open();
    expect(await refusalOf(open())).toContain(`tiến trình ${process.pid}`);
  });

  it('a directory with other files is left alone', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'luan-van.docx'), '');
    expect(await refusalOf(open())).toContain('thiếu dondoc.json');
  });

  it('a mark that is no mark is refused, not replaced', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'dondoc.json'), '{');
    expect(await refusalOf(open())).toContain('dondoc.json không đọc được');
    expect(readFileSync(join(path, 'dondoc.json'), 'utf8')).toBe('{');
  });

  it('a directory of a newer release is refused', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'dondoc.json'), JSON.stringify({ kind: 'trial', created: at, version: 2 }));
    expect(await refusalOf(open())).toContain('bản mới hơn');
  });

  it('a path that is a file is refused', async () => {
    mkdirSync(join(parent, 'du-lieu'));
    writeFileSync(path, '');
    expect(await refusalOf(open())).toContain('không phải thư mục');
  });

  it('a directory that may not be written is refused', async () => {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o500);
    chmodSync(parent, 0o755);
    chmodSync(runDirectory(), 0o755);
    // Root may write anywhere, so root tries as nobody.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      expect(await refusalOf(open())).toContain('Không ghi được');
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it('too little room is refused before anything is written', async () => {
    expect(await refusalOf(open({ freeBytes: () => 30 * 1_048_576 }))).toContain('chỉ còn 30 MB, cần ít nhất 200 MB');
  });

  it('a disk that is full is refused', async () => {
    mkdirSync(path, { recursive: true });
    symlinkSync('/dev/full', join(path, '.thu-ghi'));
    expect(await refusalOf(open())).toContain('đã đầy');
  });
});
