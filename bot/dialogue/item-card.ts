import { NUMBER_HINT } from '../../wording/dialogue/common.ts';
import {
  basisLines,
  confirmLines,
  deadlineLine,
  doneTitle,
  ESCALATION_HINT,
  effectLine,
  escalationFoot,
  escalationTitle,
  extensionAskedLine,
  extensionLines,
  lateLine,
  OBSTACLE_ANSWERED_TITLE,
  obstacleAnswerLines,
  obstacleLines,
  obstacleTitle,
  onBehalfLines,
  owedStateLine,
  ownClockLine,
  plainDeadlineLine,
  requestLine,
  reviewLines,
  shortBasis,
  submittedLine,
} from '../../wording/dialogue/item.ts';
import { partsLines } from '../../wording/dialogue/parts.ts';
import { OBLIGATION_LABEL } from '../../wording/dialogue/receipt.ts';
import { returnedLine } from '../../wording/dialogue/report.ts';
import { isAboutObligation, isWaiting } from './items.ts';
import { answerRows } from './rows.ts';
import type { OwedItem, Reply, WorkItem } from './types.ts';

/** One item as a card: what it is, its clause, its date, what is known. The options are added by the question. */
export function itemCard(item: WorkItem): Reply {
  const card = cardOf(item);
  const links = isAboutObligation(item)
    ? { links: [{ to: 'obligation' as const, obligation: item.obligation, label: OBLIGATION_LABEL }] }
    : {};
  return { kind: 'question', hint: NUMBER_HINT, ...links, ...card };
}

function cardOf(item: WorkItem): Pick<Reply, 'title' | 'lines' | 'rows' | 'hint'> {
  switch (item.kind) {
    case 'owed':
      return { title: heading(item), lines: owedLines(item) };
    case 'confirm':
      return {
        title: heading(item),
        lines: [
          ...confirmLines(item.version, item.by, item.submittedAt),
          ...basisLines(item.basis),
          deadlineLine(item.deadline),
        ],
        rows: answerRows(item.report.form, item.answers, item.report.previous),
      };
    case 'review':
      return {
        title: heading(item),
        lines: [
          ...reviewLines({ ...item, at: item.submittedAt }),
          ...basisLines(item.basis),
          ownClockLine(item.reviewBy),
        ],
        rows: answerRows(item.form, item.answers, item.previous),
      };
    case 'extension':
      return {
        title: heading(item),
        lines: [...extensionLines(item.agency, item.asked), ...basisLines(item.basis), deadlineLine(item.deadline)],
      };
    case 'late':
      return {
        title: heading(item),
        lines: [
          lateLine(item.agency, item.title, item.deadline.daysLeft),
          ...basisLines(item.basis),
          plainDeadlineLine(item.deadline),
        ],
      };
    case 'escalation':
      return {
        title: escalationTitle(item.agency, item.title),
        lines: [
          lateLine(item.agency, item.title, item.deadline.daysLeft),
          ...basisLines(item.basis),
          plainDeadlineLine(item.deadline),
          ...(item.effect === undefined ? [] : [effectLine(item.effect)]),
          ...doneTitle(item.done),
          ...escalationFoot(item.agency, item.repeatOn, item.nextPostOn),
        ],
        hint: ESCALATION_HINT,
      };
    case 'obstacle':
      return {
        title: obstacleTitle(item.agency, item.about),
        lines: [...obstacleLines(item.text, item.by, item.raisedAt), ownClockLine(item.answerBy)],
      };
    case 'obstacleAnswer':
      return {
        title: OBSTACLE_ANSWERED_TITLE,
        lines: obstacleAnswerLines(item.text, item.answer, item.answeredBy, item.answeredAt),
      };
    case 'onBehalf':
      return {
        title: heading(item),
        lines: [...onBehalfLines({ ...item, by: item.recordedBy, at: item.recordedAt }), ...basisLines(item.basis)],
        rows: answerRows(item.form, item.answers, {}),
      };
  }
}

function heading(item: Extract<WorkItem, { obligation: string }>): string {
  return `${item.title}, ${shortBasis(item.basis)}`;
}

function owedLines(item: OwedItem): string[] {
  return [
    owedStateLine(item.state, item.title),
    ...(item.submitted === undefined || item.state === 'awaited' ? [] : [submittedLine(item.submitted)]),
    ...(item.state === 'returned' && item.returnReason !== undefined ? [returnedLine(item.returnReason)] : []),
    ...basisLines(item.basis),
    ...(item.request === undefined ? [] : [requestLine(item.request)]),
    ...(item.state === 'suspended'
      ? []
      : [isWaiting(item) ? deadlineLine(item.deadline) : plainDeadlineLine(item.deadline)]),
    ...(item.extensionAsked === undefined ? [] : [extensionAskedLine(item.extensionAsked)]),
    ...partsLines(item.parts?.asked ?? []),
  ];
}
