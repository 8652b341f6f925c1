import type { Day, Instant } from '../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../domain/calendar/instant.ts';
import { weekdayOf } from '../domain/calendar/weekday.ts';

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;

/** A day as officials write it. Example: 2024-11-07 → 07/11/2024. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Day and month, for lists in which the year is plain. Example: 2024-11-07 → 07/11. */
export function formatDayShort(day: Day): string {
  return formatDay(day).slice(0, 5);
}

/** The weekday's name. Example: 2024-11-07 → Thứ Năm. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** A day with its weekday, as every deadline is written. Example: 2024-11-07 → Thứ Năm 07/11/2024. */
export function formatDayWithWeekday(day: Day): string {
  return `${weekdayName(day)} ${formatDay(day)}`;
}

/** A moment. Example: → 09:14, Thứ Năm 07/11/2024. */
export function formatInstant(at: Instant): string {
  return `${timeOf(at)}, ${formatDayWithWeekday(dayOf(at))}`;
}

/** A moment in a list. Example: → 09:14 07/11/2024. */
export function formatInstantShort(at: Instant): string {
  return `${timeOf(at)} ${formatDay(dayOf(at))}`;
}

/** A number with a dot for thousands and a decimal comma, at most six decimals. Example: 1250.5 → 1.250,5. */
export function formatNumber(value: number): string {
  const negative = value < 0;
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(6).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const decimals = fraction.replace(/0+$/, '');
  return `${negative ? '-' : ''}${grouped}${decimals === '' ? '' : `,${decimals}`}`;
}

/**
 * An amount of đồng in words of size. Example: 1500000000 → 1,5 tỷ đồng; 200000000 → 200 triệu đồng; 950000 → 950.000
 * đồng. Only when the short form is exact to a thousandth of its word; else every digit is written.
 */
export function formatMoney(dong: number): string {
  const [size, word] =
    Math.abs(dong) >= 1_000_000_000 ? ([1_000_000_000, 'tỷ'] as const) : ([1_000_000, 'triệu'] as const);
  const short = dong / size;
  if (Math.abs(dong) < 1_000_000 || !Number.isInteger((dong * 1000) / size)) return `${formatNumber(dong)} đồng`;
  return `${formatNumber(short)} ${word} đồng`;
}

/** Every digit and the word of size. Example: 1500000000 → 1.500.000.000 đồng (1,5 tỷ). */
export function formatMoneyFull(dong: number): string {
  const short = formatMoney(dong);
  const full = `${formatNumber(dong)} đồng`;
  return short === full ? full : `${full} (${short.replace(/ đồng$/, '')})`;
}

/** A unit as it is written; `VND` is đồng. */
export function formatUnit(unit: string): string {
  return unit === 'VND' ? 'đồng' : unit;
}

/** A figure with its unit. Example: 1200, lượt người → 1.200 lượt người; 85, % → 85%. */
export function formatFigure(value: number, unit: string): string {
  if (unit === 'VND') return formatMoney(value);
  return unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`.trim();
}

/** Days left of a deadline, in working days. 3 → còn 3 ngày làm việc; 0 → đến hạn hôm nay; -2 → đã qua hạn 2 ngày làm việc. */
export function formatDaysLeft(daysLeft: number): string {
  if (daysLeft > 0) return `còn ${daysLeft} ngày làm việc`;
  return daysLeft === 0 ? 'đến hạn hôm nay' : `đã qua hạn ${-daysLeft} ngày làm việc`;
}

/** The same, for a mark or a table cell. 3 → còn 3 ngày; 0 → đến hạn hôm nay; -2 → quá 2 ngày. */
export function formatDaysLeftShort(daysLeft: number): string {
  if (daysLeft > 0) return `còn ${daysLeft} ngày`;
  return daysLeft === 0 ? 'đến hạn hôm nay' : `quá ${-daysLeft} ngày`;
}

/** A deadline in a sentence. Example: → Thứ Ba 05/11/2024 (mặc định); the mark stands where the plan prints no day. */
export function formatDeadline(deadline: { lastDayOn: Day; default: boolean }): string {
  return `${formatDayWithWeekday(deadline.lastDayOn)}${deadline.default ? ' (mặc định)' : ''}`;
}

/**
 * A period. 2024 → năm 2024; 2024-H1 → 6 tháng đầu năm 2024; 2024-Q3 → quý III năm 2024; 2022-2025 → giai đoạn 2022–2025.
 * Anything else stays as it is.
 */
export function formatPeriod(period: string): string {
  if (/^\d{4}$/.test(period)) return `năm ${period}`;
  const half = /^(\d{4})-?H([12])$/.exec(period);
  if (half) return `6 tháng ${half[2] === '1' ? 'đầu' : 'cuối'} năm ${half[1]}`;
  const quarter = /^(\d{4})-?Q([1-4])$/.exec(period);
  if (quarter) return `quý ${['I', 'II', 'III', 'IV'][Number(quarter[2]) - 1]} năm ${quarter[1]}`;
  const span = /^(\d{4})[-–](\d{4})$/.exec(period);
  return span ? `giai đoạn ${span[1]}–${span[2]}` : period;
}

/** A person in a sentence, gender never guessed. Example: Ông/Bà Hồ Văn Ví Dụ, chuyên viên. */
export function formatPerson(person: { name: string; post: string }): string {
  return person.post === '' ? `Ông/Bà ${person.name}` : `Ông/Bà ${person.name}, ${person.post}`;
}

/** Somebody's own words, quoted as he wrote them. Example: → “Sở đang chờ số liệu”. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** Quoted words that end a sentence; a full stop only where they bring none. Examples: “Chậm do lũ”. · “Đã xong.” */
export function quotedSentence(text: string): string {
  return `${quoted(text)}${/[.!?…]$/.test(text.trim()) ? '' : '.'}`;
}

/** A moment beside something that bears a day already: its time, with the day only where it is another. Example: 08:12 ngày 31/10. */
export function formatTimeBeside(at: Instant, on: Day): string {
  return `${timeOf(at)}${dayOf(at) === on ? '' : ` ngày ${formatDayShort(dayOf(at))}`}`;
}
