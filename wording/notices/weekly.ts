import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import type { NoticeText } from './text.ts';

/** To leadership, once a week: what is late, what falls due, what waits for a word. Nothing is asked. */
export function weeklyDigest(item: NoticeItem): NoticeText {
  const week = item.week ?? { overdue: [], dueSoon: [], waitingForLeadership: 0, waitingForReview: 0 };
  const late = count(week.overdue);
  const due = count(week.dueSoon);
  return {
    subject: `Tình hình tuần, ${item.basis?.short ?? ''}: ${late} quá hạn, ${due} sắp đến hạn`,
    says: [
      ...week.overdue.map(({ what, agencies }) => `Quá hạn ${what}: ${agencies.join('; ')}.`),
      ...week.dueSoon.map(
        ({ what, lastDayOn, agencies }) => `Đến hạn ${what} ngày ${formatDay(lastDayOn)}: ${agencies.join('; ')}.`,
      ),
      ...(week.waitingForReview === 0 ? [] : [`Đang chờ nơi nhận duyệt: ${week.waitingForReview} báo cáo.`]),
      ...(week.waitingForLeadership === 0
        ? []
        : [`Đang chờ ý kiến của lãnh đạo: ${week.waitingForLeadership} việc; mỗi việc có tin xin ý kiến riêng.`]),
    ],
    answers: [],
    why: 'Tin tổng hợp mỗi tuần một lần, ngày làm việc đầu tuần; tuần không có việc quá hạn hay sắp đến hạn thì không gửi.',
    urgency: 4,
  };
}

function count(rounds: { agencies: string[] }[]): number {
  return rounds.reduce((sum, { agencies }) => sum + agencies.length, 0);
}
