import { dayOfSerial, serialOf } from './day.ts';
import type { Day } from './instant.ts';

/*
 * The Vietnamese lunar calendar (UTC+7), after the algorithm of Hồ Ngọc Đức: a month begins on the day of the new moon,
 * month 11 is the one that holds the winter solstice, and a year of thirteen months has its leap month where no
 * principal term falls. It differs from the Chinese calendar where an hour decides: Tết 2030 is 02/02, there 03/02.
 */

const UTC_OFFSET_DAYS = 7 / 24;
const SYNODIC_MONTH = 29.530588853;
/** Julian day number of 01/01/1970. */
const JULIAN_1970 = 2440588;
/** Julian day of the new moon of 01/01/1900, from which moons are counted. */
const MOON_EPOCH = 2415021.076998695;
const RADIAN = Math.PI / 180;

/** Mùng 1 Tết of a year. Example: 2030 → 2030-02-02. */
export function lunarNewYear(year: number): Day {
  return lunarDay(year, 1, 1);
}

/** Giỗ Tổ Hùng Vương, the tenth of the third month. Example: 2027 → 2027-04-16. */
export function hungKingsDay(year: number): Day {
  return lunarDay(year, 3, 10);
}

/** The solar day of a day in lunar month 1–10 of the lunar year that begins in `year`; never in a leap month. */
function lunarDay(year: number, month: number, day: number): Day {
  const before = eleventhMonth(year - 1);
  const after = eleventhMonth(year);
  const moon = Math.round((before - MOON_EPOCH) / SYNODIC_MONTH);
  let offset = month + 1;
  if (after - before > 365 && offset >= leapOffset(moon)) offset += 1;
  return dayOfSerial(newMoonDay(moon + offset) + day - 1 - JULIAN_1970);
}

/** First day, as a Julian day number, of the lunar month that holds the winter solstice of a solar year. */
function eleventhMonth(year: number): number {
  const lastDay = serialOf(`${year}-12-31`) + JULIAN_1970;
  const moon = Math.floor((lastDay - MOON_EPOCH) / SYNODIC_MONTH);
  const start = newMoonDay(moon);
  return solarSector(start) >= 9 ? newMoonDay(moon - 1) : start;
}

/** Which month after month 11 is the leap one: the first that holds no principal term. */
function leapOffset(moon: number): number {
  let offset = 1;
  while (solarSector(newMoonDay(moon + offset)) !== solarSector(newMoonDay(moon + offset + 1))) offset += 1;
  return offset;
}

/** The day in Vietnam, as a Julian day number, of the k-th new moon since 1900 (Meeus, Astronomical Algorithms, 1991). */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIAN);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIAN;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIAN;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIAN;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const clockError = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - clockError + 0.5 + UTC_OFFSET_DAYS);
}

/** The twelfth of the sun's path, 0 from the spring equinox, in which a day begins in Vietnam; 9 follows the solstice. */
function solarSector(julianDay: number): number {
  const t = (julianDay - 0.5 - UTC_OFFSET_DAYS - 2451545) / 36525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RADIAN;
  const meanLongitude = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = (((meanLongitude + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
}
