import { isTenfold } from '../../domain/form/answers.ts';
import type { AnswerValue, Field, MeasureEnd, MeasureStatus } from '../../domain/form/form.ts';
import {
  CLOSED_ITEM,
  figureWanted,
  notUnderstood,
  numbersLine,
  outOfRangeLine,
  WORDS_WANTED,
} from '../../wording/dialogue/common.ts';
import { numberRangeLine, remarkKeptLine, unitLine } from '../../wording/dialogue/report.ts';
import { fold } from '../../wording/fold.ts';
import { fieldOf } from './draft.ts';
import { givenFor, reportItemOf } from './items.ts';
import { optionsOf } from './options.ts';
import { parseNumber } from './parse-number.ts';
import { inHand, save } from './report-flow.ts';
import { endOf, saysNothing, statusOf } from './status-words.ts';
import { complain, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, ReadingDoubt, Step } from './types.ts';
import { choiceNumber } from './words.ts';

type FieldQuestion = Extract<OpenQuestion, { kind: 'field' }>;

/** Under this many đồng an amount is asked back: "500" is mostly meant as 500 triệu. */
const SMALL_MONEY = 1_000_000;

/** Words that make a free text look like a difficulty; they decide nothing, the text is only kept beside the status. */
const DIFFICULTY = ['kho khan', 'vuong mac', 'thieu ', 'chua co ', 'khong co ', 'cham '];

/** Free words at a field question: a number, a status, or text, by the kind of the field. */
export function answerField(state: DialogueState, open: FieldQuestion, text: string, context: DialogueContext): Step {
  const hand = inHand(state, open.obligation, context);
  const field = hand === null ? null : fieldOf(hand.draft.form, open.field);
  if (hand === null || field === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  switch (field.kind) {
    case 'measureStatus': {
      const status = statusOf(text);
      if (status !== null) return answerState(state, open, field, { kind: 'status', status }, context);
      return answerNoted(state, open, field, text, context);
    }
    case 'measureEnd': {
      const end = endOf(text);
      if (end !== null) return answerState(state, open, field, { kind: 'end', end }, context);
      return answerNoted(state, open, field, text, context);
    }
    case 'choice':
      return misread(state, open, text, context);
    case 'figure':
      return answerFigure(state, open, field, text, context);
    case 'obstacle':
      if (saysNothing(text)) return save(state, open.obligation, field, { kind: 'nothing' }, context);
      return answerText(state, open, field, text, context);
    case 'text':
      return answerText(state, open, field, text, context);
  }
}

/** A status or an end, from a number, a button or an exact phrase. Some are asked for words first. */
export function answerState(
  state: DialogueState,
  open: FieldQuestion,
  field: Field,
  value: Extract<AnswerValue, { kind: 'status' | 'end' }>,
  context: DialogueContext,
): Step {
  const wantsWords =
    value.kind === 'status' ? value.status === 'hindered' : value.end === 'prolong' || value.end === 'notCompleted';
  if (wantsWords && open.remark === undefined) {
    const { obligation, field: id } = open;
    return turnTo(state, { kind: 'remark', obligation, field: id, answer: { field: id, value } }, context);
  }
  const given = givenFor(field, reportItemOf(context, open.obligation));
  if (given.length > 0 && !wantsWords && open.remark === undefined) {
    const { obligation, field: id } = open;
    return turnTo(state, { kind: 'useParts', obligation, field: id, answer: { field: id, value } }, context);
  }
  return save(state, open.obligation, field, value, context, open.remark);
}

/** A number with words behind a mark: the answer, and what is noted beside it. Example: "3, chờ kinh phí". */
function answerNoted(
  state: DialogueState,
  open: FieldQuestion,
  field: Field,
  text: string,
  context: DialogueContext,
): Step {
  const [, number, remark = ''] = /^\s*(\d{1,2})\s*[,.:;)–-]\s*(\p{L}.*)$/su.exec(text) ?? [];
  const [kind, word = ''] = (optionsOf(state, context)[Number(number) - 1]?.act ?? '').split(':');
  const noted = { ...open, remark: remark.trim() };
  if (kind === 'status') {
    return answerState(state, noted, field, { kind, status: word as MeasureStatus }, context);
  }
  if (kind === 'end') return answerState(state, noted, field, { kind, end: word as MeasureEnd }, context);
  return misread(state, open, text, context);
}

