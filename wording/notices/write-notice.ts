import type { NoticeKind } from '../../domain/notice/notice.ts';
import {
  accepted,
  dueMoved,
  locked,
  lockProposed,
  resumed,
  returned,
  suspended,
  unlocked,
  waived,
} from './decision.ts';
import { escalation, leadershipHandover, leadershipRepeat } from './escalation.ts';
import { extensionGranted, extensionRefused, extensionReminder, extensionRequested } from './extension.ts';
import type { NoticeItem } from './item.ts';
import { leadershipDecision } from './leadership-decision.ts';
import {
  obstacleAnswered,
  obstacleForwarded,
  obstacleRaised,
  obstacleReminder,
  obstacleReopened,
  obstacleSettled,
} from './obstacle.ts';
import { confirmReminder, confirmRequest, objection, receipt, recordedOnBehalf } from './receipt.ts';
import { reminder, requestOpened } from './reminder.ts';
import { reviewReminder, reviewRequest } from './review.ts';
import { reviewDecided, reviewOutcomeAsked, reviewStep } from './review-outcome.ts';
import type { NoticeText, WriteNotice } from './text.ts';
import { unreachable } from './unreachable.ts';
import { weeklyDigest } from './weekly.ts';

const WRITERS: Record<NoticeKind, WriteNotice> = {
  reminder,
  escalation,
  leadershipRepeat,
  leadershipHandover,
  leadershipDecision,
  receipt,
  recordedOnBehalf,
  objection,
  confirmRequest,
  confirmReminder,
  reviewRequest,
  reviewReminder,
  accepted,
  returned,
  waived,
  suspended,
  resumed,
  dueMoved,
  extensionRequested,
  extensionReminder,
  extensionGranted,
  extensionRefused,
  locked,
  unlocked,
  lockProposed,
  unreachable,
  requestOpened,
  reviewStep,
  reviewOutcomeAsked,
  reviewDecided,
  weeklyDigest,
  obstacleRaised,
  obstacleReminder,
  obstacleForwarded,
  obstacleAnswered,
  obstacleReopened,
  obstacleSettled,
};

/** What a notice says, by its kind. */
export function writeNotice(item: NoticeItem): NoticeText {
  const text = marked(WRITERS[item.kind](item), item);
  return item.late ? { ...text, says: [LATE, ...text.says] } : text;
}

/** Messages that ask for an urgent duty bear the degree of urgency of Nghị định 30/2020/NĐ-CP, in capitals, and stand among the first. */
function marked(text: NoticeText, item: NoticeItem): NoticeText {
  if (!asksUrgently(item)) return text;
  const mark = `Mức độ khẩn: KHẨN, do ${item.coordinator} ấn định.`;
  const says = item.kind === 'requestOpened' ? [...text.says, mark] : text.says;
  return { ...text, subject: `KHẨN. ${text.subject}`, says, urgency: 1 };
}

/** Whether a notice asks for a duty that somebody marked urgent. */
export function asksUrgently({ urgent, kind }: NoticeItem): boolean {
  return urgent === true && ASKING.includes(kind);
}

const ASKING: NoticeKind[] = ['requestOpened', 'reminder', 'escalation', 'leadershipRepeat', 'leadershipHandover'];

const LATE = 'Tin này đi muộn: hệ thống tạm ngừng trong thời gian trước đó.';
