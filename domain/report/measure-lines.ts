import { answerTo } from '../form/answers.ts';
import type { Answer, MeasureEnd, MeasureStatus } from '../form/form.ts';
import type { Measure, Plan } from '../plan/plan.ts';
import type { Silence, Told, ToldVersion } from './told.ts';

/** What one lead said of one measure. */
export interface MeasureSaid {
  agency: string;
  receipt: string;
  /** False: the version still waits for its head, or was sent back. */
  official: boolean;
  status: MeasureStatus | MeasureEnd | null;
  /** His words beside the status; in a review the result over the measure's window. */
  words: string | null;
  /** Amount done, where the plan prints one. */
  quantity: { value: number; unit: string } | null;
}

/** A measure that was asked about, with what each lead said. */
export interface MeasureLine {
  measure: Measure;
  said: MeasureSaid[];
  silent: Silence[];
}

/** The measures about which somebody was asked, in the plan's order; nothing outside its window stands here. */
export function measureLines(plan: Plan, told: Told[]): MeasureLine[] {
  return plan.measures.flatMap((measure) => {
    const asked = told.filter(({ asks }) => [...asks.measures, ...asks.endingMeasures].includes(measure.no));
    return asked.length === 0 ? [] : [lineOf(measure, asked)];
  });
}

function lineOf(measure: Measure, asked: Told[]): MeasureLine {
  const said = asked.flatMap(({ agency, counted, pending }): MeasureSaid[] => {
    if (counted !== null) return saidIn(measure, agency, counted, true);
    return pending === null ? [] : saidIn(measure, agency, pending, false);
  });
  const silent = asked
    .filter(({ agency, waived }) => !waived && !said.some((each) => each.agency === agency))
    .map(({ agency, counted, pending }): Silence => {
      return { agency, why: counted === null ? (pending?.why ?? 'nothing') : 'noFigure' };
    });
  return { measure, said, silent };
}

function saidIn({ no }: Measure, agency: string, version: ToldVersion, official: boolean): MeasureSaid[] {
  const under = (field: string): Answer | null => answerTo(version.answers, `measure/${no}/${field}`);
  const state = under('status') ?? under('end');
  const result = under('result') ?? under('part');
  const amount = under('quantity')?.value;
  const status =
    state?.value.kind === 'status' ? state.value.status : state?.value.kind === 'end' ? state.value.end : null;
  const words = result?.value.kind === 'text' ? result.value.text : (state?.remark ?? null);
  const quantity = amount?.kind === 'figure' ? { value: amount.value, unit: amount.unit } : null;
  if (status === null && words === null && quantity === null) return [];
  return [{ agency, receipt: version.receipt, official, status, words, quantity }];
}
