import { addDays } from '../../domain/calendar/day.ts';
import { dayOf } from '../../domain/calendar/instant.ts';
import { letterDayFuture, letterDayOld, noSuchDay, notADay } from '../../wording/dialogue/act.ts';
import { CLOSED_ITEM, notUnderstood, numbersLine } from '../../wording/dialogue/common.ts';
import { itemOf } from './items.ts';
import { parseDay } from './parse-day.ts';
import { turnToSure } from './reason-flow.ts';
import { complain, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, Letter, OpenQuestion, OwedItem, SendingWay, Step } from './types.ts';

type LetterQuestion = Extract<OpenQuestion, { kind: 'letter' }>;

/** How far back a letter's day may lie, in calendar days. */
const OLDEST_LETTER = 366;

export function turnToLetter(state: DialogueState, item: OwedItem, context: DialogueContext): Step {
  return turnTo(state, { kind: 'letter', key: item.key, part: 'number', letter: {} }, context);
}

/** A typed part of a letter: its number, its day, who signed. */
export function answerLetter(state: DialogueState, open: LetterQuestion, text: string, context: DialogueContext): Step {
  const item = itemOf(context, open.key);
  if (item?.kind !== 'owed') return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  switch (open.part) {
    case 'number':
      return turnTo(state, { ...open, part: 'day', letter: { ...open.letter, number: text } }, context);
    case 'day': {
      const today = dayOf(context.now);
      const reading = parseDay(text, { from: addDays(today, -OLDEST_LETTER), to: today });
      if (reading.kind === 'ask') {
        if (reading.why === 'notDay') return complain(state, context, notADay());
        if (!('day' in reading)) return complain(state, context, noSuchDay(text));
        const far = reading.day > today ? letterDayFuture(reading.day, today) : letterDayOld(reading.day);
        return complain(state, context, far);
      }
      const part = item.report.closesByLetter ? 'way' : 'signatory';
      return turnTo(state, { ...open, part, letter: { ...open.letter, day: reading.day } }, context);
    }
    case 'signatory':
      return finish(state, open, item, { ...open.letter, signatory: text }, context);
    case 'way':
      return complain(state, context, notUnderstood(0, numbersLine(3)));
  }
}

export function chooseWay(state: DialogueState, open: LetterQuestion, way: SendingWay, context: DialogueContext): Step {
  const item = itemOf(context, open.key);
  if (item?.kind !== 'owed') return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  return finish(state, open, item, { ...open.letter, way }, context);
}

function finish(
  state: DialogueState,
  open: LetterQuestion,
  item: OwedItem,
  parts: Partial<Letter>,
  context: DialogueContext,
): Step {
  const { number, day, ...rest } = parts;
  if (number === undefined || day === undefined) return turnToLetter(state, item, context);
  const kind = item.report.closesByLetter ? 'recordSent' : 'recordLetter';
  const letter: Letter = { number, day, ...rest };
  return turnToSure(state, open.key, { kind, obligation: item.obligation, letter }, context);
}
