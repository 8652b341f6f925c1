import type { NoticeKind } from '../domain/notice/notice.ts';
import { formatDayShort } from './format.ts';

/** What names a notice in a list: its kind and its own facts (domain/notice/notice.ts). */
export interface NamedNotice {
  kind: string;
  facts: Record<string, string | number | null>;
}

/**
 * A notice in a few words, for lists of what will leave. Examples: reminder 0 → nhắc ngày hạn; escalation step 2 → bậc 2;
 * reviewReminder → nhắc người duyệt.
 */
export function noticeLine({ kind, facts }: NamedNotice): string {
  const n = (name: string): number => (typeof facts[name] === 'number' ? facts[name] : 0);
  const day = (name: string): string => (typeof facts[name] === 'string' ? ` ${formatDayShort(facts[name])}` : '');
  switch (kind as NoticeKind) {
    case 'reminder':
      return n('workingDaysBefore') === 0 ? 'nhắc ngày hạn' : `nhắc còn ${n('workingDaysBefore')} ngày`;
    case 'escalation':
      return `bậc ${n('step')}`;
    case 'leadershipRepeat':
      return 'xin ý kiến, nhắc lại';
    case 'leadershipHandover':
      return 'xin ý kiến, chuyển người kế tiếp';
    case 'leadershipDecision':
      return 'ý kiến của lãnh đạo';
    case 'receipt':
      return 'biên nhận';
    case 'recordedOnBehalf':
      return 'báo đã ghi hộ';
    case 'objection':
      return 'ý kiến khác về bản ghi hộ';
    case 'confirmRequest':
      return 'đề nghị xác nhận';
    case 'confirmReminder':
      return 'nhắc xác nhận';
    case 'reviewRequest':
      return 'đề nghị duyệt';
    case 'reviewReminder':
      return 'nhắc người duyệt';
    case 'accepted':
      return 'báo đã duyệt';
    case 'returned':
      return 'báo trả lại';
    case 'waived':
      return 'báo được miễn';
    case 'suspended':
      return 'báo tạm dừng tính ngày';
    case 'resumed':
      return 'báo tiếp tục tính ngày';
    case 'dueMoved':
      return `báo dời hạn${day('dueOn')}`;
    case 'extensionRequested':
      return 'đề nghị gia hạn';
    case 'extensionReminder':
      return 'nhắc xét gia hạn';
    case 'extensionGranted':
      return `báo gia hạn đến${day('to')}`;
    case 'extensionRefused':
      return 'báo giữ nguyên hạn';
    case 'locked':
      return 'báo khóa kỳ';
    case 'unlocked':
      return 'báo mở khóa kỳ';
    case 'lockProposed':
      return 'có thể khóa kỳ';
    case 'unreachable':
      return 'báo chưa liên lạc được';
    case 'requestOpened':
      return 'yêu cầu mới';
    case 'reviewStep':
      return 'mốc của sơ kết, tổng kết';
    case 'reviewOutcomeAsked':
      return 'xin quyết định về kế hoạch';
    case 'reviewDecided':
      return 'quyết định về kế hoạch';
    case 'weeklyDigest':
      return 'tình hình tuần';
    case 'obstacleRaised':
      return 'khó khăn, vướng mắc mới';
    case 'obstacleReminder':
      return 'nhắc khó khăn, vướng mắc';
    case 'obstacleForwarded':
      return 'khó khăn, vướng mắc được chuyển';
    case 'obstacleAnswered':
      return 'trả lời khó khăn, vướng mắc';
    case 'obstacleReopened':
      return 'khó khăn, vướng mắc mở lại';
    case 'obstacleSettled':
      return 'khó khăn, vướng mắc đã giải quyết';
  }
}
