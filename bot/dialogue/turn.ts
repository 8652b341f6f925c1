import { greeting, menuRest, PUT_OFF } from '../../wording/dialogue/common.ts';
import { isWaiting, listed } from './items.ts';
import { questionReply } from './question-reply.ts';
import { opened, reopened } from './state.ts';
import type {
  DialogueContext,
  DialogueState,
  OpenQuestion,
  Reply,
  ReplyKind,
  Request,
  Step,
  WorkItem,
} from './types.ts';

/** The longest numbered list; the rest is on the page. */
const LONGEST_MENU = 20;

export function say(kind: ReplyKind, ...lines: string[]): Reply {
  return { kind, lines };
}

/** Opens a question and asks it, after what is said first. */
export function turnTo(state: DialogueState, open: OpenQuestion, context: DialogueContext, before: Reply[] = []): Step {
  return askAgain(opened(state, open), context, before);
}

/** Asks the open question again, under its own number. */
export function askAgain(state: DialogueState, context: DialogueContext, before: Reply[] = []): Step {
  return { state, replies: [...before, questionReply(state, context)], requests: [] };
}

/** Says what was wrong and asks the open question again, perhaps with something remembered. */
export function complain(
  state: DialogueState,
  context: DialogueContext,
  line: string,
  open: OpenQuestion = state.open,
): Step {
  return askAgain(reopened(state, open), context, [say('error', line)]);
}

/** Hands a request to the caller; the answer comes with its result. */
export function request(state: DialogueState, what: Request): Step {
  return { state, replies: [], requests: [what] };
}

/** The list of work, with the salutation; a single item is opened at once. After something was said: what is left. */
export function turnToMenu(state: DialogueState, context: DialogueContext, before: Reply[] = []): Step {
  const items = listed(context);
  const [only] = items;
  if (before.length > 0) return turnToRest(state, context, before);
  if (items.length === 1 && only !== undefined) {
    return turnTo(state, { kind: 'item', key: only.key }, context, [say('info', greeting(context.person))]);
  }
  return turnToList(state, context, items, true, []);
}

/** What still waits after an act: one item is opened, several are listed, none is said. */
function turnToRest(state: DialogueState, context: DialogueContext, before: Reply[]): Step {
  const waiting = context.items.filter(isWaiting);
  const [only] = waiting;
  if (waiting.length === 1 && only !== undefined) {
    return turnTo(state, { kind: 'item', key: only.key }, context, [...before, say('info', menuRest(1))]);
  }
  return turnToList(state, context, waiting, false, before);
}

function turnToList(
  state: DialogueState,
  context: DialogueContext,
  items: WorkItem[],
  greet: boolean,
  before: Reply[],
): Step {
  const keys = items.slice(0, LONGEST_MENU).map((item) => item.key);
  return turnTo(state, { kind: 'menu', keys, greet }, context, before);
}

/** Leaves the open question for later. */
export function putOff(state: DialogueState, context: DialogueContext): Step {
  return turnToList(state, context, listed(context), false, [say('info', PUT_OFF)]);
}
