import { dayOf } from '../../domain/calendar/instant.ts';
import { answerTo } from '../../domain/form/answers.ts';
import type { Answer, AnswerValue, Field, Form } from '../../domain/form/form.ts';
import { obligationForm } from '../../domain/form/obligation-form.ts';
import type { Submission } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { JournalRecord, SubmissionRecord, TextRecord } from '../../store/desk-reader.ts';
import { answerText, fieldName, measureEndLabel, measureStatusLabel } from '../../wording/dialogue/field.ts';
import { formatDayShort, quoted } from '../../wording/format.ts';
import type { AnswerFieldFact, Fragment, VersionFact } from '../pages/obligation.tsx';
import type { Live } from './desk.ts';

/** What the versions of a duty are read from. */
export interface VersionSources {
  journal: JournalRecord[];
  submissions: SubmissionRecord[];
  /** Answers saved for the version that is being written. */
  draft: Answer[];
  texts: Map<string, TextRecord>;
}

/** The form of a duty, as its round asks it. */
export function formOf(plan: Plan, row: Live): Form {
  return obligationForm(plan, row, row.state.asks);
}

/** Numbered versions, oldest first, and the one that is being written. */
export function versionFacts(plan: Plan, row: Live, sources: VersionSources): VersionFact[] {
  const form = formOf(plan, row);
  const { submissions } = row.state;
  const answersOf = (receipt: string | undefined): Answer[] =>
    sources.submissions.find((each) => each.receipt === receipt)?.answers ?? [];
  const sent = submissions.map((submission, index): VersionFact => {
    const before = submissions[index - 1];
    const answers = answersOf(submission.receipt);
    const text = textOf(submission, sources);
    return {
      number: submission.number,
      sentAt: submission.at,
      receipt: submission.receipt,
      content: content(form, answers, before && { number: before.number, answers: answersOf(before.receipt) }, text),
      standing: standingWords(submission, sources),
      decision: decisionOf(submission, sources.journal),
    };
  });
  return row.state.phase === 'open' && sources.draft.length > 0
    ? [...sent, inHand(form, row, sources, answersOf)]
    : sent;
}

function inHand(
  form: Form,
  { state }: Live,
  { draft }: VersionSources,
  answersOf: (receipt: string | undefined) => Answer[],
): VersionFact {
  const before = state.submissions.at(-1);
  const known = form.fields.filter((field) => answerTo(draft, field.id) !== null).length;
  const said = content(form, draft, before && { number: before.number, answers: answersOf(before.receipt) }, '');
  return {
    number: state.submissions.length + 1,
    sentAt: null,
    receipt: null,
    content: [{ text: `đang soạn: ${known}/${form.fields.length} câu đã lưu; `, as: 'plain' }, ...said],
    standing: 'bản nháp',
    decision: null,
  };
}

/** The words beside the answers: a letter's text, or what was said on the telephone. */
function textOf({ number }: Submission, { journal, texts }: VersionSources): string {
  const entry = journal.find(({ kind, facts }) => kind === 'submitted' && facts.version === number);
  return texts.get(entry?.ref ?? '')?.text.trim() ?? '';
}

function content(
  form: Form,
  answers: Answer[],
  before: { number: number; answers: Answer[] } | undefined,
  text: string,
): Fragment[] {
  const parts: Fragment[][] = [];
  const states = new Map<string, string[]>();
  for (const field of form.fields) {
    const { value, remark } = answerTo(answers, field.id) ?? {};
    if (field.about.measure === undefined || value === undefined) continue;
    const word = stateWord(value);
    if (word !== null && remark === undefined) states.set(word, [...(states.get(word) ?? []), field.about.measure]);
  }
  for (const [word, measures] of states) parts.push([plain(`nhiệm vụ ${measures.join(', ')}: ${lower(word)}`)]);
  for (const field of form.fields) {
    const answer = answerTo(answers, field.id);
    if (answer === null || !isShown(field, answer)) {
      if (answer?.remark !== undefined) parts.push(remarkOf(field, answer));
      continue;
    }
    const said = answerText(field, answer);
    const former = before && answerTo(before.answers, field.id);
    const changed = former !== undefined && former !== null && answerText(field, former) !== said;
    const replaced: Fragment[] = changed
      ? [plain(` (bản ${before?.number}: `), { text: answerText(field, former), as: 'struck' }, plain(')')]
      : [];
    parts.push([plain(`${lower(fieldName(field))}: `), { text: said, as: 'strong' }, ...replaced]);
  }
  if (text !== '') parts.push([plain(text)]);
  if (parts.length === 0) return [plain('không có câu trả lời theo mẫu')];
  return parts.flatMap((part, index) => (index === 0 ? part : [plain('; '), ...part]));
}

