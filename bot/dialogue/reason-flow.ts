import { CLOSED_ITEM, WORDS_WANTED } from '../../wording/dialogue/common.ts';
import { dayRequest } from './day-flow.ts';
import { isAboutObligation, itemOf } from './items.ts';
import { direct } from './leader-line.ts';
import { complain, request, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, ReasonPurpose, Request, Step, WorkItem } from './types.ts';
import { choiceNumber } from './words.ts';

/** Asks once more before something is sent that cannot be taken back by the same person. */
export function turnToSure(state: DialogueState, key: string | null, what: Request, context: DialogueContext): Step {
  return turnTo(state, { kind: 'sure', key, request: what, back: state.open }, context);
}

/** The words asked for beside a day. A leader's decision is sent at once; everybody else reads it once more. */
export function answerDayReason(
  state: DialogueState,
  open: Extract<OpenQuestion, { kind: 'dayReason' }>,
  text: string,
  context: DialogueContext,
): Step {
  const item = itemOf(context, open.key);
  if (item === null || !isAboutObligation(item)) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  if (choiceNumber(text) !== null) return complain(state, context, WORDS_WANTED);
  const what = dayRequest(open.purpose, item, open.day, text);
  return open.purpose === 'leaderExtend' ? request(state, what) : turnToSure(state, open.key, what, context);
}

/** The words asked for by an act without a day. */
export function answerReason(
  state: DialogueState,
  open: Extract<OpenQuestion, { kind: 'reason' }>,
  text: string,
  context: DialogueContext,
): Step {
  const item = itemOf(context, open.key);
  if (item === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  if (choiceNumber(text) !== null) return complain(state, context, WORDS_WANTED);
  if (open.purpose === 'leaderDirect' && item.kind === 'escalation') return direct(state, item, text, context);
  const what = requestOf(open.purpose, item, text);
  if (what === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  return what.kind === 'leaderWaive' ? request(state, what) : turnToSure(state, open.key, what, context);
}

function requestOf(purpose: ReasonPurpose, item: WorkItem, reason: string): Request | null {
  if (item.kind === 'obstacle' || item.kind === 'obstacleAnswer') {
    const { obstacle } = item;
    if (purpose === 'answerObstacle' || purpose === 'forwardObstacle') return { kind: purpose, obstacle, text: reason };
    return purpose === 'reopenObstacle' ? { kind: purpose, obstacle, reason } : null;
  }
  const { obligation } = item;
  switch (purpose) {
    case 'return':
      return item.kind === 'review' ? { kind: purpose, obligation, version: item.version, reason } : null;
    case 'object':
      return item.kind === 'onBehalf' ? { kind: purpose, obligation, version: item.version, reason } : null;
    case 'refuseExtension':
    case 'waive':
      return { kind: purpose, obligation, reason };
    case 'leaderWaive':
      return { kind: purpose, obligation, deadline: item.deadline.number, reason };
    default:
      return null;
  }
}
