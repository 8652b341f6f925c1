import { lastDayOf } from '../domain/calendar/due.ts';
import { parseDuePhrase } from '../domain/plan/due-phrase.ts';
import { parseQuantity } from '../domain/plan/quantity-phrase.ts';
import { parseTiming } from '../domain/plan/timing.ts';
import { agencyChecks } from './agency-checks.ts';
import { isTable, listOf, numberIn, tableIn, textIn } from './loose-data.ts';
import type { FileProblem } from './plan-file-error.ts';
import type { YamlSource } from './yaml-source.ts';

/** What a plan file is checked against. */
export interface PlanSurroundings {
  /** Id that the file's name promises. */
  fileId: string;
  /** Province that the folder's agencies belong to. */
  province: string;
  agencyIds: string[];
}

/**
 * What the shape of a plan file cannot say: ids that exist and are used once, days that exist and lie in the period,
 * phrases that can be read, corrections that are noted. Works on data whose shape may be wrong elsewhere, so that all
 * problems of a file are told at once.
 */
export function planProblems(source: YamlSource, around: PlanSurroundings): FileProblem[] {
  const { data } = source;
  if (!isTable(data)) return [];
  return [
    ...identity(source, data, around),
    ...repeatedIds(source, data),
    ...agencyChecks(source, data, around.agencyIds),
    ...periodChecks(source, data),
    ...measureChecks(source, data),
    ...requirementChecks(source, data),
    ...unnotedCorrections(source, data),
  ];
}

type Data = Record<string, unknown>;

function identity(source: YamlSource, data: Data, { fileId, province }: PlanSurroundings): FileProblem[] {
  const problems: FileProblem[] = [];
  const id = textIn(data, 'id');
  if (id !== null && id !== fileId) problems.push(source.at(['id'], `mã "${id}" phải trùng tên tệp "${fileId}.yaml"`));
  const written = textIn(data, 'province');
  if (written !== null && written !== province) {
    problems.push(source.at(['province'], `tỉnh "${written}" phải là tỉnh của thư mục: "${province}"`));
  }
  return problems;
}

function repeatedIds(source: YamlSource, data: Data): FileProblem[] {
  const lists: [string, string][] = [
    ['targets', 'id'],
    ['measures', 'no'],
    ['requirements', 'id'],
    ['reviews', 'id'],
  ];
  return lists.flatMap(([list, key]) => {
    const seen = new Set<string>();
    return listOf(data, list).flatMap((entry, index) => {
      const id = textIn(entry, key);
      if (id === null) return [];
      if (seen.has(id)) return [source.at([list, index, key], `mã "${id}" đã dùng ở trên`)];
      seen.add(id);
      return [];
    });
  });
}

function periodChecks(source: YamlSource, data: Data): FileProblem[] {
  const period = tableIn(data, 'period');
  const from = numberIn(period, 'from');
  const to = numberIn(period, 'to');
  if (from === null || to === null) return [];
  if (to < from) return [source.at(['period', 'to'], `giai đoạn kết thúc năm ${to}, trước khi bắt đầu năm ${from}`)];
  const problems: FileProblem[] = [];
  const inPeriod = (list: string, key: string): void => {
    listOf(data, list).forEach((entry, index) => {
      const year = numberIn(entry, key);
      if (year === null || (year >= from && year <= to)) return;
      problems.push(source.at([list, index, key], `năm ${year} nằm ngoài giai đoạn ${from}–${to}`));
    });
  };
  inPeriod('targets', 'year');
  inPeriod('reviews', 'year');
  inPeriod('reviews', 'plannedYear');
  listOf(data, 'measures').forEach((measure, index) => {
    const timing = timingOf(measure);
    if (timing?.from == null || timing.to == null) return;
    if (timing.to >= timing.from && timing.to.slice(0, 4) >= String(from) && timing.from.slice(0, 4) <= String(to))
      return;
    problems.push(
      source.at(
        ['measures', index, 'timing'],
        `thời gian ${timing.from} – ${timing.to} nằm ngoài giai đoạn ${from}–${to}`,
      ),
    );
  });
  const days = tableIn(tableIn(data, 'policy'), 'dueDays') ?? {};
  for (const [id, day] of Object.entries(days)) problems.push(...dueDayProblems(source, data, id, day));
  return problems;
}