/** The state of one measure with the agency's own words beside it. */
function remarkOf(field: Field, { value, remark = '' }: Answer): Fragment[] {
  const word = stateWord(value);
  const state = word === null ? '' : `${lower(word)}, `;
  return [plain(`${lower(fieldName(field))}: ${state}`), { text: quoted(remark), as: 'strong' }];
}

function stateWord(value: AnswerValue): string | null {
  if (value.kind === 'status') return measureStatusLabel(value.status);
  return value.kind === 'end' ? measureEndLabel(value.end) : null;
}

function isShown(field: Field, { value }: Answer): boolean {
  if (value.kind === 'skipped') return false;
  return field.kind !== 'measureStatus' && field.kind !== 'measureEnd';
}

const WAYS: Record<string, string> = { letter: 'công văn', phone: 'điện thoại', paper: 'bản giấy' };

function standingWords(submission: Submission, { journal, texts }: VersionSources): string {
  const behalf = submission.onBehalf
    ? `ghi hộ từ ${WAYS[submission.source] ?? submission.source} ngày ${formatDayShort(submission.actedOn)}`
    : null;
  if (submission.standing === 'draft') return behalf === null ? 'bản nháp' : `bản nháp, ${behalf}`;
  const confirmed = journal.find(({ kind, facts }) => kind === 'confirmed' && facts.version === submission.number);
  const letter = texts.get(confirmed?.ref ?? '')?.facts.number;
  const how =
    typeof letter === 'string'
      ? `: công văn số ${letter}`
      : confirmed === undefined
        ? ''
        : `: lãnh đạo xác nhận ${formatDayShort(dayOf(confirmed.at))}`;
  return `chính thức${how}${behalf === null ? '' : `; ${behalf}`}`;
}

function decisionOf({ number, decision }: Submission, journal: JournalRecord[]): VersionFact['decision'] {
  if (decision === null) return null;
  const entry = journal.filter(({ kind, facts }) => kind === decision && facts.version === number).at(-1);
  return entry === undefined ? null : { is: decision, on: dayOf(entry.at) };
}

/** The questions of a duty as a form in which somebody records the answers of another. */
export function answerFields(plan: Plan, row: Live): AnswerFieldFact[] {
  return formOf(plan, row)
    .fields.filter(({ kind }) => kind !== 'obstacle')
    .map((field) => ({ id: field.id, label: fieldName(field), options: optionsOf(field), hint: hintOf(field) }));
}

function optionsOf(field: Field): AnswerFieldFact['options'] {
  switch (field.kind) {
    case 'measureStatus':
      return (['done', 'underWay', 'notDone', 'hindered'] as const).map((value) => ({
        value,
        label: measureStatusLabel(value),
      }));
    case 'measureEnd':
      return (['completed', 'prolong', 'notCompleted'] as const).map((value) => ({
        value,
        label: measureEndLabel(value),
      }));
    case 'choice':
      return (field.choices ?? []).map(({ id, label }) => ({ value: id, label }));
    default:
      return [];
  }
}

function hintOf(field: Field): string | null {
  const unit = field.unit === undefined ? null : `đơn vị: ${field.unit === 'VND' ? 'đồng' : field.unit}`;
  const parts = [field.title ?? null, unit].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

function plain(text: string): Fragment {
  return { text, as: 'plain' };
}

function lower(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
