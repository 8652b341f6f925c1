import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDaysLeft, formatTimeBeside, quotedSentence } from '../format.ts';
import type { Delivery, DoneStep, HowStep, NoticeEffect } from './item.ts';
import { dayInSentence } from './phrases.ts';

/** How a deadline came, one sentence a step. */
export function howLines(steps: HowStep[]): string[] {
  return steps.map(howLine);
}

function howLine(step: HowStep): string {
  switch (step.kind) {
    case 'rule':
      return `${step.basis === null ? '' : `${step.basis} `}Ngày cuối: ${dayInSentence(step.lastDayOn)}.`;
    case 'request':
      return `${step.by ?? 'Nơi yêu cầu'} ấn định ngày ${formatDay(step.on)}: hạn là ${dayInSentence(step.lastDayOn)}.`;
    default:
      return `${because(step)}: hạn số ${step.number} là ${dayInSentence(step.lastDayOn)}.`;
  }
}

function because(step: Exclude<HowStep, { kind: 'rule' | 'request' }>): string {
  const on = `ngày ${formatDay(step.on)}`;
  const by = step.by ?? 'Nơi nhận báo cáo';
  switch (step.kind) {
    case 'extension':
      return step.askedOn === null
        ? `${by} gia hạn ${on}`
        : `Cơ quan xin gia hạn ngày ${formatDay(step.askedOn)}; ${by} đồng ý ${on}`;
    case 'return':
      return `${by} trả lại để bổ sung ${on}`;
    case 'resumed':
      return `${by} cho tính hạn trở lại ${on}`;
    case 'calendar':
      return `Lịch làm việc thay đổi, ghi nhận ${on}`;
    case 'leadership':
      return `Lãnh đạo cho ý kiến ${on}`;
    case 'reopened':
      return `Mở lại ${on}`;
  }
}

/** "01/11 Lãnh đạo Sở Du lịch: đã đọc trên chat web 10:12; máy chủ thư đã nhận." */
export function doneLines(steps: DoneStep[]): string[] {
  return steps.map(({ on, what }) => `${formatDayShort(on)} ${doneText(what, on)}`);
}

function doneText(what: DoneStep['what'], on: Day): string {
  switch (what.kind) {
    case 'this':
      return `Tin này, bậc ${what.step} của thang đôn đốc.`;
    case 'rung': {
      const to = what.to === 'coordinator' ? what.agency : `Lãnh đạo ${what.agency}`;
      const how = what.deliveries.map((delivery) => deliveryText(delivery, on)).join('; ');
      return `${to}: ${how === '' ? 'chưa có người nhận' : how}.`;
    }
    case 'act':
      return actText(what);
  }
}

function deliveryText({ channel, state, at }: Delivery, on: Day): string {
  const mail = channel === 'email';
  switch (state) {
    case 'read':
      return `đã đọc trên chat web${at === null ? '' : ` ${formatTimeBeside(at, on)}`}`;
    case 'delivered':
      return mail ? 'máy chủ thư đã nhận' : 'đã chuyển trên chat web';
    case 'failed':
      return mail ? 'thư không đến' : 'chat web không đến';
    case 'held':
      return 'người nhận chưa vào chat web lần nào';
    case 'waiting':
      return mail ? 'thư chưa có kết quả gửi' : 'chat web chưa có kết quả gửi';
  }
}

function actText({ act, agency, to, words }: Extract<DoneStep['what'], { kind: 'act' }>): string {
  const who = agency ?? 'Cơ quan';
  const until = to === null ? '' : ` đến ${formatDay(to)}`;
  const said = words === null ? '.' : `: ${quotedSentence(words)}`;
  switch (act) {
    case 'extensionRequested':
      return `${who} xin gia hạn${until}${said}`;
    case 'extended':
      return `${who} cho gia hạn${until}${said}`;
    case 'extensionRefused':
      return `${who} giữ nguyên hạn${said}`;
    case 'returned':
      return `${who} trả lại để bổ sung${said}`;
    case 'suspended':
      return `${who} tạm dừng tính hạn${said}`;
    case 'resumed':
      return `${who} cho tính hạn trở lại${said}`;
    case 'unreached':
      return 'Chưa liên lạc được với cơ quan; bậc thang được giữ lại.';
    case 'reachedAgain':
      return 'Đã liên lạc lại được với cơ quan.';
    case 'handedOver':
      return 'Chuyển lãnh đạo kế tiếp.';
    case 'led':
      return `Lãnh đạo cho ý kiến${said}`;
    default:
      return `${who}${said}`;
  }
}

/** "Báo cáo tổng hợp năm 2024 gửi …, chậm nhất 14/11/2024 (còn 5 ngày làm việc), mới có số liệu của 4 trong 6 cơ quan." */
export function effectLine({ what, receivers, lastDayOn, daysLeft, submitted, total }: NoticeEffect): string {
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  const to = receivers.length === 0 ? '' : ` gửi ${receivers.join(' và ')}`;
  return `${title}${to}, chậm nhất ${formatDay(lastDayOn)} (${formatDaysLeft(daysLeft)}), mới có số liệu của ${submitted} trong ${total} cơ quan.`;
}
