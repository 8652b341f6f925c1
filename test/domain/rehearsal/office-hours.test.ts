import { describe, expect, it } from 'vitest';
import { timeOf } from '../../../domain/calendar/instant.ts';
import { officeInstant, officeInstantAfter } from '../../../domain/rehearsal/office-hours.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const calendar = loadCalendar();

describe('people act in office hours', () => {
  it.each([
    ['the first moment of the morning', 0, '08:05'],
    ['a quarter of the day', 0.25, '09:40'],
    ['after lunch', 0.6, '14:03'],
    ['the last moment of the afternoon', 0.99999, '16:34'],
  ])('%s', (_label, share, time) => {
    expect(timeOf(officeInstant('2024-11-04', share))).toBe(time);
  });

  it.each([
    ['the day itself', '2024-11-04T07:00:00.000+07:00', '2024-11-04', '2024-11-04'],
    ['the moment has passed: the next working day', '2024-11-04T15:00:00.000+07:00', '2024-11-04', '2024-11-05'],
    ['a Saturday: the Monday after', '2024-11-07T07:00:00.000+07:00', '2024-11-09', '2024-11-11'],
    ['02/09/2024 and 03/09/2024 are days off', '2024-08-30T15:00:00.000+07:00', '2024-08-30', '2024-09-04'],
    ['a day long past: the next working day', '2024-11-08T09:00:00.000+07:00', '2024-10-01', '2024-11-11'],
  ])('%s', (_label, at, day, expected) => {
    expect(officeInstantAfter(calendar, at, day, 0).slice(0, 10)).toBe(expected);
  });
});
