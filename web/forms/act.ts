import type { Day } from '../../domain/calendar/instant.ts';
import { formatNumber } from '../../wording/format.ts';
import { readDay } from './day-field.ts';
import type { FieldError, FormState } from './form-state.ts';

/** One field of an act's form. */
export interface FieldSpec {
  /** Name in the form, a Vietnamese slug. */
  name: string;
  label: string;
  /**
   * `choice` = one of few options, all in sight; `list` = one of many, in a list that opens; `many` = any number of the
   * options, each a box of its own named `<name>/<value>`.
   */
  kind: 'day' | 'line' | 'text' | 'choice' | 'list' | 'many';
  hint?: string;
  options?: { value: string; label: string }[];
  optional?: boolean;
  /** Asked only when another field has this value. */
  when?: { field: string; is: string };
  initial?: string;
}

/** What was typed, cleaned: NFC, trimmed, days as YYYY-MM-DD. */
export interface ReadValues {
  text(name: string): string;
  day(name: string): Day;
  /** Chosen options of a `many` field. */
  chosen(name: string): string[];
}

/** What an act that asks nothing reads. */
export const NOTHING_READ: ReadValues = { text: () => '', day: () => '', chosen: () => [] };

const LIMIT = { day: 20, line: 200, text: 2000, choice: 200, list: 200, many: 10_000 } as const;

const WITHOUT_YEAR = /^\d{1,2}\s*[/.-]\s*\d{1,2}$/;

/** Reads a form by its fields: values, or what is wrong with which field. Typed text is kept as typed. */
export function readFields(fields: FieldSpec[], typed: Record<string, string>): ReadValues | FormState {
  const errors: FieldError[] = [];
  const values: Record<string, string> = {};
  for (const field of fields) {
    if (field.when && typed[field.when.field] !== field.when.is) continue;
    const value = typedValue(field, typed).normalize('NFC').trim();
    const error = wrong(field, value);
    if (error !== null) errors.push({ field: field.name, ...error });
    values[field.name] = field.kind === 'day' ? (readDay(value) ?? '') : value;
  }
  if (errors.length > 0) return { values: typed, errors };
  return {
    text: (name) => values[name] ?? '',
    day: (name) => values[name] ?? '',
    chosen: (name) => (values[name] ?? '').split(' ').filter((value) => value !== ''),
  };
}

function typedValue(field: FieldSpec, typed: Record<string, string>): string {
  if (field.kind !== 'many') return typed[field.name] ?? '';
  const chosen = (field.options ?? []).filter((option) => typed[`${field.name}/${option.value}`] === '1');
  return chosen.map((option) => option.value).join(' ');
}

export function isFormState(read: ReadValues | FormState): read is FormState {
  return 'errors' in read;
}

function wrong(field: FieldSpec, value: string): { short: string; text: string } | null {
  const name = field.label.toLowerCase();
  if (value === '') {
    if (field.optional) return null;
    const verb = field.options === undefined ? 'Chưa ghi' : 'Chưa chọn';
    return { short: `${verb} ${name}`, text: `${verb} ${name}.` };
  }
  if (value.length > LIMIT[field.kind]) {
    const size = `${formatNumber(value.length)} ký tự, tối đa ${formatNumber(LIMIT[field.kind])}`;
    return { short: `${field.label}: ${size}`, text: `Dài ${size}.` };
  }
  if (field.kind === 'day' && WITHOUT_YEAR.test(value)) {
    return { short: `“${value}” chưa có năm`, text: `“${value}” chưa có năm. Ghi đủ ngày/tháng/năm.` };
  }
  if (field.kind === 'day' && readDay(value) === null) {
    return {
      short: `“${value}” không phải là một ngày`,
      text: `“${value}” không phải là một ngày. Ghi ngày/tháng/năm.`,
    };
  }
  if ((field.kind === 'choice' || field.kind === 'list') && !field.options?.some((option) => option.value === value)) {
    return { short: `Chưa chọn ${name}`, text: `Chưa chọn ${name}.` };
  }
  return null;
}
