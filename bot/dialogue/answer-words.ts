import {
  CLOSED_ITEM,
  notUnderstood,
  numbersLine,
  outOfRangeLine,
  WORDS_WANTED,
} from '../../wording/dialogue/common.ts';
import { fold } from '../../wording/fold.ts';
import { answerField } from './answer-field.ts';
import { choose } from './choose.ts';
import { answerDay } from './day-flow.ts';
import { fieldOf } from './draft.ts';
import { itemOf } from './items.ts';
import { answerLeaderLine } from './leader-line.ts';
import { answerLetter } from './letter-flow.ts';
import { answerObstacleText } from './obstacle-flow.ts';
import { optionsOf } from './options.ts';
import { answerAgencies, answerPartDay, answerPartText } from './parts-flow.ts';
import { answerDayReason, answerReason } from './reason-flow.ts';
import { fixLine, inHand, save } from './report-flow.ts';
import { complain, say, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, Step } from './types.ts';
import { choiceNumber } from './words.ts';

/** Anything that is not one of the words that always work: an answer to the open question. */
export function answerWords(state: DialogueState, text: string, context: DialogueContext): Step {
  const { open } = state;
  const options = optionsOf(state, context);
  const number = choiceNumber(text);
  const chosen = number === null ? byLabel(options, text) : options[number - 1];
  if (chosen !== undefined) return choose(state, chosen.act, context);
  switch (open.kind) {
    case 'field':
      return answerField(state, open, text, context);
    case 'reading':
      return answerField(state, { ...open, kind: 'field', misses: 0 }, text, context);
    case 'remark':
    case 'useParts':
      return answerRemark(state, open, text, context);
    case 'whichLine': {
      const draft = state.drafts[open.obligation];
      if (draft === undefined) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
      if (number === null) return complain(state, context, numbersLine(draft.form.fields.length));
      return fixLine(state, draft, number, context);
    }
    case 'day':
      return number === null || options.length === 0
        ? answerDay(state, open, text, context)
        : complain(state, context, outOfRangeLine(number, options.length));
    case 'dayReason':
      return answerDayReason(state, open, text, context);
    case 'reason':
      return answerReason(state, open, text, context);
    case 'obstacleText':
      return answerObstacleText(state, open, text, context);
    case 'partAgencies':
      return answerAgencies(state, open, text, context);
    case 'partDay':
      return answerPartDay(state, open, text, context);
    case 'partText':
      return answerPartText(state, open, text, context);
    case 'letter':
      return answerLetter(state, open, text, context);
    case 'item': {
      const item = itemOf(context, open.key);
      const line = item?.kind === 'escalation' ? answerLeaderLine(state, item, text, context) : null;
      return line ?? unclear(state, number, options.length, context);
    }
    default:
      return unclear(state, number, options.length, context);
  }
}

function byLabel(options: { act: string; label: string }[], text: string): { act: string; label: string } | undefined {
  const folded = fold(text);
  return folded === '' ? undefined : options.find(({ label }) => fold(label) === folded);
}

function unclear(state: DialogueState, number: number | null, count: number, context: DialogueContext): Step {
  if (count === 0) return turnToMenu(state, context);
  return complain(
    state,
    context,
    number === null ? notUnderstood(0, numbersLine(count)) : outOfRangeLine(number, count),
  );
}

function answerRemark(
  state: DialogueState,
  open: Extract<OpenQuestion, { kind: 'remark' | 'useParts' }>,
  text: string,
  context: DialogueContext,
): Step {
  const hand = inHand(state, open.obligation, context);
  const field = hand === null ? null : fieldOf(hand.draft.form, open.field);
  if (field === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  if (choiceNumber(text) !== null) return complain(state, context, WORDS_WANTED);
  return save(state, open.obligation, field, open.answer.value, context, text);
}
