import type { Day } from '../calendar/instant.ts';

/** What a field asks. The words of the question are in wording/dialogue; a form carries only the plan's own words. */
export type FieldKind = 'measureStatus' | 'measureEnd' | 'figure' | 'choice' | 'text' | 'obstacle';

/** Where a measure stands in the period that the report covers. */
export type MeasureStatus = 'done' | 'underWay' | 'notDone' | 'hindered';

/** What the lead says of a measure in the last year of its window. */
export type MeasureEnd = 'completed' | 'prolong' | 'notCompleted';

/** Where the money of an estimate comes from: chi sự nghiệp, chi đầu tư phát triển, huy động khác. */
export type MoneySource = 'recurrent' | 'investment' | 'other';

/** What a field is about; an empty object is the report as a whole. */
export interface FieldAbout {
  /** Number of a measure, as the plan prints it. */
  measure?: string;
  /** Id of a target. */
  target?: string;
  money?: MoneySource;
  /** True where the money is what was given and is to be settled; `measure` is what it was given for. */
  settled?: true;
  /** Mark of the group of measures that money is for, such as `II.1`. */
  group?: string;
  /** Clause of a standing duty. */
  duty?: string;
}

export interface Field {
  /** Stable for the life of the form, such as `measure/2.1/status`; answers are stored under it. */
  id: string;
  kind: FieldKind;
  about: FieldAbout;
  /** The plan's words that the question quotes; absent where the field asks about the report as a whole. */
  title?: string;
  /** The plan's words on when, or how much is aimed at. */
  help?: string;
  /** Unit of a figure; `VND` is money, a whole number of đồng. */
  unit?: string;
  /** First year of the figure, where it is a running total and not that of the period alone. */
  since?: number;
  /** True where only the agency's own part is asked: those of the others are added up beside it. */
  own?: boolean;
  /** What the plan aims at in this unit; a figure ten times as large is asked again. */
  aim?: number;
  /** The choices in the order in which they are numbered, in the plan's words. */
  choices?: { id: string; label: string }[];
  /** An optional field may be left empty when the report is sent. */
  optional: boolean;
}

/** What an obligation asks, as data. A dialogue keeps the form it was started with, so a new version disturbs nobody. */
export interface Form {
  id: string;
  /** Raised when the fields of the same id change. */
  version: number;
  /** Short form of the plan, for the questions: "KH 12". */
  planName: string;
  /** The period that the answers cover, such as `2024` or `2024-H1`. */
  period: string;
  fields: Field[];
}

export type AnswerValue =
  | { kind: 'status'; status: MeasureStatus }
  | { kind: 'end'; end: MeasureEnd }
  | { kind: 'figure'; value: number; unit: string }
  | { kind: 'choice'; choice: string }
  | { kind: 'day'; day: Day }
  | { kind: 'text'; text: string }
  | { kind: 'nothing' }
  | { kind: 'skipped' };

/** One answer, stored under its field as soon as it is given. */
export interface Answer {
  field: string;
  value: AnswerValue;
  /** The person's own words beside a status: the difficulty, or why a measure is to be prolonged. */
  remark?: string;
}
