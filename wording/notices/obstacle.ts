import { measureText } from '../../domain/plan/clause-text.ts';
import { formatDay, formatPerson, quoted } from '../format.ts';
import type { NoticeItem } from './item.ts';
import { dayFact, dayInSentence, numberFact, owner, textFact, words } from './phrases.ts';
import type { NoticeText } from './text.ts';

const COORDINATOR_ANSWERS = ['Trả lời', 'Chuyển lãnh đạo'];
const RAISER_ANSWERS = ['Đã được giải quyết', 'Chưa được giải quyết'];

/** "khó khăn, vướng mắc về nhiệm vụ 2.1" */
function obstacleName(item: NoticeItem): string {
  const measure = item.obstacle?.measure ?? null;
  if (measure !== null)
    return `khó khăn, vướng mắc về ${measureText(measure)}${item.basis ? ` của ${item.basis.short}` : ''}`;
  return item.what === null ? 'khó khăn, vướng mắc' : `khó khăn, vướng mắc về ${item.what}`;
}

function raised(item: NoticeItem): NonNullable<NoticeText['quoted']> {
  const { obstacle } = item;
  if (obstacle === null) return [];
  const by = obstacle.by === null ? owner(item) : formatPerson({ name: obstacle.by.name, post: obstacle.by.agency });
  return [{ title: 'Khó khăn, vướng mắc', words: obstacle.text, by: `${by}, ${formatDay(obstacle.raisedOn)}` }];
}

function answerBy(item: NoticeItem, verb: string): string[] {
  const dueOn = dayFact(item, 'dueOn');
  return dueOn === null ? [] : [`Ngày cuối để ${verb}: ${dayInSentence(dueOn)}.`];
}

export function obstacleRaised(item: NoticeItem): NoticeText {
  return {
    subject: `Khó khăn, vướng mắc: ${owner(item)}`,
    says: [`${owner(item)} báo ${obstacleName(item)}.`, ...answerBy(item, 'trả lời')],
    quoted: raised(item),
    answers: COORDINATOR_ANSWERS,
    why: 'Nơi điều phối trả lời khó khăn, vướng mắc, hoặc chuyển lãnh đạo.',
    urgency: 2,
  };
}

/** To who owes the next word on an obstacle, then also to the next post above. */
export function obstacleReminder(item: NoticeItem): NoticeText {
  const over = numberFact(item, 'workingDaysOver');
  const state = over === 0 ? 'đến hạn trả lời hôm nay' : `đã qua hạn trả lời ${over} ngày làm việc`;
  const step = textFact(item, 'step');
  const answers = step === 'raiser' ? RAISER_ANSWERS : step === 'leadership' ? ['Trả lời'] : COORDINATOR_ANSWERS;
  const waits =
    step === 'raiser'
      ? 'Đã có trả lời; hệ thống chưa ghi nhận ý kiến của cơ quan về kết quả.'
      : 'Hệ thống chưa ghi nhận trả lời.';
  return {
    subject:
      step === 'raiser'
        ? 'Nhắc: khó khăn, vướng mắc đã được giải quyết chưa'
        : `Nhắc: khó khăn, vướng mắc của ${owner(item)}, ${state}`,
    says: [
      `${owner(item)} đã báo ${obstacleName(item)}.`,
      `${waits}${step === 'raiser' ? '' : ` ${state.charAt(0).toUpperCase()}${state.slice(1)}.`}`,
    ],
    quoted: raised(item),
    answers,
    why: 'Mỗi bước trả lời khó khăn, vướng mắc có thời hạn và được nhắc.',
    urgency: over === 0 ? 2 : 1,
  };
}

/** To leadership: the coordinator cannot answer alone. */
export function obstacleForwarded(item: NoticeItem): NoticeText {
  return {
    subject: `Xin ý kiến: khó khăn, vướng mắc của ${owner(item)}`,
    says: [
      `${owner(item)} báo ${obstacleName(item)}.`,
      `${item.coordinator} chuyển xin ý kiến lãnh đạo.`,
      ...answerBy(item, 'trả lời'),
    ],
    quoted: [...raised(item), ...words('Ý kiến của nơi điều phối', item.words)],
    answers: ['Trả lời'],
    hint: `Ý kiến được chuyển nguyên văn đến ${owner(item)} và ${item.coordinator}.`,
    why: 'Nơi điều phối chuyển khó khăn, vướng mắc lên lãnh đạo.',
    urgency: 1,
  };
}

/** To who raised it, and to the coordinator where leadership answered. */
export function obstacleAnswered(item: NoticeItem): NoticeText {
  const forRaiser = item.to.role !== 'coordinator';
  return {
    subject: forRaiser ? 'Trả lời khó khăn, vướng mắc' : `Lãnh đạo trả lời khó khăn, vướng mắc của ${owner(item)}`,
    says: [`Đã có trả lời về ${obstacleName(item)} của ${owner(item)}.`],
    quoted: [...words('Nguyên văn trả lời', item.words), ...raised(item)],
    answers: forRaiser ? RAISER_ANSWERS : [],
    ...(forRaiser ? { hint: 'Chưa được giải quyết: khó khăn, vướng mắc được mở lại.' } : {}),
    why: forRaiser ? 'Ông/Bà đã báo khó khăn, vướng mắc này.' : 'Nơi điều phối được báo khi lãnh đạo trả lời.',
    urgency: 2,
  };
}

export function obstacleReopened(item: NoticeItem): NoticeText {
  return {
    subject: `Khó khăn, vướng mắc chưa được giải quyết: ${owner(item)}`,
    says: [`${owner(item)} báo ${obstacleName(item)} chưa được giải quyết.`, ...answerBy(item, 'trả lời')],
    quoted: [...words('Điều chưa được giải quyết', item.words), ...raised(item)],
    answers: COORDINATOR_ANSWERS,
    why: 'Cơ quan mở lại khó khăn, vướng mắc đã được trả lời.',
    urgency: 1,
  };
}

export function obstacleSettled(item: NoticeItem): NoticeText {
  return {
    subject: `Đã giải quyết khó khăn, vướng mắc: ${owner(item)}`,
    says: [
      `${obstacleName(item).charAt(0).toUpperCase()}${obstacleName(item).slice(1)} của ${owner(item)} đã khép lại.`,
      item.words === null ? 'Trả lời trước được giữ nguyên.' : `Ý kiến của cơ quan: ${quoted(item.words.text)}.`,
    ],
    answers: [],
    why: 'Nơi điều phối được báo khi một khó khăn, vướng mắc khép lại.',
    urgency: 4,
  };
}
