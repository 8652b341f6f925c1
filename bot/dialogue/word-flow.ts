import { answerTo } from '../../domain/form/answers.ts';
import {
  CANNOT_SKIP,
  CONTACT_TITLE,
  contactLine,
  HELP_ROWS,
  HELP_TITLE,
  NOT_WHILE_OPEN,
  NOTHING_TO_FIX,
  NOTHING_TO_SEND,
  nothingToPause,
  pausedLine,
} from '../../wording/dialogue/common.ts';
import { firstQuestionLine } from '../../wording/dialogue/report.ts';
import { turnToDay } from './day-flow.ts';
import { draftFor, fieldOf, withDraft } from './draft.ts';
import { isAboutObligation, itemOf, keyOf, obligationOf, reportItemOf } from './items.ts';
import { raiseFromAnywhere, raiseFromItem } from './obstacle-flow.ts';
import {
  fieldBefore,
  fixLine,
  goOn,
  inHand,
  resumeReply,
  save,
  sendReport,
  skip,
  startReport,
  turnToField,
} from './report-flow.ts';
import { askAgain, complain, request, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, Reply, Step } from './types.ts';
import type { Shortcut, Word } from './words.ts';

/** Does what a word that always works says, whatever question is open. */
export function followWord(state: DialogueState, word: Word, context: DialogueContext): Step {
  switch (word.word) {
    case 'menu':
      return turnToMenu(state, context);
    case 'help':
      return askAgain(state, context, [helpReply(context)]);
    case 'human':
      return askAgain(state, context, [contactReply(context)]);
    case 'pause':
      return pause(state);
    case 'resume':
      return resume(state, context);
    case 'back':
      return back(state, context);
    case 'fix':
      return fix(state, word.line, context);
    case 'skip':
      return skipOpen(state, context);
    case 'send':
      return send(state, context);
  }
}

/** Starts what a shortcut names, for the item that is open. */
export function followShortcut(state: DialogueState, shortcut: Shortcut, context: DialogueContext): Step {
  const key = keyOf(state.open);
  const obligation = obligationOf(state.open);
  const item = obligation !== null ? reportItemOf(context, obligation) : key === null ? null : itemOf(context, key);
  const owed = item?.kind === 'owed' ? item : null;
  if (shortcut === 'obstacle') {
    return owed === null ? raiseFromAnywhere(state, context) : raiseFromItem(state, owed, context);
  }
  if (owed === null || owed.extensionAsked !== undefined) return complain(state, context, NOT_WHILE_OPEN);
  return turnToDay(state, owed, 'requestExtension', context);
}

function helpReply(context: DialogueContext): Reply {
  return {
    kind: 'info',
    title: HELP_TITLE,
    lines: [],
    fields: HELP_ROWS,
    hint: `${CONTACT_TITLE}: ${contactLine(context.contact)}`,
  };
}

function contactReply(context: DialogueContext): Reply {
  return { kind: 'info', title: CONTACT_TITLE, lines: [contactLine(context.contact)] };
}

function pause(state: DialogueState): Step {
  const idle = state.open.kind === 'menu' || state.open.kind === 'item';
  if (idle) return { state, replies: [say('info', nothingToPause())], requests: [] };
  return { state: { ...state, paused: true }, replies: [say('info', pausedLine())], requests: [] };
}

function resume(state: DialogueState, context: DialogueContext): Step {
  const { open } = state;
  const obligation = obligationOf(open);
  if (obligation !== null) {
    const draft = state.drafts[obligation];
    const answered = draft !== undefined && 'field' in open && answerTo(draft.answers, open.field) !== null;
    if (answered && !state.paused && open.kind === 'field') return goOn(state, draft, context);
    return askAgain({ ...state, paused: false }, context, resumeReply(state));
  }
  if (open.kind !== 'menu' && open.kind !== 'item') return askAgain({ ...state, paused: false }, context);
  const begun = Object.keys(state.drafts).flatMap((each) => reportItemOf(context, each) ?? []);
  const [item] = begun;
  return item === undefined ? turnToMenu(state, context) : startReport(state, item, context);
}

