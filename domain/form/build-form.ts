import type { Measure, Target } from '../plan/plan.ts';
import type { Field, Form, MoneySource } from './form.ts';

/** What an obligation asks of one agency in one period, and the plan's own words for it. */
export interface FormSource {
  /** Id of the requirement; the form's id is made from it, the plan and the period. */
  requirement: string;
  period: string;
  plan: {
    id: string;
    shortName: string;
    measures: Pick<Measure, 'no' | 'text' | 'timing' | 'quantity'>[];
    targets: Pick<Target, 'id' | 'text' | 'quantities' | 'reportedIn'>[];
    /** The organisation section, for standing duties. */
    duties?: { clause: string; text: string }[];
  };
  /** Numbers of the measures whose state is asked. */
  measures: string[];
  /** Numbers of the measures in the last year of their window: asked whether completed, whether or not listed above. */
  endingMeasures: string[];
  /** Ids of the targets whose figures are asked. */
  targets: string[];
  /** Sources of money that an estimate is asked for, in this order; empty where no money is asked. */
  money: MoneySource[];
  /** Money given to the agency, whose settlement is asked. Default none. */
  settles?: { measure: string | null; source: MoneySource }[];
  /** Whether proposals are asked in free words at the end. */
  freeText: boolean;
  /** Clauses of standing duties that are asked "đã làm gì". Default none. */
  duties?: string[];
  /** Groups of measures that the money is asked for, each from each source; absent: one sum for all. */
  groups?: { id: string; title: string }[];
  /** Set for a review: figures run since this year, each measure's result is asked over its whole window, and causes. */
  reviewSince?: number | null;
  /** True for whoever adds up the figures of others: his own part is asked. Default false. */
  ownPart?: boolean;
  /** True where measures are asked about as parts that cooperating agencies give. Default false. */
  parts?: boolean;
}

/** Raised when a change of this file changes the fields of forms already issued. */
const VERSION = 1;

/**
 * The form of an obligation: measures in the plan's order, then targets, money, difficulties, free words.
 * Numbers and ids that the plan does not hold are left out; a form that would ask nothing asks one required text.
 */
export function buildForm(source: FormSource): Form {
  const asked = new Set([...source.measures, ...source.endingMeasures]);
  const ending = new Set(source.endingMeasures);
  const targets = new Set(source.targets);
  const since = source.reviewSince ?? null;
  const facts = [
    ...source.plan.measures.filter((m) => asked.has(m.no)).flatMap((m) => fieldsOf(m, ending.has(m.no), source)),
    ...source.plan.targets
      .filter((t) => targets.has(t.id))
      .flatMap((t) => targetFields(t, since, source.ownPart === true)),
    ...moneyFields(source),
    ...settledFields(source),
    ...dutyFields(source),
  ];
  return {
    id: `${source.plan.id}/${source.requirement}/${source.period}`,
    version: VERSION,
    planName: source.plan.shortName,
    period: source.period,
    fields: [
      ...(facts.length > 0 ? facts : [textField('content', false)]),
      ...(since === null ? [] : [textField('causes', true)]),
      { id: 'obstacles', kind: 'obstacle', about: {}, optional: true },
      ...(source.freeText ? [textField('proposals', true)] : []),
    ],
  };
}

function fieldsOf(measure: FormSource['plan']['measures'][number], ending: boolean, source: FormSource): Field[] {
  const about = { measure: measure.no };
  if (source.parts === true)
    return [{ id: `measure/${measure.no}/part`, kind: 'text', about, title: measure.text, optional: false }];
  const since = source.reviewSince ?? null;
  if (since === null) return measureFields(measure, ending);
  const help = measure.timing.phrase === null ? {} : { help: measure.timing.phrase };
  const result: Field = {
    id: `measure/${measure.no}/result`,
    kind: 'text',
    about,
    title: measure.text,
    ...help,
    since,
    optional: false,
  };
  const quantity = measureFields(measure, false).filter(({ kind }) => kind === 'figure');
  return [result, ...quantity.map((field) => ({ ...field, since }))];
}

function dutyFields({ duties = [], plan }: FormSource): Field[] {
  return (plan.duties ?? [])
    .filter(({ clause }) => duties.includes(clause))
    .map(({ clause, text }) => ({
      id: `duty/${clause}`,
      kind: 'text',
      about: { duty: clause },
      title: text,
      optional: true,
    }));
}

/** An estimate by groups asks the first source of each; a group without money from the others may leave them empty. */
function moneyFields({ money, groups }: FormSource): Field[] {
  if (groups === undefined || groups.length === 0) return money.map(moneyField);
  return groups.flatMap(({ id, title }) =>
    money.map((source, index) => ({
      id: `money/${id}/${source}`,
      kind: 'figure' as const,
      about: { money: source, group: id },
      title,
      unit: 'VND',
      optional: index > 0,
    })),
  );
}

function settledFields({ settles = [], plan }: FormSource): Field[] {
  return settles.map(({ measure, source }) => {
    const title = plan.measures.find(({ no }) => no === measure)?.text;
    return {
      id: `settled/${measure ?? ''}/${source}`,
      kind: 'figure',
      about: { money: source, settled: true as const, ...(measure === null ? {} : { measure }) },
      ...(title === undefined ? {} : { title }),
      unit: 'VND',
      optional: false,
    };
  });
}

function measureFields(measure: FormSource['plan']['measures'][number], ending: boolean): Field[] {
  const about = { measure: measure.no };
  const help = measure.timing.phrase === null ? {} : { help: measure.timing.phrase };
  const state: Field = {
    id: ending ? `measure/${measure.no}/end` : `measure/${measure.no}/status`,
    kind: ending ? 'measureEnd' : 'measureStatus',
    about,
    title: measure.text,
    ...help,
    optional: false,
  };
  if (measure.quantity === null || measure.quantity.unit === null) return [state];
  const { unit, min, max, phrase } = measure.quantity;
  return [
    state,
    {
      id: `measure/${measure.no}/quantity`,
      kind: 'figure',
      about,
      title: measure.text,
      help: phrase,
      unit,
      aim: max ?? min,
      optional: true,
    },
  ];
}

function targetFields(target: FormSource['plan']['targets'][number], since: number | null, own: boolean): Field[] {
  const about = { target: target.id };
  if (target.quantities.length === 0) {
    return [{ id: `target/${target.id}/text`, kind: 'text', about, title: target.text, optional: true }];
  }
  return target.quantities.map((quantity, index) => ({
    id: `target/${target.id}/${index + 1}`,
    kind: 'figure',
    about,
    title: target.text,
    ...(target.reportedIn === undefined
      ? { unit: quantity.unit, aim: quantity.max ?? quantity.value }
      : { unit: target.reportedIn }),
    ...(since === null ? {} : { since }),
    ...(own ? { own } : {}),
    optional: true,
  }));
}

function moneyField(money: MoneySource): Field {
  return { id: `money/${money}`, kind: 'figure', about: { money }, unit: 'VND', optional: false };
}

function textField(id: 'content' | 'proposals' | 'causes', optional: boolean): Field {
  return { id, kind: 'text', about: {}, optional };
}