function dueDayProblems(source: YamlSource, data: Data, id: string, day: unknown): FileProblem[] {
  const path = ['policy', 'dueDays', id];
  const reviews = listOf(data, 'reviews').map((entry) => textIn(entry, 'id'));
  const known = [
    ...listOf(data, 'requirements').map((entry) => textIn(entry, 'id')),
    ...reviews,
    ...reviews.map((review) => `${review}-inputs`),
    'progress',
  ];
  if (!known.includes(id)) return [source.atKey(path.slice(0, -1), id, `không có yêu cầu "${id}" để đặt ngày`)];
  const [, month = '', date = ''] = /^(\d\d)-(\d\d)$/.exec(String(day)) ?? [];
  if (month === '' || exists(Number(month), Number(date))) return [];
  return [source.at(path, `ngày ${date}/${month} không có thật`)];
}

function measureChecks(source: YamlSource, data: Data): FileProblem[] {
  return listOf(data, 'measures').flatMap((measure, index) => {
    const problems: FileProblem[] = [];
    const timing = measure?.timing;
    if (typeof timing === 'string' && parseTiming(timing) === null) {
      const text = `chưa hiểu cụm từ thời gian "${timing}"; ghi rõ { phrase, kind, from, to, condition }`;
      problems.push(source.at(['measures', index, 'timing'], text));
    }
    const quantity = textIn(measure, 'quantity');
    if (quantity !== null && parseQuantity(quantity) === null) {
      const text = `chưa hiểu cụm từ số lượng "${quantity}"; ghi rõ { phrase, min, max, unit }`;
      problems.push(source.at(['measures', index, 'quantity'], text));
    }
    const named = Array.isArray(measure?.leads) && measure.leads.length > 0;
    const vague = Array.isArray(measure?.unassigned) && measure.unassigned.length > 0;
    if (textIn(measure, 'lead') !== null && !named && !vague) {
      problems.push(
        source.at(['measures', index, 'lead'], 'có đơn vị chủ trì nhưng thiếu leads (mã cơ quan) hoặc unassigned'),
      );
    }
    return problems;
  });
}

function requirementChecks(source: YamlSource, data: Data): FileProblem[] {
  const requirements = listOf(data, 'requirements');
  const ids = requirements.map((entry) => textIn(entry, 'id'));
  return requirements.flatMap((requirement, index) => {
    const problems: FileProblem[] = [];
    const coveredBy = textIn(requirement, 'coveredBy');
    if (coveredBy !== null && !ids.includes(coveredBy)) {
      problems.push(source.at(['requirements', index, 'coveredBy'], `không có yêu cầu "${coveredBy}"`));
    }
    const due = tableIn(requirement, 'due');
    const [month, day] = [numberIn(due, 'month'), numberIn(due, 'day')];
    const phrase = textIn(requirement, 'duePhrase');
    const read = phrase === null ? null : parseDuePhrase(phrase);
    if (month !== null && day !== null && month <= 12 && day <= 31 && !exists(month, day)) {
      problems.push(source.at(['requirements', index, 'due'], `ngày ${day}/${month} không có thật`));
    } else if (phrase !== null && due === null && read === null) {
      const text = `không thấy ngày có thật trong "${phrase}"; ghi thêm due: { rule, month, day }, hoặc bỏ duePhrase`;
      problems.push(source.at(['requirements', index, 'duePhrase'], text));
    }
    return problems;
  });
}

function unnotedCorrections(source: YamlSource, data: Data): FileProblem[] {
  const noted = listOf(data, 'sourceNotes').map((note) => textIn(note, 'where') ?? '');
  const check = (list: string, key: string, word: string): FileProblem[] =>
    listOf(data, list).flatMap((entry, index) => {
      const text = textIn(entry, 'text');
      const where = `${word} ${textIn(entry, key)}`;
      if (text === null || text === textIn(entry, 'printed') || noted.includes(where)) return [];
      return [source.at([list, index, 'text'], `khác bản in mà chưa có mục sourceNotes với where: ${where}`)];
    });
  return [...check('targets', 'id', 'chỉ tiêu'), ...check('measures', 'no', 'nhiệm vụ')];
}

function timingOf(measure: Data | null): { from: string | null; to: string | null } | null {
  const timing = measure?.timing;
  if (typeof timing === 'string') return parseTiming(timing);
  const table = tableIn(measure, 'timing');
  return table && { from: textIn(table, 'from'), to: textIn(table, 'to') };
}

/** Whether a month has a day; 29/02 counts. */
function exists(month: number, day: number): boolean {
  const LEAP_YEAR = 2024;
  return Number(lastDayOf({ rule: 'onOrBefore', month, day }, LEAP_YEAR).slice(8)) === day;
}
