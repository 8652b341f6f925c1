import { addDays } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/calendar/instant.ts';
import type { Enclosure } from '../../domain/notice/enclosure.ts';
import { formatDeadline } from '../format.ts';
import type { NoticeDeadline, NoticeItem } from './item.ts';

/**
 * The days by which the recipient's own agency owes something, for his calendar program (RFC 5545); null when the letter
 * asks for nothing that is still to come. An entry is known by its duty, and a moved deadline takes the place of the
 * earlier one. Example: a report due on Friday 8 November 2024 is an all-day entry of 20241108.
 */
export function renderCalendar(items: NoticeItem[]): Enclosure | null {
  const newest = new Map<string, Dated>();
  for (const item of items) {
    if (!isDated(item)) continue;
    const before = newest.get(item.obligation);
    if (before === undefined || before.deadline.number < item.deadline.number) newest.set(item.obligation, item);
  }
  const dated = [...newest.values()];
  const [first] = dated;
  if (first === undefined) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Đôn Đốc//VI',
    'METHOD:PUBLISH',
    ...dated.flatMap(entry),
    'END:VCALENDAR',
  ];
  const name = dated.length === 1 ? `Hạn ${first.what} - ${first.to.agency}` : `Các hạn của ${first.to.agency}`;
  return {
    name: `${name.replaceAll(/[/\\:*?"<>|]/g, '-')}.ics`,
    type: 'text/calendar; method=PUBLISH',
    content: lines.map((line) => `${folded(line)}\r\n`).join(''),
  };
}

type Dated = NoticeItem & { obligation: string; what: string; deadline: NoticeDeadline };

function isDated(item: NoticeItem): item is Dated {
  const own = item.kind === 'reminder' && item.owner === item.to.agency;
  return own && item.obligation !== null && item.what !== null && (item.deadline?.daysLeft ?? -1) >= 0;
}

function entry({ obligation, what, deadline, basis, link, today, receiver }: Dated): string[] {
  const about = [
    ...(basis === null ? [] : [`Căn cứ: ${basis.document}.`]),
    `Hạn: ${formatDeadline(deadline)}.`,
    ...(receiver === null ? [] : [`Nơi nhận: ${receiver}.`]),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(obligation)}@dondoc`,
    `SEQUENCE:${deadline.number - 1}`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(deadline.lastDayOn)}`,
    `DTEND;VALUE=DATE:${compact(addDays(deadline.lastDayOn, 1))}`,
    `SUMMARY:${escaped(`Hạn ${what}`)}`,
    `DESCRIPTION:${escaped(about.join('\n'))}`,
    ...(link === null ? [] : [`URL:${new URL(link).href}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** At most 75 bytes a line, never within a letter; what is over goes on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const limit = parts.length === 0 ? 75 : 74;
    if (Buffer.byteLength(part + letter) > limit) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part].join('\r\n ');
}
