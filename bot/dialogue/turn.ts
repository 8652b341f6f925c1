import { PUT_OFF } from '../../wording/dialogue/common.ts';
import { listed } from './items.ts';
import { questionReply } from './question-reply.ts';
import { opened, reopened } from './state.ts';
import type { DialogueContext, DialogueState, OpenQuestion, Reply, ReplyKind, Request, Step } from './types.ts';

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

/** The list of work; a single item is opened at once. */
export function turnToMenu(state: DialogueState, context: DialogueContext, before: Reply[] = []): Step {
  const items = listed(context).slice(0, LONGEST_MENU);
  const [only] = items;
  if (items.length === 1 && only !== undefined) return turnTo(state, { kind: 'item', key: only.key }, context, before);
  return turnTo(state, { kind: 'menu', keys: items.map((item) => item.key) }, context, before);
}

/** Leaves the open question for later. */
export function putOff(state: DialogueState, context: DialogueContext): Step {
  return turnToMenu(state, context, [say('info', PUT_OFF)]);
}
