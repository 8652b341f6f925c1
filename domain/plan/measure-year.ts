import type { Measure } from './plan.ts';

/** How a measure stands in one year. */
export type MeasureYear =
  /** Its window has not begun or is over: nobody is asked. */
  | 'notInWindow'
  /** Asked how far it is. */
  | 'underWay'
  /** In the last year of its window: completion is confirmed, or prolongation asked. */
  | 'lastYear'
  /** Waits for a request or an event: nobody is asked until somebody triggers it. */
  | 'waiting'
  /** Completed, given up, or its window is over. */
  | 'ended';

/** What the years so far have taught about measures, by number. */
export type MeasureFacts = Record<string, MeasureFact>;

export interface MeasureFact {
  /** Years in which a request or event asked for it. */
  triggered?: number[];
  /** Last year of the window after a prolongation. */
  prolongedTo?: number;
  /** Agencies that the coordinator named for the vague part of its lead. */
  assigned?: string[];
  /** Year in which its lead confirmed completion or gave it up. */
  endedIn?: number;
}

/** Answers of the form in the last year of a window (domain/form). */
export const COMPLETED = 'completed';
export const PROLONG = 'prolong';
export const GIVEN_UP = 'notCompleted';

/**
 * The state of a measure in a year. A window of years binds both ends: "Năm 2022-2025" is under way in 2022-2024 and in
 * its last year in 2025. Quarters count as their year. Yearly, continuous and undated measures are always under way.
 */
export function measureYear(measure: Pick<Measure, 'no' | 'timing'>, year: number, facts: MeasureFacts): MeasureYear {
  const fact = facts[measure.no] ?? {};
  if (fact.endedIn !== undefined && year > fact.endedIn) return 'ended';
  const { kind, from, to } = measure.timing;
  switch (kind) {
    case 'onRequest':
    case 'onEvent':
      return fact.triggered?.includes(year) ? 'underWay' : 'waiting';
    case 'window':
    case 'quarter': {
      const first = from === null ? Number.NEGATIVE_INFINITY : Number(from.slice(0, 4));
      const last = fact.prolongedTo ?? (to === null ? Number.POSITIVE_INFINITY : Number(to.slice(0, 4)));
      if (year < first) return 'notInWindow';
      if (year > last) return 'ended';
      return year === last ? 'lastYear' : 'underWay';
    }
    default:
      return 'underWay';
  }
}

/**
 * What a year's answers teach, as far as they are known: a measure ends when every lead that answered confirmed
 * completion or gave it up, and lives one year longer when any asked for prolongation. A later answer of the same year
 * replaces the earlier one.
 */
export function learnMeasures(
  facts: MeasureFacts,
  year: number,
  answers: Record<string, Record<string, string>>,
): MeasureFacts {
  const learnt: MeasureFacts = { ...facts };
  for (const [no, byAgency] of Object.entries(answers)) {
    const said = Object.values(byAgency);
    const fact = without(learnt[no] ?? {}, year);
    if (said.includes(PROLONG)) learnt[no] = { ...fact, prolongedTo: year + 1 };
    else if (said.length > 0 && said.every((answer) => answer === COMPLETED || answer === GIVEN_UP)) {
      learnt[no] = { ...fact, endedIn: year };
    } else if (learnt[no] !== undefined) learnt[no] = fact;
  }
  return learnt;
}

/** A request or event asked for a measure in a year. */
export function triggerMeasure(facts: MeasureFacts, no: string, year: number): MeasureFacts {
  const triggered = facts[no]?.triggered ?? [];
  if (triggered.includes(year)) return facts;
  return { ...facts, [no]: { ...facts[no], triggered: [...triggered, year] } };
}

/** A fact as it was before the answers of a year. */
function without({ prolongedTo, endedIn, ...rest }: MeasureFact, year: number): MeasureFact {
  return {
    ...rest,
    ...(prolongedTo === undefined || prolongedTo === year + 1 ? {} : { prolongedTo }),
    ...(endedIn === undefined || endedIn === year ? {} : { endedIn }),
  };
}
