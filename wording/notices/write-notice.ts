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
  const text = WRITERS[item.kind](item);
  return item.late ? { ...text, says: [LATE, ...text.says] } : text;
}

const LATE = 'Tin này đi muộn: hệ thống tạm ngừng trong thời gian trước đó.';
