import { describe, expect, it } from 'vitest';
import { type RefusalCode, refuse } from '../../domain/refusal.ts';
import { refusalText } from '../../wording/refusal.ts';
import { expectGolden } from '../harness/golden.ts';

/** Every code once; a code that is added and left out here fails the type-check. */
const FACTS: Record<RefusalCode, Record<string, string>> = {
  NOT_YOURS: { agency: 'so-dl' },
  UNKNOWN_OBLIGATION: { agency: 'so-dl' },
  ROUND_CLOSED: {},
  ROUND_LOCKED: {},
  ALREADY_ACCEPTED: {},
  ALREADY_WAIVED: {},
  ALREADY_SUBMITTED: { receipt: 'BN-2024-0203' },
  NOTHING_SUBMITTED: {},
  NOT_OFFICIAL: { receipt: 'BN-2024-0203' },
  ALREADY_OFFICIAL: {},
  OWN_REPORT: {},
  NEEDS_LETTER: {},
  NO_REQUEST_OPEN: {},
  REQUEST_OPEN: { to: '2024-11-12' },
  DAY_NOT_WORKING: { day: '2025-04-30', nearest: '2025-04-29' },
  DAY_NOT_LATER: { day: '2024-11-04', lastDayOn: '2024-11-05' },
  DAY_PAST: { day: '2024-11-06', today: '2024-11-07' },
  REASON_MISSING: {},
  SUSPENDED: { since: '2024-11-01' },
  NOT_SUSPENDED: {},
  NOT_LOCKED: {},
  LOCK_TOO_EARLY: { until: '2024-11-15' },
  NOT_ASKED: {},
  OBSTACLE_CLOSED: {},
  OBSTACLE_STEP: { step: 'raiser' },
  IMPORT_UNKNOWN: {},
  TOO_SHORT: { day: '2024-11-08', least: '2024-11-11' },
  DOCUMENT_MISSING: {},
  UNKNOWN_MEASURE: { measure: 'VII.9' },
  MEASURE_NOT_WAITING: { measure: 'II.1.2' },
  MEASURE_WITHOUT_LEAD: { measure: 'II.9' },
  MEASURE_ASSIGNED: { measure: 'II.1.2' },
  NOBODY_ASKED: {},
  NOT_BEFORE_OWN: { day: '2024-11-06', lastDayOn: '2024-11-05' },
  NOT_COOPERATING: { measure: 'II.2', agency: 'so-tc' },
  PART_ASKED: { measure: 'II.2', agency: 'so-yt' },
  REVIEW_DECIDED: { outcome: 'amend' },
  PLAN_MISSING: {},
  PLAN_UNKNOWN: { plan: 'brvt-kh-2031', known: 'brvt-kh57-2022' },
  UNKNOWN_TARGET: { target: 'z' },
  NOT_MARKED_SAME: { target: 'a.1', receipt: 'BN-2024-0203' },
  AMOUNT_WRONG: {},
  YEAR_OUTSIDE: { from: '2022', to: '2030' },
  WRITING_REQUIRED: {},
  COMMAND_FAILED: {},
  CALENDAR_MISSING: { year: '2032' },
  CLOCK_IS_WALL: {},
  CLOCK_IS_STEPPED: {},
  BEHIND_THE_CLOCK: { day: '2024-11-06', now: '2024-11-07T08:00:00.000+07:00' },
};

const CODES = Object.keys(FACTS) as RefusalCode[];

describe('a refusal as it is read', () => {
  it('is written for every code', () => {
    const written = CODES.map((code) => `${code}\n  ${refusalText(refuse(code, FACTS[code]))}\n`).join('');
    expectGolden('dialogue/refusals.txt', written);
  });

  it.each(CODES)('%s says that nothing changed, blames nobody and shows no id', (code) => {
    for (const facts of [FACTS[code], {}]) {
      const text = refusalText(refuse(code, facts));
      expect(text).toContain('Không có gì thay đổi.');
      expect(text).not.toMatch(/undefined|so-dl|!|[A-Z]+_[A-Z]+/);
    }
  });
});
