import type { MeasureEnd, MeasureStatus } from '../../domain/form/form.ts';
import { measureEndLabel, measureStatusLabel } from '../../wording/dialogue/field.ts';
import { deadlineValue, listLabel, owedNote, ownClockValue } from '../../wording/dialogue/item.ts';
import {
  dayLabel,
  FREE_LABEL,
  grantLabel,
  LABELS,
  measureLabel,
  wholeDutyLabel,
} from '../../wording/dialogue/labels.ts';
import {
  ALL_AGENCIES_LABEL,
  NO_PARTS_LABEL,
  partMeasureLabel,
  TAKE_PARTS_LABEL,
  USE_PARTS_LABEL,
} from '../../wording/dialogue/parts.ts';
import {
  ONLY_REPORT_LABEL,
  RAISE_NOW_LABEL,
  RETYPE_LABEL,
  readingLabel,
  rightLabel,
} from '../../wording/dialogue/report.ts';
import { fieldOf } from './draft.ts';
import { givenFor, isAboutObligation, isWaiting, itemOf, reportItemOf } from './items.ts';
import type {
  DialogueContext,
  DialogueState,
  ObstacleAbout,
  OpenQuestion,
  PartsOfferFacts,
  WorkItem,
} from './types.ts';

/** One numbered answer of the open question: what it does, and how it reads. */
export interface Option {
  act: string;
  label: string;
}

const STATUSES: MeasureStatus[] = ['done', 'underWay', 'notDone', 'hindered'];
const ENDS: MeasureEnd[] = ['completed', 'prolong', 'notCompleted'];

/** The numbered answers of the open question, in order; empty where only words or a day answer it. */
export function optionsOf(state: DialogueState, context: DialogueContext): Option[] {
  const { open } = state;
  switch (open.kind) {
    case 'menu':
      return open.keys.map((key) => ({ act: `item:${key}`, label: menuLabel(itemOf(context, key)) }));
    case 'item':
      return itemOptions(itemOf(context, open.key), state);
    case 'field':
      return fieldOptions(state, open.obligation, open.field, context);
    case 'reading':
      return readingOptions(state, open);
    case 'raiseNow':
      return [option('raise', RAISE_NOW_LABEL), option('onlyReport', ONLY_REPORT_LABEL)];
    case 'summary':
      return [option('send', LABELS.send), option('fix', LABELS.fix), option('later', LABELS.later)];
    case 'day':
      return open.proposed.map((day) => option(`day:${day}`, dayLabel(day, workingDaysAdded(context, open.key, day))));
    case 'extendOrWaive':
      return [option('extend', LABELS.extend), option('waive', LABELS.waive)];
    case 'obstacleAbout':
      return open.abouts.map((about, index) => option(`about:${index}`, aboutLabel(about, context)));
    case 'letter':
      return open.part === 'way'
        ? [
            option('way:system', LABELS.waySystem),
            option('way:direct', LABELS.wayDirect),
            option('way:post', LABELS.wayPost),
          ]
        : [];
    case 'sure':
      return sureOptions(open);
    case 'useParts':
      return [option('take', USE_PARTS_LABEL), option('leave', NO_PARTS_LABEL)];
    case 'partMeasure':
      return partsOffer(context, open.key).map(({ measure, text }) =>
        option(`measure:${measure}`, partMeasureLabel(measure, text)),
      );
    case 'partAgencies': {
      const agencies = partsOffer(context, open.key).find(({ measure }) => measure === open.measure)?.agencies ?? [];
      const all = agencies.length > 1 ? [option('agency:', ALL_AGENCIES_LABEL)] : [];
      return [...agencies.map(({ id, name }) => option(`agency:${id}`, name)), ...all];
    }
    case 'partDay': {
      const item = itemOf(context, open.key);
      const days = item?.kind === 'owed' ? (item.parts?.offer?.days ?? []) : [];
      return days.map((day) => option(`day:${day}`, dayLabel(day, null)));
    }
    case 'remark':
    case 'whichLine':
    case 'dayReason':
    case 'reason':
    case 'obstacleText':
    case 'partText':
      return [];
  }
}

function partsOffer(context: DialogueContext, key: string): PartsOfferFacts['measures'] {
  const item = itemOf(context, key);
  return item?.kind === 'owed' ? (item.parts?.offer?.measures ?? []) : [];
}

function option(act: string, label: string): Option {
  return { act, label };
}

function menuLabel(item: WorkItem | null): string {
  if (item === null) return '';
  const label = listLabel(item.kind, {
    title: item.kind === 'obstacle' || item.kind === 'obstacleAnswer' ? item.text : item.title,
    ...('agency' in item ? { agency: item.agency } : {}),
    ...(isAboutObligation(item) ? { basis: item.basis } : {}),
  });
  const note = item.kind === 'owed' ? owedNote(item.state, item.extensionAsked !== undefined) : null;
  return [label, clockOf(item), note].filter((part) => part !== null).join('. ');
}

function clockOf(item: WorkItem): string | null {
  if (item.kind === 'review') return ownClockValue(item.reviewBy);
  if (item.kind === 'obstacle') return ownClockValue(item.answerBy);
  if (item.kind === 'obstacleAnswer' || item.kind === 'onBehalf') return null;
  if (item.kind === 'owed' && !isWaiting(item)) return null;
  return deadlineValue(item.deadline);
}