function back(state: DialogueState, context: DialogueContext): Step {
  const { open } = state;
  const obligation = obligationOf(open);
  const hand = obligation === null ? null : inHand(state, obligation, context);
  if (hand !== null) {
    const { draft } = hand;
    const last = draft.form.fields.at(-1);
    if (open.kind === 'summary' || open.kind === 'whichLine') {
      return last === undefined ? askAgain(state, context) : turnToField(state, draft, last, context);
    }
    const here = 'field' in open ? fieldOf(draft.form, open.field) : null;
    const before = open.kind === 'field' && here !== null ? fieldBefore(draft, here.id) : here;
    return before === null ? complain(state, context, firstQuestionLine()) : turnToField(state, draft, before, context);
  }
  const previous = beforeOf(open);
  return previous === null ? turnToMenu(state, context) : turnTo(state, previous, context);
}

/** The question before an act's question; null = the list. */
function beforeOf(open: OpenQuestion): OpenQuestion | null {
  switch (open.kind) {
    case 'sure':
      return open.back;
    case 'dayReason':
      return { kind: 'day', key: open.key, purpose: open.purpose, proposed: [open.day] };
    case 'letter':
      return open.part === 'number'
        ? { kind: 'item', key: open.key }
        : { ...open, part: open.part === 'day' ? 'number' : 'day' };
    case 'partText': {
      const { key, measure, agencies } = open;
      return { kind: 'partDay', key, measure, agencies };
    }
    case 'partDay':
      return { kind: 'partAgencies', key: open.key, measure: open.measure };
    case 'partAgencies':
    case 'partMeasure':
    case 'day':
    case 'reason':
    case 'extendOrWaive':
      return { kind: 'item', key: open.key };
    default:
      return null;
  }
}

function fix(state: DialogueState, line: number | null, context: DialogueContext): Step {
  const obligation = obligationOf(state.open) ?? openObligation(state, context) ?? state.lastSent;
  const item = obligation === null ? null : reportItemOf(context, obligation);
  if (item === null) return complain(state, context, NOTHING_TO_FIX);
  const draft = draftFor(state, item);
  const held = withDraft(state, draft);
  if (line !== null) return fixLine(held, draft, line, context);
  return obligationOf(state.open) === null ? startReport(state, item, context) : fixLine(held, draft, null, context);
}

/** The obligation of the card that is open, when its report can be written. */
function openObligation(state: DialogueState, context: DialogueContext): string | null {
  if (state.open.kind !== 'item') return null;
  const item = itemOf(context, state.open.key);
  if (item === null || !isAboutObligation(item) || (item.kind !== 'owed' && item.kind !== 'confirm')) return null;
  return item.obligation === state.lastSent || state.lastSent === null || state.drafts[item.obligation] !== undefined
    ? item.obligation
    : null;
}

function skipOpen(state: DialogueState, context: DialogueContext): Step {
  const { open } = state;
  const obligation = obligationOf(open);
  const hand = obligation === null ? null : inHand(state, obligation, context);
  if (hand === null || !('field' in open)) return complain(state, context, CANNOT_SKIP);
  const field = fieldOf(hand.draft.form, open.field);
  if (field === null) return complain(state, context, CANNOT_SKIP);
  if (open.kind === 'raiseNow') return goOn(state, hand.draft, context);
  if (open.kind === 'remark' || open.kind === 'useParts')
    return save(state, open.obligation, field, open.answer.value, context);
  return skip(state, open.obligation, field, context);
}

function send(state: DialogueState, context: DialogueContext): Step {
  const { open } = state;
  if (open.kind === 'sure') return request(state, open.request);
  const obligation = obligationOf(open);
  const hand = obligation === null ? null : inHand(state, obligation, context);
  if (hand !== null) return sendReport(state, hand.draft, context);
  const item = open.kind === 'item' ? itemOf(context, open.key) : null;
  if (
    item !== null &&
    (item.kind === 'owed' || item.kind === 'confirm') &&
    state.drafts[item.obligation] !== undefined
  ) {
    return startReport(state, item, context);
  }
  return complain(state, context, NOTHING_TO_SEND);
}
