import { dayOf, instantFromMs, plusMs } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import type { RoundSpec } from '../../domain/machines/round.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { roundKey } from '../../domain/plan/keys.ts';

/** Two seconds stand for a working day; what is decided leaves within a quarter of a second. */
const STEP_MS = 2_000;
const SLOT_MS = 250;

export const WALL_ROUND = 'round/brvt/brvt-kh54-2022/2024/IV.2.đ/wall';

/**
 * A round on seconds: overdue `overdueInMs` from now; a reminder one step before; rungs `firstRung` (1), one more and
 * `lastRung` (two more) steps after it, to head, coordinator and leadership.
 */
export function wallRound(
  calendar: WorkCalendar,
  given: {
    overdueInMs: number;
    agencies?: string[];
    collapseAfterMs?: number;
    firstRung?: number;
    lastRung?: number;
    /** Another round beside the first. */
    period?: string;
  },
): AgendaItem {
  const {
    overdueInMs,
    agencies = ['so-dl'],
    collapseAfterMs = 60_000,
    firstRung = 1,
    lastRung = firstRung + 2,
    period = 'wall',
  } = given;
  const id = WALL_ROUND.replace(/wall$/, period);
  const at = instantFromMs(Date.now());
  const overdueAt = plusMs(at, overdueInMs);
  const today = dayOf(at);
  const body: RoundSpec = {
    id,
    key: roundKey(id),
    province: 'brvt',
    plan: 'brvt-kh54-2022',
    requirement: 'IV.2.đ',
    kind: 'report',
    year: Number(today.slice(0, 4)),
    period,
    reviewer: 'so-khcn',
    closesByLetter: false,
    coordinator: 'so-khcn',
    leadership: 'ubnd-tinh',
    policy: {
      ...DEFAULT_POLICY,
      reminders: [1],
      rungs: [
        { after: firstRung, to: 'head' },
        { after: firstRung + 1, to: 'coordinator' },
        { after: lastRung, to: 'leadership' },
      ],
      collapseAfterMs,
      scale: { stepMs: STEP_MS, slotMs: SLOT_MS },
    },
    calendar,
    deadline: { ...deadlineOn(today), overdueAt },
    lockOn: today,
    agencies: agencies.map((agency) => ({ agency, asks: { measures: [], endingMeasures: [], targets: [] } })),
    cycle: null,
    announced: false,
    ref: null,
  };
  const key = `open:${id}`;
  return { key, workflow: id, at, rank: 0, message: { kind: 'open', key, at, body } };
}

/** Looks again and again until a value is there. @throws after the limit, with what was looked for. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null | undefined | false>,
  limitMs = 30_000,
): Promise<Value> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
