import type { Act, LetterFacts } from '../client/act.ts';
import { measureStates } from '../domain/form/answers.ts';
import type { Answer, AnswerValue, Field } from '../domain/form/form.ts';
import { lastSubmission } from '../domain/obligation/obligation.ts';
import { reportedUnit } from '../domain/plan/reported-unit.ts';
import { newerVersion, unreadFigure } from '../wording/act-done.ts';
import { fieldName } from '../wording/dialogue/field.ts';
import { documentAhead, documentNamed, SAME_NEEDS_TWO, unreadMoney } from '../wording/plan-act.ts';
import type { WebActor } from './access.ts';
import type { DocumentTyped, RecordOnBehalf, WebCommand } from './commands.ts';
import type { Outcome } from './ports.ts';
import { type Desk, isLive, type Live } from './views/desk.ts';
import { measureChoice } from './views/obstacles.ts';
import { plansOf } from './views/sight.ts';
import { formOf } from './views/version-facts.ts';

/** How a typed number reads; the rule of the dialogue (bot/dialogue/parse-number.ts). */
export type ReadNumber = (
  text: string,
  unit: string,
) => { kind: 'value'; value: number; unit?: '%' } | { kind: 'ask'; readings: number[] };

export type RefusedOutcome = Extract<Outcome, { kind: 'refused' }>;

/** Commands that become an act on a workflow; an address and a day of the calendar are kept elsewhere. */
export type ActCommand = Exclude<WebCommand, { do: 'changeAddress' | 'announceDay' }>;

/** The act that a form asks for, or why it cannot be one. */
export async function actOf(
  desk: Desk,
  actor: WebActor,
  command: ActCommand,
  readNumber: ReadNumber,
): Promise<Act | RefusedOutcome> {
  const stale = await staleVersion(desk, command);
  if (stale !== null) return stale;
  switch (command.do) {
    case 'accept':
      return { do: 'accept', obligation: command.obligation, text: null };
    case 'return':
    case 'refuseExtension':
    case 'waive':
    case 'suspend':
    case 'object':
      return { do: command.do, obligation: command.obligation, text: command.reason };
    case 'requestExtension':
    case 'extend':
      return { do: command.do, obligation: command.obligation, to: command.to, text: command.reason };
    case 'resume':
    case 'confirm':
      return { do: command.do, obligation: command.obligation };
    case 'recordLetter':
      return { do: 'recordLetter', obligation: command.obligation, letter: { ...command.letter, way: null } };
    case 'recordSent': {
      const letter: LetterFacts = { number: command.number, day: command.sentOn, signatory: null, way: command.way };
      return { do: 'recordSent', obligation: command.obligation, letter };
    }
    case 'recordOnBehalf':
      return recordAct(desk, command.obligation, command.record, readNumber);
    case 'lock':
    case 'unlock':
      return { do: command.do, round: command.round, text: command.reason };
    case 'leaderSeen':
      return { do: 'lead', obligation: command.obligation, answer: 'seen', to: null, text: null };
    case 'leaderDirect':
      return { do: 'lead', obligation: command.obligation, answer: 'direct', to: command.to, text: command.text };
    case 'leaderExtend':
      return { do: 'lead', obligation: command.obligation, answer: 'extend', to: command.to, text: command.reason };
    case 'leaderWaive':
      return { do: 'lead', obligation: command.obligation, answer: 'waive', to: null, text: command.reason };
    case 'raiseObstacle':
      return raiseAct(desk, actor, command);
    case 'answerObstacle':
    case 'forwardObstacle':
      return { do: command.do, obstacle: command.obstacle, text: command.text };
    case 'settleObstacle':
      return { do: 'settleObstacle', obstacle: command.obstacle };
    case 'reopenObstacle':
      return { do: 'reopenObstacle', obstacle: command.obstacle, text: command.reason };
    case 'request': {
      const { document, ...asked } = command;
      return aheadOf(desk, document) ?? { ...asked, document: documentNamed(document), measure: null };
    }
    case 'trigger': {
      const { document, ...asked } = command;
      return aheadOf(desk, document) ?? { ...asked, document: documentNamed(document) };
    }
    case 'assignMeasure': {
      const { reason, ...assigned } = command;
      return { ...assigned, text: reason };
    }
    case 'decideReview': {
      const { document, ...decided } = command;
      if (document === null) return { ...decided, document };
      return aheadOf(desk, document) ?? { ...decided, document: documentNamed(document) };
    }
    case 'recordMoney':
      return moneyAct(desk, command, readNumber);
    case 'settleTarget':
      return targetAct(desk, command, readNumber);
    case 'markSame': {
      const { plan, target, receipts, reason } = command;
      if (receipts.length < 2) return { kind: 'refused', text: SAME_NEEDS_TWO, field: 'bien-nhan' };
      return { do: 'settleTarget', plan, target, base: null, from: null, same: receipts, apart: [], text: reason };
    }
    case 'markApart': {
      const { plan, target, receipts, reason } = command;
      return { do: 'settleTarget', plan, target, base: null, from: null, same: [], apart: receipts, text: reason };
    }
    case 'contribute': {
      const { obligation, measure, agencies, to, text } = command;
      return { do: 'contribute', obligation, measure, agencies, to, text };
    }
    case 'settleImported':
      return settleAct(command);
    case 'reopenImported':
      return { do: 'reopenImported', obligation: command.obligation, to: command.to, text: command.reason };
  }
}

