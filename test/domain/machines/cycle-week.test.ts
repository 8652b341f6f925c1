import { expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { nextWeekAt } from '../../../domain/machines/cycle-week.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

it.each([
  { label: 'an ordinary Thursday', after: ['2024-11-07', '09:00'], next: '2024-11-11' },
  { label: 'a Monday before it is decided', after: ['2024-11-11', '06:00'], next: '2024-11-11' },
  { label: 'a Monday after it', after: ['2024-11-11', '07:00'], next: '2024-11-18' },
  { label: 'the week of Quốc khánh: Monday and Tuesday are off', after: ['2024-08-29', '09:00'], next: '2024-09-04' },
  { label: 'the week of Tết: none of its days is worked', after: ['2025-01-23', '09:00'], next: '2025-02-03' },
  { label: 'over the New Year', after: ['2024-12-30', '09:00'], next: '2025-01-06' },
  { label: 'the last year that has a table', after: ['2030-12-27', '09:00'], next: null },
] as const)('$label: told next on $next', ({ after: [day, time], next }) => {
  expect(nextWeekAt(loadCalendar(), DEFAULT_POLICY, instantOn(day, time))).toBe(next && instantOn(next, '07:00'));
});
