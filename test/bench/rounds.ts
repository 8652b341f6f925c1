import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import type { RoundSpec } from '../../domain/machines/round.ts';
import type { DeadlineDays } from '../../domain/obligation/deadline.ts';
import { DEFAULT_POLICY, type Policy } from '../../domain/obligation/policy.ts';
import { roundKey } from '../../domain/plan/keys.ts';

/** Asked of each agency: what the plans in plans/ ask on average. */
const ASKS = { measures: ['II.1.1', 'II.1.2', 'III.2'], endingMeasures: [], targets: ['a.1', 'a.2'] };

const agencyName = (number: number): string => `co-quan-${String(number + 1).padStart(3, '0')}`;

/** The start of one round of so many agencies, as a cycle would put it on the agenda. */
export function roundStart(given: {
  name: string;
  at: Instant;
  agencies: number;
  calendar: WorkCalendar;
  deadline: DeadlineDays;
  policy?: Policy;
}): AgendaItem {
  const { at, agencies, calendar, deadline, policy = DEFAULT_POLICY } = given;
  const id = `round/brvt/brvt-kh54-2022/2024/IV.2.đ/${given.name}`;
  const year = Number(deadline.lastDayOn.slice(0, 4));
  const near = Object.entries(calendar.years).filter(([each]) => Math.abs(Number(each) - year) <= 1);
  const body: RoundSpec = {
    id,
    key: roundKey(id),
    province: 'brvt',
    plan: 'brvt-kh54-2022',
    requirement: 'IV.2.đ',
    kind: 'report',
    year,
    period: given.name,
    reviewer: 'so-khcn',
    closesByLetter: false,
    coordinator: 'so-khcn',
    leadership: 'ubnd-tinh',
    policy,
    calendar: { ...calendar, years: Object.fromEntries(near) },
    deadline,
    lockOn: deadline.lastDayOn,
    agencies: Array.from({ length: agencies }, (_, number) => ({ agency: agencyName(number), asks: ASKS })),
    cycle: null,
    announced: false,
    ref: null,
  };
  const key = `open:${id}`;
  return { key, workflow: id, at, rank: 0, message: { kind: 'open', key, at, body } };
}

/** The report of one agency of a round, by its head. */
export function report(round: AgendaItem, agency: number, at: Instant): AgendaItem {
  const id = agencyName(agency);
  const key = `web:${randomUUID()}`;
  const body = {
    do: 'submit',
    agency: id,
    by: { person: `nguoi-${id}`, agency: id, roles: ['focalPoint', 'head'] },
    receipt: `BN-2024-${String(agency).padStart(4, '0')}`,
    source: 'chat',
    actedOn: at.slice(0, 10),
    signed: false,
    measures: Object.fromEntries(ASKS.measures.map((measure) => [measure, 'onTrack'])),
    ref: `text:${key}`,
  };
  return { key, workflow: round.workflow, at, rank: 2, message: { kind: 'command', key, at, body } };
}