/** An act about a version is about the one that the reader saw. */
async function staleVersion(desk: Desk, command: ActCommand): Promise<RefusedOutcome | null> {
  if (!('version' in command)) return null;
  const row = (await desk.reader.obligations({ keys: [command.obligation] })).find(isLive);
  const present = row === undefined ? 0 : (lastSubmission(row.state)?.number ?? 0);
  return present > command.version ? { kind: 'refused', text: newerVersion(present) } : null;
}

/** About a duty, about a measure, or about neither: then it goes to the first plan in which the agency has a part. */
async function raiseAct(
  desk: Desk,
  actor: WebActor,
  { about, text }: Extract<ActCommand, { do: 'raiseObstacle' }>,
): Promise<Act> {
  const chosen = about === null ? null : measureChoice(about);
  if (chosen !== null)
    return { do: 'raiseObstacle', plan: chosen.plan, obligation: null, measure: chosen.measure, text };
  const plan = about === null ? ((await plansOf(desk, actor))[0]?.id ?? null) : null;
  return { do: 'raiseObstacle', plan, obligation: about, measure: null, text };
}

function settleAct(command: Extract<ActCommand, { do: 'settleImported' }>): Act {
  const { obligation } = command;
  if (command.as === 'notApplicable') {
    return { do: 'settleImported', obligation, as: 'notApplicable', text: command.reason, letter: null };
  }
  const letter: LetterFacts = { number: command.number, day: command.day, signatory: null, way: null };
  return { do: 'settleImported', obligation, as: 'document', text: '', letter };
}

/** A document of a day to come is a slip of the pen. */
function aheadOf(desk: Desk, { day }: DocumentTyped): RefusedOutcome | null {
  return day > desk.today ? { kind: 'refused', text: documentAhead(day, desk.today), field: 'ngay-van-ban' } : null;
}

function moneyAct(
  desk: Desk,
  command: Extract<ActCommand, { do: 'recordMoney' }>,
  readNumber: ReadNumber,
): Act | RefusedOutcome {
  const { amount: typed, document, ...money } = command;
  const reading = readNumber(typed, 'VND');
  if (reading.kind === 'ask') return { kind: 'refused', text: unreadMoney(typed, reading.readings), field: 'so-tien' };
  return aheadOf(desk, document) ?? { ...money, amount: reading.value, document: documentNamed(document) };
}

function targetAct(
  desk: Desk,
  { plan, target, base: typed, from, reason }: Extract<ActCommand, { do: 'settleTarget' }>,
  readNumber: ReadNumber,
): Act | RefusedOutcome {
  const settled = { do: 'settleTarget' as const, plan, target, from, same: [], apart: [], text: reason };
  if (typed === null) return { ...settled, base: null };
  const found = desk.plans.get(plan)?.targets.find(({ id }) => id === target);
  const unit = found === undefined ? '' : reportedUnit(found);
  const reading = readNumber(typed, unit);
  if (reading.kind === 'value' && reading.value > 0) return { ...settled, base: reading.value };
  return { kind: 'refused', text: unreadFigure(typed, 'Số gốc'), field: 'so-goc' };
}

async function recordAct(
  desk: Desk,
  obligation: string,
  record: RecordOnBehalf,
  readNumber: ReadNumber,
): Promise<Act | RefusedOutcome> {
  const row = (await desk.reader.obligations({ keys: [obligation] })).find(isLive);
  const plan = row && desk.plans.get(row.plan);
  const form = row && plan ? formOf(plan, row as Live) : { id: '', version: 1, fields: [] };
  const answers: Answer[] = [];
  for (const field of form.fields) {
    const typed = record.answers[field.id]?.trim() ?? '';
    if (typed === '') continue;
    const value = readAnswer(field, typed, readNumber);
    if (value === null) {
      return { kind: 'refused', text: unreadFigure(typed, fieldName(field)), field: `cau/${field.id}` };
    }
    answers.push({ field: field.id, value });
  }
  return {
    do: 'submit',
    obligation,
    form: { id: form.id, version: form.version },
    answers,
    measures: 'planName' in form ? measureStates(form, answers) : {},
    source: record.way,
    actedOn: record.actedOn,
    letter: record.letter === null ? null : { ...record.letter, way: null },
    text: record.text,
  };
}

const STATUSES = ['done', 'underWay', 'notDone', 'hindered'] as const;
const ENDS = ['completed', 'prolong', 'notCompleted'] as const;

/** A typed answer as the form stores it; null where a figure has no certain reading, or a choice does not exist. */
function readAnswer(field: Field, typed: string, readNumber: ReadNumber): AnswerValue | null {
  switch (field.kind) {
    case 'measureStatus': {
      const status = STATUSES.find((each) => each === typed);
      return status === undefined ? null : { kind: 'status', status };
    }
    case 'measureEnd': {
      const end = ENDS.find((each) => each === typed);
      return end === undefined ? null : { kind: 'end', end };
    }
    case 'choice':
      return field.choices?.some(({ id }) => id === typed) ? { kind: 'choice', choice: typed } : null;
    case 'figure': {
      const unit = field.unit ?? '';
      const reading = readNumber(typed, unit);
      return reading.kind === 'value' && reading.value >= 0 ? { kind: 'figure', value: reading.value, unit } : null;
    }
    default:
      return { kind: 'text', text: typed };
  }
}
