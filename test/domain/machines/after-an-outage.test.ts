import { describe, expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import { type RoundSpec, roundMachine } from '../../../domain/machines/round.ts';
import { deadlineOn } from '../../../domain/obligation/deadline.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const spec: RoundSpec = {
  id: 'round/brvt/p/2024/r/2024',
  key: 'p/2024/r/2024',
  province: 'brvt',
  plan: 'p',
  requirement: 'r',
  kind: 'report',
  year: 2024,
  period: '2024',
  reviewer: 'so-khcn',
  closesByLetter: false,
  coordinator: 'so-khcn',
  leadership: 'ubnd-tinh',
  policy: DEFAULT_POLICY,
  calendar: loadCalendar(),
  deadline: deadlineOn('2024-11-05'),
  lockOn: '2024-12-31',
  agencies: [{ agency: 'so-dl', asks: { measures: [], endingMeasures: [], targets: [] } }],
  cycle: null,
  announced: false,
  ref: null,
};

/** Overdue after Tuesday 05/11/2024: rungs on 06/11, 08/11 and 12/11 at 07:00. The system is away from 05/11 09:00. */
function backAt(day: string, time: string) {
  const out = noEffects();
  const state = roundMachine.open(spec, instantOn('2024-11-05', '09:00'), out);
  const now = instantOn(day, time);
  for (let due = roundMachine.wake(state); due !== null && due <= now; due = roundMachine.wake(state)) {
    roundMachine.due(state, due, now, out);
  }
  return {
    told: out.notices.map(
      ({ rung, slot, late }) => `${rung} ${slot.slice(0, 16).replace('T', ' ')}${late ? ' late' : ''}`,
    ),
    collapsed: out.journal.filter(({ kind }) => kind === 'collapsed').length,
  };
}

describe('what was due while the system was away', () => {
  it.each([
    {
      label: 'away over night only',
      day: '2024-11-06',
      time: '07:00:00.020',
      told: ['rung-1 2024-11-06 08:00'],
      collapsed: 0,
    },
    {
      label: 'back the same morning',
      day: '2024-11-06',
      time: '09:15',
      told: ['rung-1 2024-11-07 08:00'],
      collapsed: 0,
    },
    { label: 'back in the night', day: '2024-11-06', time: '23:40', told: ['rung-1 2024-11-07 08:00'], collapsed: 0 },
    {
      label: 'back after more than a day',
      day: '2024-11-07',
      time: '10:00',
      told: ['rung-1 2024-11-08 08:00 late'],
      collapsed: 0,
    },
    {
      label: 'back on a Sunday',
      day: '2024-11-10',
      time: '10:00',
      told: ['rung-2 2024-11-11 08:00 late'],
      collapsed: 1,
    },
    {
      label: 'back just after the newest rung',
      day: '2024-11-12',
      time: '07:30',
      told: ['rung-3 2024-11-12 08:00'],
      collapsed: 2,
    },
    {
      label: 'back after a week',
      day: '2024-11-13',
      time: '15:00',
      told: ['rung-3 2024-11-14 08:00 late'],
      collapsed: 2,
    },
  ])('$label', ({ day, time, told, collapsed }) => {
    expect(backAt(day, time)).toEqual({ told, collapsed });
  });
});
