import { WORDS_WANTED } from '../../wording/dialogue/common.ts';
import type { ReportItem } from './items.ts';
import { turnToSure } from './reason-flow.ts';
import { complain, turnTo } from './turn.ts';
import type { DialogueContext, DialogueState, ObstacleAbout, OpenQuestion, OwedItem, Step } from './types.ts';
import { choiceNumber } from './words.ts';

/** Raises an obstacle from one duty: for the duty, for one of its measures, or free of both. */
export function raiseFromItem(state: DialogueState, item: ReportItem, context: DialogueContext): Step {
  const measures = new Set(item.report.form.fields.flatMap((field) => field.about.measure ?? []));
  const { obligation } = item;
  const abouts: ObstacleAbout[] = [
    { kind: 'obligation', obligation },
    ...[...measures].map((measure) => measureAbout(item, measure)),
    { kind: 'free' },
  ];
  return turnTo(state, { kind: 'obstacleAbout', abouts }, context);
}

/** Raises an obstacle by the word alone: for one of the person's duties, or free. */
export function raiseFromAnywhere(state: DialogueState, context: DialogueContext): Step {
  const owed = context.items.filter((item): item is OwedItem => item.kind === 'owed');
  if (owed.length === 0) return turnTo(state, { kind: 'obstacleText', about: { kind: 'free' } }, context);
  const abouts: ObstacleAbout[] = owed.map(({ obligation }) => ({ kind: 'obligation', obligation }));
  return turnTo(state, { kind: 'obstacleAbout', abouts: [...abouts, { kind: 'free' }] }, context);
}

export function measureAbout(item: ReportItem, measure: string): ObstacleAbout {
  return { kind: 'measure', plan: item.basis.plan, measure, obligation: item.obligation };
}

export function answerObstacleText(
  state: DialogueState,
  open: Extract<OpenQuestion, { kind: 'obstacleText' }>,
  text: string,
  context: DialogueContext,
): Step {
  if (choiceNumber(text) !== null) return complain(state, context, WORDS_WANTED);
  return turnToSure(state, null, { kind: 'raiseObstacle', about: open.about, text }, context);
}
