import { CLOSED_ITEM, EMPTY_MESSAGE, tooLongLine } from '../../wording/dialogue/common.ts';
import { submittedMeanwhileLine } from '../../wording/dialogue/report.ts';
import { tidy } from '../../wording/fold.ts';
import { answerWords } from './answer-words.ts';
import { choose, openItem } from './choose.ts';
import { withoutDraft } from './draft.ts';
import { itemOf, keyOf, obligationOf, reportItemOf, submittedVersion } from './items.ts';
import { optionsOf } from './options.ts';
import { closedReply, resumeReply } from './report-flow.ts';
import { takeResult } from './result.ts';
import { askAgain, complain, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueEvent, DialogueState, Step } from './types.ts';
import { followShortcut, followWord } from './word-flow.ts';
import { shortcutOf, wordOf } from './words.ts';

/** The longest answer that is stored, in characters. */
export const LONGEST_ANSWER = 4000;

/**
 * One step of a person's dialogue. Pure: the same state, event and context give the same step.
 *
 * The caller stores nothing before it has done every request of the step and given each result back by a step of kind
 * `result`; an interrupted step is then simply taken again. It reads the context afresh for every step.
 */
export function step(state: DialogueState, event: DialogueEvent, context: DialogueContext): Step {
  const taken = take(state, event, context);
  return { ...taken, state: { ...taken.state, version: state.version + 1 } };
}

function take(state: DialogueState, event: DialogueEvent, context: DialogueContext): Step {
  if (event.kind === 'result') return takeResult(state, event.of, event.outcome, context);
  const closed = closeWhatIsGone(state, context);
  if (event.kind === 'open') return comeBack(closed ?? { state, replies: [], requests: [] }, event.item, context);
  if (closed !== null) return closed;
  return event.kind === 'choice' ? press(state, event.id, context) : read(state, event.text, event.question, context);
}

/** The open question when its duty is still there; else the list, and why. Null = nothing is gone. */
function closeWhatIsGone(state: DialogueState, context: DialogueContext): Step | null {
  const { open } = state;
  const obligation = obligationOf(open);
  if (obligation !== null) {
    const item = reportItemOf(context, obligation);
    const draft = state.drafts[obligation];
    if (item === null || draft === undefined) {
      return turnToMenu(withoutDraft(state, obligation), context, [say('error', CLOSED_ITEM)]);
    }
    if (submittedVersion(item) > draft.basedOn) {
      const receipt = item.kind === 'owed' ? (item.submitted?.receipt ?? '') : '';
      const line = submittedMeanwhileLine(submittedVersion(item), receipt);
      const sent = { ...withoutDraft(state, obligation), lastSent: obligation };
      return turnTo(sent, { kind: 'item', key: item.key }, context, [say('error', line)]);
    }
    return null;
  }
  const key = keyOf(open);
  if (key !== null && itemOf(context, key) === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  if (
    open.kind === 'obstacleText' &&
    open.about.kind !== 'free' &&
    reportItemOf(context, open.about.obligation) === null
  ) {
    return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  }
  return null;
}

/** A person comes to the channel, perhaps by a link to one item: the open question stands where it stood. */
function comeBack({ state, replies }: Step, item: string | undefined, context: DialogueContext): Step {
  if (item !== undefined) {
    const said = replies.slice(0, -1);
    const opened = openItem(state, item, context);
    return { ...opened, replies: [...said, ...opened.replies] };
  }
  if (replies.length > 0) return { state, replies, requests: [] };
  const { open } = state;
  if (open.kind === 'menu' || open.kind === 'item') return turnToMenu(state, context);
  return askAgain({ ...state, paused: false }, context, resumeReply(state));
}

/** A button: it lives as long as its question. */
function press(state: DialogueState, id: string, context: DialogueContext): Step {
  const [question = '', n = ''] = id.split('.');
  if (Number(question) !== state.question)
    return askAgain(state, context, [closedReply(state, Number(question), context)]);
  const option = optionsOf(state, context)[Number(n) - 1];
  if (option === undefined) return askAgain(state, context, [closedReply(state, Number.NaN, context)]);
  return choose(state, option.act, context);
}

/** A typed message. */
function read(state: DialogueState, raw: string, question: number | undefined, context: DialogueContext): Step {
  const text = tidy(raw);
  if (text === '') return complain(state, context, EMPTY_MESSAGE);
  const length = [...text].length;
  if (length > LONGEST_ANSWER) return complain(state, context, tooLongLine(length, LONGEST_ANSWER));
  const word = wordOf(text);
  if (word !== null) return followWord(state, word, context);
  if (state.question === 0) return turnToMenu(state, context);
  if (question !== undefined && question !== state.question) {
    return askAgain(state, context, [closedReply(state, question, context)]);
  }
  const shortcut = awaitsWords(state) ? null : shortcutOf(text);
  return shortcut === null ? answerWords(state, text, context) : followShortcut(state, shortcut, context);
}

/** True where free words, or a status that reads like a shortcut, are the answer. */
function awaitsWords({ open, drafts }: DialogueState): boolean {
  switch (open.kind) {
    case 'field': {
      const field = drafts[open.obligation]?.form.fields.find(({ id }) => id === open.field);
      return field?.kind !== 'figure' && field?.kind !== 'choice';
    }
    case 'remark':
    case 'useParts':
    case 'partText':
    case 'dayReason':
    case 'reason':
    case 'obstacleText':
      return true;
    case 'letter':
      return open.part !== 'way';
    default:
      return false;
  }
}
