import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Actor } from '../engine/message.ts';
import type { AskingCommand } from './plan-asking.ts';
import type { AssignCommand } from './plan-assigning.ts';
import type { MoneyCommand } from './plan-money.ts';
import type { ReviewCommand } from './plan-reviews.ts';
import type { TargetCommand } from './plan-targets.ts';

/** Everything a person may do with a plan as a whole. */
export type PlanCommand = DeskCommand | AskingCommand | AssignCommand | ReviewCommand | MoneyCommand | TargetCommand;

/** What the coordinator's desk does with the plan itself. */
export type DeskCommand = { by: Actor } & (
  | { do: 'settleImported'; obligation: string; as: 'document' | 'notApplicable' | 'noEvidence'; ref: string }
  | { do: 'reopenImported'; obligation: string; to: Day; ref: string }
  | {
      do: 'request';
      id: string;
      agencies: string[];
      to: Day;
      urgent: boolean;
      ref: string;
      measure: string | null;
      /** Number and day of the asking document. */
      document?: string;
    }
  | { do: 'changeCalendar'; calendar: WorkCalendar }
);
