import { REVIEW_OUTCOMES, type ReviewOutcome } from '../../domain/machines/plan-state.ts';
import { formatDay, formatPeriod } from '../format.ts';
import { OUTCOME_NAMES } from '../plan-act.ts';
import type { NoticeItem } from './item.ts';
import { dayFact, dayInSentence, textFact, words } from './phrases.ts';
import type { NoticeText } from './text.ts';

/** To the coordinator: the letter that asks for the parts, or the draft, are due by the review's own calendar. */
export function reviewStep(item: NoticeItem): NoticeText {
  const letter = textFact(item, 'step') === 'request';
  const inputsOn = dayFact(item, 'inputsOn');
  const reportOn = dayFact(item, 'reportOn');
  return {
    subject: `${review(item)}: ${letter ? 'đến ngày gửi văn bản đề nghị báo cáo' : 'đến ngày có dự thảo báo cáo'}`,
    says: [
      letter
        ? `Theo lịch ${named(item)}, hôm nay là ngày gửi văn bản đề nghị các cơ quan báo cáo.`
        : `Theo lịch ${named(item)}, hôm nay là ngày có dự thảo báo cáo.`,
      ...(letter && inputsOn !== null ? [`Các cơ quan báo cáo đến ${dayInSentence(inputsOn, true)}.`] : []),
      ...(reportOn === null ? [] : [`Báo cáo gửi lãnh đạo đến ${dayInSentence(reportOn, true)}.`]),
    ],
    answers: [],
    why: 'Văn bản chỉ ghi năm; các mốc này tính ngược từ ngày mặc định.',
    urgency: 3,
  };
}

/** To leadership, which decides, and to the coordinator, who may record the decision by its letter. */
export function reviewOutcomeAsked(item: NoticeItem): NoticeText {
  const decideOn = dayFact(item, 'decideOn');
  const again = { repeat: ' (nhắc lại)', handover: ' (chuyển người kế tiếp)' }[textFact(item, 'step')] ?? '';
  return {
    subject: `${item.to.role === 'leadership' ? 'Xin ý kiến' : 'Chờ quyết định'}${again}: kết quả ${named(item)}`,
    says: [
      `Báo cáo ${named(item)} đã gửi xong.`,
      `Cần quyết định: ${Object.values(OUTCOME_NAMES).join('; ')}.`,
      ...(item.to.role === 'leadership'
        ? []
        : ['Đã có văn bản của lãnh đạo thì ghi quyết định theo số và ngày văn bản.']),
      ...(decideOn === null ? [] : [`Ngày dự kiến quyết định: ${dayInSentence(decideOn, true)}.`]),
    ],
    answers: [],
    why: 'Sơ kết, tổng kết chỉ xong khi có quyết định về kế hoạch.',
    urgency: 2,
  };
}

/** To the coordinator: what leadership decided, word for word. */
export function reviewDecided(item: NoticeItem): NoticeText {
  const feeds = textFact(item, 'feeds');
  return {
    subject: `Quyết định: kết quả ${named(item)}`,
    says: [
      `Quyết định ngày ${formatDay(item.words?.on ?? item.today)}: ${outcome(item)}${feeds === '' ? '' : ` (${feeds})`}.`,
    ],
    quoted: words('Ý kiến', item.words),
    answers: [],
    why: 'Cơ quan điều phối thực hiện quyết định này.',
    urgency: 2,
  };
}

function outcome(item: NoticeItem): string {
  const step = textFact(item, 'step');
  return REVIEW_OUTCOMES.some((each) => each === step) ? OUTCOME_NAMES[step as ReviewOutcome] : step;
}

function review(item: NoticeItem): string {
  return textFact(item, 'reviewKind') === 'final' ? 'Tổng kết' : 'Sơ kết';
}

/** "sơ kết giai đoạn 2022–2025" */
function named(item: NoticeItem): string {
  return `${review(item).toLowerCase()} ${formatPeriod(textFact(item, 'period'))}`;
}
