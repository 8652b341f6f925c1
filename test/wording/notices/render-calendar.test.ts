import { describe, expect, it } from 'vitest';
import { renderCalendar } from '../../../wording/notices/render-calendar.ts';
import { item } from './items.ts';

const KEY = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-gddt';

describe('the calendar file of a letter', () => {
  it('holds the day of a duty under the duty’s own name, and a moved deadline takes its place', () => {
    const file = renderCalendar([item('reminder', { obligation: KEY })]);
    expect(file?.name).toBe('Hạn báo cáo năm 2024 - Sở Giáo dục và Đào tạo.ics');
    expect(file?.content.split('\r\n')).toEqual(
      expect.arrayContaining([
        `UID:${KEY}@dondoc`,
        'SEQUENCE:1',
        'DTSTART;VALUE=DATE:20241108',
        'DTEND;VALUE=DATE:20241109',
        'SUMMARY:Hạn báo cáo năm 2024',
      ]),
    );
  });

  it('has lines of at most 75 bytes, broken between letters', () => {
    const content = renderCalendar([item('reminder', { obligation: KEY })])?.content ?? '';
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(content.replaceAll('\r\n ', '')).toContain(
      'DESCRIPTION:Căn cứ: Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu.\\nHạn: ',
    );
  });

  it('names the agency where a letter reminds of several duties, each of which is in it once', () => {
    const other = KEY.replace('2024/so', '2023/so');
    const items = [KEY, other, KEY].map((obligation) => item('reminder', { obligation }));
    const file = renderCalendar(items);
    expect(file?.name).toBe('Các hạn của Sở Giáo dục và Đào tạo.ics');
    expect(file?.content.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
  });

  it('is not there where nothing of the recipient’s own is still to come', () => {
    const over = item('reminder', { obligation: KEY });
    expect(renderCalendar([item('escalation', { obligation: KEY })])).toBeNull();
    expect(renderCalendar([{ ...over, owner: 'Sở Du lịch' }])).toBeNull();
    expect(
      renderCalendar([{ ...over, deadline: over.deadline === null ? null : { ...over.deadline, daysLeft: -1 } }]),
    ).toBeNull();
  });
});
