import type { Day } from '../../domain/calendar/instant.ts';
import { measureText } from '../../domain/plan/clause-text.ts';
import { formatDayWithWeekday } from '../format.ts';

/** What became of `dondoc request`, `dondoc trigger` and `dondoc contribution`. */
export function askedText(asked: {
  status: 'done' | 'kept';
  round: string;
  lastDayOn: Day;
  agencies: { name: string }[];
}): string {
  const who = asked.agencies.map(({ name }) => `  - ${name}`).join('\n');
  const state = asked.status === 'done' ? 'Đã mở yêu cầu' : 'Đã ghi yêu cầu, sẽ mở khi luồng xử lý hoạt động lại';
  return `${state}, hạn ${formatDayWithWeekday(asked.lastDayOn)}, gửi:\n${who}\nMã kỳ: ${asked.round}`;
}

export function unknownPlan(id: string, known: { id: string }[]): string {
  return `Không có kế hoạch “${id}” đang chạy. Hiện có: ${known.map((plan) => plan.id).join(', ')}.`;
}

export function unknownAgency(id: string, known: { id: string; name: string }[]): string {
  return `Danh bạ không có cơ quan mang mã “${id}”. Hiện có: ${known.map((agency) => `${agency.id} (${agency.name})`).join(', ')}.`;
}

export function noCoordinator(agency: string): string {
  return `Hôm nay không ai giữ vị trí điều phối của ${agency}. Hãy ghi người vào danh bạ rồi gọi lại lệnh này.`;
}

export function unknownMeasure(measure: string, plan: string): string {
  return `Kế hoạch ${plan} không có nhiệm vụ “${measure}”. Xem các số: dondoc plan show ${plan}.`;
}

export function notLead(agency: string, measure: string, leads: string[]): string {
  const who = leads.length === 0 ? 'chưa có cơ quan chủ trì' : `do ${leads.join(', ')} chủ trì`;
  return `${capitalised(measureText(measure))} ${who}, không phải ${agency}. Không có gì thay đổi.`;
}

/** `known` are those that may be asked. */
export function notCooperating(agency: string, measure: string, known: { id: string; name: string }[]): string {
  const may =
    known.length === 0
      ? 'Kế hoạch không ghi cơ quan nào của tỉnh'
      : `Có thể xin: ${known.map(({ id, name }) => `${id} (${name})`).join(', ')}`;
  return `Kế hoạch không ghi ${agency} phối hợp ${measureText(measure)}. Không có gì thay đổi. ${may}.`;
}

/** `open` are the lead's waiting duties about the measure, with their last days. */
export function noDutyAfter(
  agency: string,
  measure: string,
  day: Day,
  open: { key: string; lastDayOn: Day }[],
): string {
  const waiting = open.map(({ key, lastDayOn }) => `${key} (hạn ${formatDayWithWeekday(lastDayOn)})`).join(', ');
  const way = waiting === '' ? 'Hiện không có nghĩa vụ nào như vậy đang mở.' : `Đang mở: ${waiting}.`;
  return `${agency} không có nghĩa vụ nào về ${measureText(measure)} đến hạn sau ${formatDayWithWeekday(day)}. Không có gì thay đổi. ${way}`;
}

export function nobodyAnswers(agency: string): string {
  return `Hôm nay không ai giữ vị trí chuyên viên đầu mối hay lãnh đạo của ${agency}. Hãy ghi người vào danh bạ rồi gọi lại lệnh này.`;
}

/** What became of an act that only records something. */
export function recordedText({ status }: { status: 'done' | 'kept' }): string {
  return status === 'done' ? 'Đã ghi.' : 'Đã nhận, sẽ ghi khi luồng xử lý hoạt động lại.';
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
