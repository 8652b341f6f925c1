import type { MeasureEnd, MeasureStatus } from '../../domain/form/form.ts';
import { CLOSED_ITEM } from '../../wording/dialogue/common.ts';
import { partsAsText } from '../../wording/dialogue/parts.ts';
import { answerState, saveFigure } from './answer-field.ts';
import { takeDay, turnToDay } from './day-flow.ts';
import { fieldOf } from './draft.ts';
import { givenFor, isAboutObligation, itemOf, type ReportItem } from './items.ts';
import { chooseWay, turnToLetter } from './letter-flow.ts';
import { measureAbout, raiseFromItem } from './obstacle-flow.ts';
import { askForParts, chooseAgency, takePartDay } from './parts-flow.ts';
import { turnToSure } from './reason-flow.ts';
import { goOn, inHand, save, sendReport, startReport, turnToField } from './report-flow.ts';
import { putOff, request, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, ReasonPurpose, SendingWay, Step, WorkItem } from './types.ts';

/** Does what a numbered answer of the open question says. */
export function choose(state: DialogueState, act: string, context: DialogueContext): Step {
  const { open } = state;
  const [name = '', value = ''] = splitAct(act);
  if (name === 'later') return putOff(state, context);
  switch (open.kind) {
    case 'menu':
      return openItem(state, value, context);
    case 'item': {
      const item = itemOf(context, open.key);
      return item === null ? gone(state, context) : chooseForItem(state, item, name, context);
    }
    case 'field':
    case 'reading':
    case 'raiseNow':
    case 'useParts':
    case 'summary':
      return chooseInReport(state, name, value, context);
    case 'day':
      return takeDay(state, open, value, context);
    case 'extendOrWaive': {
      const item = itemOf(context, open.key);
      if (item === null) return gone(state, context);
      if (name === 'extend') return turnToDay(state, item, 'leaderExtend', context);
      return turnTo(state, { kind: 'reason', key: open.key, purpose: 'leaderWaive' }, context);
    }
    case 'obstacleAbout': {
      const about = open.abouts[Number(value)];
      return about === undefined ? gone(state, context) : turnTo(state, { kind: 'obstacleText', about }, context);
    }
    case 'partMeasure':
      return turnTo(state, { kind: 'partAgencies', key: open.key, measure: value }, context);
    case 'partAgencies':
      return chooseAgency(state, open, value, context);
    case 'partDay':
      return takePartDay(state, open, value, context);
    case 'letter':
      return chooseWay(state, open, value as SendingWay, context);
    case 'sure':
      return name === 'send' ? request(state, open.request) : turnTo(state, open.back, context);
    default:
      return gone(state, context);
  }
}

/** Opens one item of the list. */
export function openItem(state: DialogueState, key: string, context: DialogueContext): Step {
  const item = itemOf(context, key);
  return item === null ? gone(state, context) : turnTo(state, { kind: 'item', key }, context);
}

function gone(state: DialogueState, context: DialogueContext): Step {
  return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
}

function splitAct(act: string): [string, string] {
  const at = act.indexOf(':');
  return at < 0 ? [act, ''] : [act.slice(0, at), act.slice(at + 1)];
}

function chooseInReport(state: DialogueState, name: string, value: string, context: DialogueContext): Step {
  const { open } = state;
  if (!('obligation' in open)) return gone(state, context);
  const hand = inHand(state, open.obligation, context);
  if (hand === null) return gone(state, context);
  const { draft, item } = hand;
  if (open.kind === 'summary') {
    return name === 'send'
      ? sendReport(state, draft, context)
      : turnTo(state, { kind: 'whichLine', obligation: open.obligation }, context);
  }
  const field = 'field' in open ? fieldOf(draft.form, open.field) : null;
  if (field === null) return gone(state, context);
  if (open.kind === 'raiseNow') {
    if (name === 'onlyReport') return goOn(state, draft, context);
    const { measure } = field.about;
    const about = measure === undefined ? obligationAbout(item) : measureAbout(item, measure);
    return request(state, { kind: 'raiseObstacle', about, text: open.text });
  }
  if (open.kind === 'useParts') {
    const words = name === 'take' ? partsAsText(givenFor(field, item)) : undefined;
    return save(state, open.obligation, field, open.answer.value, context, words);
  }
  if (open.kind === 'reading') {
    return name === 'value'
      ? saveFigure(state, open, Number(value), context)
      : turnToField(state, draft, field, context);
  }
  if (open.kind !== 'field') return gone(state, context);
  switch (name) {
    case 'status':
      return answerState(state, open, field, { kind: 'status', status: value as MeasureStatus }, context);
    case 'end':
      return answerState(state, open, field, { kind: 'end', end: value as MeasureEnd }, context);
    case 'take':
      return save(state, open.obligation, field, { kind: 'text', text: partsAsText(givenFor(field, item)) }, context);
    case 'choice':
      return save(state, open.obligation, field, { kind: 'choice', choice: value }, context);
    default:
      return save(state, open.obligation, field, { kind: 'nothing' }, context);
  }
}

function obligationAbout(item: ReportItem): { kind: 'obligation'; obligation: string } {
  return { kind: 'obligation', obligation: item.obligation };
}

function chooseForItem(state: DialogueState, item: WorkItem, name: string, context: DialogueContext): Step {
  const reason = (purpose: ReasonPurpose): Step => turnTo(state, { kind: 'reason', key: item.key, purpose }, context);
  if (!isAboutObligation(item)) {
    const { obstacle } = item;
    if (name === 'settle') return request(state, { kind: 'settleObstacle', obstacle });
    if (name === 'reopen') return reason('reopenObstacle');
    return reason(name === 'forwardObstacle' ? 'forwardObstacle' : 'answerObstacle');
  }
  const { obligation, key } = item;
  switch (name) {
    case 'report':
      return item.kind === 'owed' || item.kind === 'confirm' ? startReport(state, item, context) : gone(state, context);
    case 'obstacle':
      return item.kind === 'owed' ? raiseFromItem(state, item, context) : gone(state, context);
    case 'parts':
      return item.kind === 'owed' ? askForParts(state, item, context) : gone(state, context);
    case 'letter':
      return item.kind === 'owed' ? turnToLetter(state, item, context) : gone(state, context);
    case 'extension':
      return turnToDay(state, item, 'requestExtension', context);
    case 'extend':
      return turnToDay(state, item, 'extend', context);
    case 'grant':
      if (item.kind !== 'extension') return gone(state, context);
      return turnToSure(
        state,
        key,
        { kind: 'extend', obligation, day: item.asked.day, reason: item.asked.reason },
        context,
      );
    case 'confirm':
    case 'accept': {
      if (item.kind !== 'confirm' && item.kind !== 'review') return gone(state, context);
      const kind = item.kind === 'confirm' ? 'confirm' : 'accept';
      return turnToSure(state, key, { kind, obligation, version: item.version }, context);
    }
    case 'seen':
      return request(state, { kind: 'leaderSeen', obligation, deadline: item.deadline.number });
    case 'direct':
      return reason('leaderDirect');
    case 'extendOrWaive':
      return turnTo(state, { kind: 'extendOrWaive', key }, context);
    case 'return':
    case 'waive':
    case 'refuseExtension':
    case 'object':
      return reason(name);
    default:
      return putOff(state, context);
  }
}