function answerText(
  state: DialogueState,
  open: FieldQuestion,
  field: Field,
  text: string,
  context: DialogueContext,
): Step {
  if (choiceNumber(text) !== null) {
    const count = optionsOf(state, context).length;
    return complain(state, context, count === 0 ? WORDS_WANTED : `${WORDS_WANTED} ${numbersLine(count)}`);
  }
  return save(state, open.obligation, field, { kind: 'text', text }, context);
}

function answerFigure(
  state: DialogueState,
  open: FieldQuestion,
  field: Field,
  text: string,
  context: DialogueContext,
): Step {
  const unit = field.unit ?? '';
  const reading = parseNumber(text, unit);
  if (reading.kind === 'value') {
    if (reading.unit === '%' && unit !== '%') return complain(state, context, unitLine(unit));
    if (!isHeld(reading.value, unit)) return complain(state, context, numberRangeLine(unit));
    if (!Number.isInteger(reading.value) && isCounted(field)) {
      return turnToReading(state, open, 'ambiguous', [reading.value], context);
    }
    const doubt = doubtOf(state, open, field, reading.value, context);
    if (doubt === null) return saveFigure(state, open, reading.value, context);
    return turnToReading(
      state,
      open,
      doubt,
      doubt === 'small' ? [reading.value, reading.value * 1e6] : [reading.value],
      context,
    );
  }
  const readings = reading.readings.filter((value) => isHeld(value, unit));
  return readings.length === 0
    ? misread(state, open, text, context)
    : turnToReading(state, open, 'ambiguous', readings, context);
}

/** Stores a figure that was read, or confirmed, in its field's unit. */
export function saveFigure(
  state: DialogueState,
  at: { obligation: string; field: string },
  value: number,
  context: DialogueContext,
): Step {
  const hand = inHand(state, at.obligation, context);
  const field = hand === null ? null : fieldOf(hand.draft.form, at.field);
  if (field === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  return save(state, at.obligation, field, { kind: 'figure', value, unit: field.unit ?? '' }, context);
}

function isHeld(value: number, unit: string): boolean {
  if (value < 0 || value > Number.MAX_SAFE_INTEGER) return false;
  return unit !== 'VND' || Number.isInteger(value);
}

/** True where the plan aims at a whole number of things: half a company is mostly a slip. */
function isCounted({ unit = '', aim }: Field): boolean {
  return aim !== undefined && Number.isInteger(aim) && unit !== 'VND' && !unit.startsWith('%');
}

function doubtOf(
  state: DialogueState,
  open: FieldQuestion,
  field: Field,
  value: number,
  context: DialogueContext,
): ReadingDoubt | null {
  const previous = inHand(state, open.obligation, context)?.item.report.previous[field.id];
  if (field.unit === 'VND' && value > 0 && value < SMALL_MONEY) return 'small';
  if (previous !== undefined) return isTenfold(value, previous.value) ? 'tenfold' : null;
  return field.aim !== undefined && value > field.aim && isTenfold(value, field.aim) ? 'aim' : null;
}

function turnToReading(
  state: DialogueState,
  { obligation, field }: FieldQuestion,
  why: ReadingDoubt,
  readings: number[],
  context: DialogueContext,
): Step {
  return turnTo(state, { kind: 'reading', obligation, field, readings, why }, context);
}

/** Not understood: repeated, then with an example, then with a way out. A difficulty is kept as a remark. */
function misread(state: DialogueState, open: FieldQuestion, text: string, context: DialogueContext): Step {
  const options = optionsOf(state, context);
  const number = choiceNumber(text);
  if (number !== null && options.length > 0) return complain(state, context, outOfRangeLine(number, options.length));
  const folded = `${fold(text)} `;
  if (options.length > 0 && DIFFICULTY.some((words) => folded.includes(words)) && folded.length > 15) {
    return complain(state, context, remarkKeptLine(text), { ...open, remark: text });
  }
  const range = options.length > 0 ? numbersLine(options.length) : figureLine(state, open, context);
  return complain(state, context, notUnderstood(open.misses, range), { ...open, misses: open.misses + 1 });
}

function figureLine(state: DialogueState, open: FieldQuestion, context: DialogueContext): string | null {
  const hand = inHand(state, open.obligation, context);
  const field = hand === null ? null : fieldOf(hand.draft.form, open.field);
  return field?.kind === 'figure' ? figureWanted(field.optional) : null;
}
