import { addDays, yearOf } from './day.ts';
import type { Day } from './instant.ts';
import { hungKingsDay, lunarNewYear } from './lunar.ts';
import { weekdayOf } from './weekday.ts';
import type { CalendarYear } from './work-calendar.ts';

/** First year of Ngày Văn hóa Việt Nam, 24/11 (Nghị quyết 28/2026/QH16 Điều 2, from 01/07/2026). */
const CULTURE_DAY_FROM = 2026;

const LABOUR_CODE = 'Tính theo Điều 111, 112 Bộ luật Lao động 2019';
const CULTURE_DAY_LAW = 'Nghị quyết 28/2026/QH16 Điều 2';
const NOT_ANNOUNCED = 'chưa theo thông báo lịch nghỉ';

/**
 * The table proposed for a year without an announcement: Tết from its eve to mùng 4; National Day 01/09 and 02/09, or
 * 02/09 and 03/09 where 01/09 falls on a weekend; a holiday of Điều 112 on a weekend is made up on the next working day
 * (Điều 111.3); 24/11 is not in Điều 112 and is not made up. No swaps: those are only ever announced.
 * Example: Tết 06/02/2027 is a Saturday → off 05, 08, 09/02 and, made up, 10 and 11/02/2027.
 */
export function computedYear(year: number): CalendarYear {
  const holidays = statutoryHolidays(year);
  const taken = new Set(holidays.map(({ day }) => day));
  const daysOff = holidays.filter(({ day }) => !isWeekend(day));
  for (const { day, why } of holidays.filter((holiday) => isWeekend(holiday.day))) {
    let makeUp = addDays(day, 1);
    while (isWeekend(makeUp) || taken.has(makeUp)) makeUp = addDays(makeUp, 1);
    taken.add(makeUp);
    daysOff.push({ day: makeUp, why: `nghỉ bù ${why} (${dayAndMonth(day)})` });
  }
  const cultureDay = `${year}-11-24`;
  if (year >= CULTURE_DAY_FROM && !isWeekend(cultureDay)) {
    daysOff.push({ day: cultureDay, why: 'Ngày Văn hóa Việt Nam' });
  }
  daysOff.sort((a, b) => (a.day < b.day ? -1 : 1));
  const law = year >= CULTURE_DAY_FROM ? `${LABOUR_CODE} và ${CULTURE_DAY_LAW}` : LABOUR_CODE;
  return { announced: false, basis: `${law}; ${NOT_ANNOUNCED}`, daysOff, workedDays: [] };
}

function statutoryHolidays(year: number): { day: Day; why: string }[] {
  const newYear = lunarNewYear(year);
  const tet = ['giao thừa', 'mùng 1', 'mùng 2', 'mùng 3', 'mùng 4'].map((name, index) => ({
    day: addDays(newYear, index - 1),
    why: `Tết Nguyên đán, ${name}`,
  }));
  const beside = isWeekend(`${year}-09-01`) ? `${year}-09-03` : `${year}-09-01`;
  return [
    { day: `${year}-01-01`, why: 'Tết Dương lịch' },
    ...tet,
    { day: hungKingsDay(year), why: 'Giỗ Tổ Hùng Vương' },
    { day: `${year}-04-30`, why: 'Ngày Chiến thắng' },
    { day: `${year}-05-01`, why: 'Ngày Quốc tế lao động' },
    { day: `${year}-09-02`, why: 'Quốc khánh' },
    { day: beside, why: 'ngày liền kề Quốc khánh' },
  ].filter(({ day }) => yearOf(day) === year);
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}

function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`;
}
