import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { ObligationPhase } from '../engine/effects.ts';
import { earliestAskedDay } from '../machines/asked-day.ts';
import { cooperatingAgencies } from '../plan/cooperating.ts';
import type { Plan } from '../plan/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Agency } from '../roster/roster.ts';
import { type AskedParts, currentDeadline, type Obligation } from './obligation.ts';

/** What a lead may ask others for, for one obligation of his. */
export interface PartsOffer {
  /** Measures he leads that the obligation asks about, each with the agencies not yet asked for it. */
  measures: { measure: string; agencies: string[] }[];
  /** The first and the last day that may be given. */
  from: Day;
  until: Day;
}

/** What may be asked now; null where the duty waits for nobody, or where no day is left before its own. */
export function partsOffer(
  plan: Pick<Plan, 'measures'>,
  duty: { kind: string; state: Obligation },
  agencies: Agency[],
  calendar: WorkCalendar,
  at: Instant,
): PartsOffer | null {
  const { state, kind } = duty;
  if (kind === 'contribution' || state.phase !== 'open' || state.suspendedSince !== null) return null;
  const from = earliestAskedDay(calendar, dayOf(at));
  const until = addWorkingDays(calendar, currentDeadline(state).lastDayOn, -1);
  if (from > until) return null;
  const asked = new Set([...state.asks.measures, ...state.asks.endingMeasures]);
  const measures = plan.measures
    .filter((measure) => asked.has(measure.no) && isLed(measure, state.agency, kind))
    .map((measure) => ({
      measure: measure.no,
      agencies: cooperatingAgencies(measure, agencies).filter(
        (id) => id !== state.agency && !waitsFor(state.parts, measure.no, id),
      ),
    }))
    .filter((offer) => offer.agencies.length > 0);
  return measures.length === 0 ? null : { measures, from, until };
}

/** Why parts cannot be asked for an obligation, as far as the plan's words and what was asked before decide; or null. */
export function checkPartsAsked(
  own: {
    phase: ObligationPhase;
    agency: string;
    parts: Record<string, AskedParts>;
    /** Agencies that cooperate in the measure; null where the plan has no such measure. */
    cooperating: string[] | null;
  },
  asked: { measure: string; agencies: string[] },
): Refusal | null {
  const { measure } = asked;
  const { cooperating } = own;
  if (cooperating === null) return refuse('UNKNOWN_MEASURE', { measure });
  if (own.phase === 'waived') return refuse('ALREADY_WAIVED');
  if (own.phase !== 'open') return refuse('ALREADY_SUBMITTED');
  for (const agency of asked.agencies) {
    if (agency === own.agency) continue;
    if (!cooperating.includes(agency)) return refuse('NOT_COOPERATING', { measure, agency });
    if (waitsFor(own.parts, measure, agency)) return refuse('PART_ASKED', { measure, agency });
  }
  return null;
}

function waitsFor(parts: Record<string, AskedParts> | undefined, measure: string, agency: string): boolean {
  return Object.values(parts ?? {}).some((part) => part.measure === measure && part.missing.includes(agency));
}

/** Named by the plan, or settled for a part that it leaves vague: what its calendar asks an agency about, that agency leads. */
function isLed({ leads, leadKind, unassigned }: Plan['measures'][number], agency: string, kind: string): boolean {
  if (leads.some(({ id }) => id === agency)) return leadKind !== 'proposed';
  return unassigned.length > 0 && kind !== 'request';
}
