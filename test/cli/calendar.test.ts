import { describe, expect, it } from 'vitest';
import { calendarDay } from '../../cli/calendar-day.ts';
import { calendarDue } from '../../cli/calendar-due.ts';
import { calendarYear } from '../../cli/calendar-year.ts';
import type { Command } from '../../cli/command.ts';
import { runCommand } from './run-command.ts';

async function json(command: Command, args: string[]): Promise<unknown> {
  const { code, out, err } = await runCommand(command, [...args, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.endsWith('\n') && out === out.normalize('NFC')).toBe(true);
  return JSON.parse(out);
}

describe('calendar due', () => {
  it('prints the worked row', async () => {
    expect(await json(calendarDue, ['trước ngày 20 tháng 11', '--year', '2026'])).toMatchObject({
      namedOn: '2026-11-20',
      lastDayOn: '2026-11-19',
      aimOn: '2026-11-19',
      overdueAfter: '2026-11-19',
      reminders: [
        { on: '2026-10-08', workingDaysBefore: 30 },
        { on: '2026-10-30', workingDaysBefore: 14 },
        { on: '2026-11-10', workingDaysBefore: 7 },
        { on: '2026-11-16', workingDaysBefore: 3 },
        { on: '2026-11-18', workingDaysBefore: 1 },
        { on: '2026-11-19', workingDaysBefore: 0 },
      ],
      escalations: [
        { on: '2026-11-20', workingDaysAfter: 1, to: 'head' },
        { on: '2026-11-25', workingDaysAfter: 3, to: 'coordinator' },
        { on: '2026-11-27', workingDaysAfter: 5, to: 'leadership' },
      ],
    });
  });

  it.each([
    ['chậm nhất includes the day named', 'chậm nhất ngày 20 tháng 11', '2026-11-20'],
    ['đến hết includes it', 'đến hết ngày 20/11', '2026-11-20'],
    ['trước leaves it out', 'Trước ngày 20/11 hàng năm hoặc đột xuất khi có yêu cầu', '2026-11-19'],
    ['decomposed letters are the same words', 'trước ngày 20 tháng 11'.normalize('NFD'), '2026-11-19'],
  ])('%s', async (_label, phrase, lastDayOn) => {
    expect(await json(calendarDue, [phrase, '--year=2026'])).toMatchObject({ namedOn: '2026-11-20', lastDayOn });
  });

  it('says the same as text', async () => {
    const { out } = await runCommand(calendarDue, ['trước ngày 15 tháng 11', '--year', '2026']);
    expect(out).toBe(
      [
        '“trước ngày 15 tháng 11”, năm 2026:',
        '  Ngày được nêu: Chủ nhật 15/11/2026',
        '  Ngày cuối: Thứ Bảy 14/11/2026, là ngày nghỉ; nhắc để xong Thứ Sáu 13/11/2026, quá hạn sau Thứ Hai 16/11/2026',
        '  Nhắc: 02/10 (-30), 26/10 (-14), 04/11 (-7), 10/11 (-3), 12/11 (-1), 13/11 (0)',
        '  Quá 1 ngày làm việc, báo lãnh đạo đơn vị: Thứ Ba 17/11/2026',
        '  Quá 3 ngày làm việc, báo cơ quan điều phối: Thứ Năm 19/11/2026',
        '  Quá 5 ngày làm việc, báo lãnh đạo tỉnh: Thứ Hai 23/11/2026',
        '',
      ].join('\n'),
    );
  });
});

describe('calendar day and year', () => {
  it('tell a worked Saturday', async () => {
    expect(await json(calendarDay, ['2026-08-22'])).toEqual({
      day: '2026-08-22',
      working: true,
      why: 'Thứ Bảy, ngày làm việc: làm bù cho thứ Hai 31/8',
      announced: true,
    });
  });

  it('tell the year 2026', async () => {
    expect(await json(calendarYear, ['2026'])).toMatchObject({
      year: 2026,
      announced: true,
      workedSaturdays: ['2026-01-10', '2026-08-22'],
      workingDays: 249,
    });
  });

  it('tell that 2027 is computed', async () => {
    expect(await json(calendarYear, ['2027'])).toMatchObject({ announced: false, workedSaturdays: [] });
    expect((await runCommand(calendarDay, ['2027-11-24'])).out).toContain('chưa theo thông báo');
  });
});

describe('what is wrong', () => {
  it.each<[string, Command, string[], number, RegExp]>([
    ['a year without a table', calendarYear, ['2031'], 1, /2031.*Hiện có: 2021, .*2030/],
    ['a day without a table', calendarDay, ['2019-01-01', '--json'], 1, /2019.*Hiện có: 2021/],
    ['a deadline without a table', calendarDue, ['trước ngày 20/11', '--year', '2035', '--json'], 1, /2035/],
    ['a day that does not exist', calendarDay, ['2026-02-30', '--json'], 1, /Không có ngày 30\/02\/2026/],
    ['a day written otherwise', calendarDay, ['22/8/2026'], 2, /NNNN-TT-NG[\s\S]*Cách dùng/],
    ['a sentence without a day', calendarDue, ['sớm nhất có thể', '--year', '2026'], 1, /trước ngày, chậm nhất ngày/],
    ['a month without that day', calendarDue, ['trước ngày 31/11', '--year', '2026'], 1, /31\/11/],
    ['no year', calendarDue, ['trước ngày 20/11'], 2, /Thiếu năm/],
    ['a year that is none', calendarYear, ['nay'], 2, /bốn chữ số/],
    ['an unknown option', calendarYear, ['2026', '--jsn'], 2, /Không có tùy chọn --jsn. Hiện có: --json/],
    ['no word', calendarYear, [], 2, /Thiếu năm/],
    ['a word too many', calendarYear, ['2026', '2027'], 2, /Thừa “2027”/],
    [
      'an option without its value',
      calendarDue,
      ['trước ngày 20/11', '--year', '--json'],
      2,
      /Thiếu giá trị sau --year/,
    ],
  ])('%s', async (_label, command, args, code, message) => {
    const ran = await runCommand(command, args);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toMatch(message);
  });
});
