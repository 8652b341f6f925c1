import { describe, expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import type { Role } from '../../../domain/engine/message.ts';
import { roundMachine } from '../../../domain/machines/round.ts';
import { checkCommand } from '../../../domain/obligation/check-command.ts';
import type { ObligationCommand } from '../../../domain/obligation/command.ts';
import { deadlineOn } from '../../../domain/obligation/deadline.ts';
import type { Obligation, RoundContext } from '../../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const AT = instantOn('2024-11-01', '10:00');
const calendar = loadCalendar();

function roundOf(
  agency: string,
  reviewer: string | null,
  closesByLetter: boolean,
): { context: RoundContext; duty: Obligation } {
  const context: RoundContext = {
    id: 'round/brvt/p/2024/r/2024',
    key: 'p/2024/r/2024',
    province: 'brvt',
    plan: 'p',
    requirement: 'r',
    kind: 'report',
    year: 2024,
    period: '2024',
    reviewer,
    closesByLetter,
    coordinator: 'so-khcn',
    leadership: 'ubnd-tinh',
    policy: DEFAULT_POLICY,
    calendar,
  };
  const agencies = [{ agency, asks: { measures: [], endingMeasures: [], targets: [] } }];
  const spec = {
    ...context,
    deadline: deadlineOn('2024-11-05'),
    lockOn: '2024-11-12',
    agencies,
    cycle: null,
    announced: false,
    ref: null,
  };
  const [duty] = roundMachine.open(spec, instantOn('2024-10-01', '06:00'), noEffects()).obligations;
  if (duty === undefined) throw new Error('a round has a duty');
  return { context, duty };
}

/** What an agency owes to the coordinator, to finance, by letter to UBND tỉnh, and to itself. */
const REPORT = roundOf('so-dl', 'so-khcn', false);
const ESTIMATE = roundOf('so-dl', 'so-tc', false);
const CONSOLIDATION = roundOf('so-khcn', 'ubnd-tinh', true);
const OWN = roundOf('so-khcn', 'so-khcn', false);

function tried(round: typeof REPORT, agency: string, roles: Role[], what: Record<string, unknown>): string {
  const command = {
    ref: 'text',
    agency: round.duty.agency,
    by: { person: 'p', agency, roles },
    ...what,
  } as ObligationCommand;
  return checkCommand(round.duty, command, AT, round.context)?.refused ?? 'allowed';
}

const submit = { do: 'submit', receipt: 'BN', source: 'chat', actedOn: '2024-11-01', signed: false, measures: {} };
const extend = { do: 'extend', to: '2024-11-20' };

describe('who may do what with a duty', () => {
  it.each([
    { label: 'its focal point answers', round: REPORT, by: ['so-dl', 'focalPoint'], what: submit, is: 'allowed' },
    { label: 'another agency does not', round: REPORT, by: ['so-yt', 'head'], what: submit, is: 'NOT_YOURS' },
    {
      label: 'the coordinator answers on its behalf',
      round: REPORT,
      by: ['so-khcn', 'coordinator'],
      what: submit,
      is: 'allowed',
    },
    {
      label: 'the receiving agency gives time',
      round: ESTIMATE,
      by: ['so-tc', 'reviewer'],
      what: extend,
      is: 'allowed',
    },
    { label: 'another reviewer does not', round: REPORT, by: ['so-tc', 'reviewer'], what: extend, is: 'NOT_YOURS' },
    { label: 'leadership gives time', round: REPORT, by: ['ubnd-tinh', 'leadership'], what: extend, is: 'allowed' },
    {
      label: 'the owing head does not give himself time',
      round: REPORT,
      by: ['so-dl', 'head'],
      what: extend,
      is: 'OWN_REPORT',
    },
    {
      label: 'the owing head does not waive',
      round: REPORT,
      by: ['so-dl', 'head'],
      what: { do: 'waive' },
      is: 'OWN_REPORT',
    },
    {
      label: 'the coordinator does not extend its own consolidation',
      round: CONSOLIDATION,
      by: ['so-khcn', 'coordinator'],
      what: extend,
      is: 'OWN_REPORT',
    },
    {
      label: 'nor stop its clock',
      round: CONSOLIDATION,
      by: ['so-khcn', 'head'],
      what: { do: 'suspend' },
      is: 'OWN_REPORT',
    },
    {
      label: 'leadership may stop it',
      round: CONSOLIDATION,
      by: ['ubnd-tinh', 'leadership'],
      what: { do: 'suspend' },
      is: 'allowed',
    },
    {
      label: 'what an agency owes to itself: its head gives time',
      round: OWN,
      by: ['so-khcn', 'head'],
      what: extend,
      is: 'allowed',
    },
    { label: 'its reviewer does not', round: OWN, by: ['so-khcn', 'reviewer'], what: extend, is: 'OWN_REPORT' },
    {
      label: 'nobody accepts what a letter closes',
      round: CONSOLIDATION,
      by: ['ubnd-tinh', 'reviewer'],
      what: { do: 'accept' },
      is: 'NEEDS_LETTER',
    },
    {
      label: 'leadership answers only what it was asked',
      round: REPORT,
      by: ['ubnd-tinh', 'leadership'],
      what: { do: 'lead', answer: 'seen', to: null },
      is: 'NOT_ASKED',
    },
    {
      label: 'nobody else answers for leadership',
      round: REPORT,
      by: ['so-khcn', 'head'],
      what: { do: 'lead', answer: 'seen', to: null },
      is: 'NOT_YOURS',
    },
    {
      label: 'a letter closes nothing that is reviewed',
      round: REPORT,
      by: ['so-dl', 'head'],
      what: { do: 'recordSent', sentOn: '2024-11-01' },
      is: 'NOT_ASKED',
    },
    {
      label: 'an answer needs its words',
      round: REPORT,
      by: ['so-dl', 'head'],
      what: { ...submit, ref: '' },
      is: 'REASON_MISSING',
    },
  ])('$label: $is', ({ round, by, what, is }) => {
    const [agency = '', role = 'head'] = by;
    expect(tried(round, agency, [role as Role], what)).toBe(is);
  });

  it.each([
    { label: 'a Saturday', to: '2024-11-09', is: 'DAY_NOT_WORKING' },
    { label: 'the day in force', to: '2024-11-05', is: 'DAY_NOT_LATER' },
    { label: 'yesterday', to: '2024-10-31', is: 'DAY_PAST' },
    { label: 'the first day of Tết 2025', to: '2025-01-29', is: 'DAY_NOT_WORKING' },
    { label: 'a working Monday', to: '2024-11-11', is: 'allowed' },
  ])('time is given until a working day after the one in force: $label → $is', ({ to, is }) => {
    expect(tried(REPORT, 'so-khcn', ['reviewer'], { do: 'extend', to })).toBe(is);
  });
});