function itemOptions(item: WorkItem | null, state: DialogueState): Option[] {
  switch (item?.kind) {
    case undefined:
      return [];
    case 'owed':
      return owedOptions(item, state);
    case 'confirm':
      return [option('confirm', LABELS.confirm), option('report', LABELS.fix), option('later', LABELS.later)];
    case 'review':
      return [
        ...(item.standing === 'official' ? [option('accept', LABELS.accept)] : []),
        option('return', LABELS.return),
        option('later', LABELS.later),
      ];
    case 'extension':
      return [
        option('grant', grantLabel(item.asked.day)),
        option('extend', LABELS.otherDay),
        option('refuseExtension', LABELS.refuseExtension),
        option('later', LABELS.later),
      ];
    case 'late':
      return [option('extend', LABELS.extend), option('waive', LABELS.waive), option('later', LABELS.later)];
    case 'escalation':
      return [
        option('seen', LABELS.seen),
        option('direct', LABELS.direct),
        option('extendOrWaive', LABELS.extendOrWaive),
      ];
    case 'obstacle':
      return [
        option('answerObstacle', LABELS.answerObstacle),
        ...(item.step === 'coordinator' ? [option('forwardObstacle', LABELS.forward)] : []),
        option('later', LABELS.later),
      ];
    case 'obstacleAnswer':
      return [option('settle', LABELS.settled), option('reopen', LABELS.reopen)];
    case 'onBehalf':
      return [option('noted', LABELS.noted), option('object', LABELS.object)];
  }
}

function owedOptions(item: Extract<WorkItem, { kind: 'owed' }>, state: DialogueState): Option[] {
  const obstacle = option('obstacle', LABELS.raiseObstacle);
  if (item.state === 'suspended') return [obstacle, option('later', LABELS.later)];
  if (item.state === 'submitted') {
    const letter = item.report.closesByLetter
      ? [option('letter', LABELS.recordSent)]
      : item.submitted?.standing === 'draft'
        ? [option('letter', LABELS.recordLetter)]
        : [];
    return [option('report', LABELS.amend), ...letter, obstacle];
  }
  const begun = state.drafts[item.obligation] !== undefined || item.report.saved.length > 0;
  return [
    option('report', item.state === 'returned' ? LABELS.complete : begun ? LABELS.answerOn : LABELS.answerNow),
    ...(item.extensionAsked === undefined ? [option('extension', LABELS.askExtension)] : []),
    obstacle,
    ...(item.parts?.offer ? [option('parts', LABELS.askParts)] : []),
  ];
}

function fieldOptions(state: DialogueState, obligation: string, id: string, context: DialogueContext): Option[] {
  const form = state.drafts[obligation]?.form;
  const field = form === undefined ? null : fieldOf(form, id);
  switch (field?.kind) {
    case 'measureStatus':
      return STATUSES.map((status) => option(`status:${status}`, measureStatusLabel(status)));
    case 'measureEnd':
      return ENDS.map((end) => option(`end:${end}`, measureEndLabel(end)));
    case 'choice':
      return (field.choices ?? []).map((choice) => option(`choice:${choice.id}`, choice.label));
    case 'obstacle':
      return [option('nothing', LABELS.nothing)];
    case 'text':
      return givenFor(field, reportItemOf(context, obligation)).length > 0 ? [option('take', TAKE_PARTS_LABEL)] : [];
    default:
      return [];
  }
}

function readingOptions(state: DialogueState, open: Extract<OpenQuestion, { kind: 'reading' }>): Option[] {
  const form = state.drafts[open.obligation]?.form;
  const unit = form === undefined ? '' : (fieldOf(form, open.field)?.unit ?? '');
  const label = open.why === 'tenfold' || open.why === 'aim' ? rightLabel : readingLabel;
  return [
    ...open.readings.map((value) => option(`value:${value}`, label(value, unit))),
    option('retype', RETYPE_LABEL),
  ];
}

function workingDaysAdded(context: DialogueContext, key: string, day: string): number | null {
  const item = itemOf(context, key);
  const choices =
    item?.kind === 'owed'
      ? item.report.extensionChoices
      : item?.kind === 'late' || item?.kind === 'escalation'
        ? item.extensionChoices
        : [];
  return choices.find((choice) => choice.day === day)?.workingDays ?? null;
}

/** How an obstacle's subject reads: "Nhiệm vụ 2.1 của KH 12". */
export function aboutLabel(about: ObstacleAbout, context: DialogueContext): string {
  if (about.kind === 'free') return FREE_LABEL;
  const item = reportItemOf(context, about.obligation);
  const planName = item?.basis.shortName ?? '';
  return about.kind === 'measure' ? measureLabel(about.measure, planName) : wholeDutyLabel(item?.title ?? '', planName);
}

function sureOptions(open: Extract<OpenQuestion, { kind: 'sure' }>): Option[] {
  const { kind } = open.request;
  const first = kind === 'confirm' ? LABELS.confirm : kind === 'accept' ? LABELS.accept : LABELS.send;
  const fix = open.back.kind === 'item' ? [] : [option('back', LABELS.fix)];
  return [option('send', first), ...fix, option('later', LABELS.later)];
}
