import type { Day } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../format.ts';

/** What became of `dondoc request` and `dondoc trigger`. */
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

/** What became of an act that only records something. */
export function recordedText({ status }: { status: 'done' | 'kept' }): string {
  return status === 'done' ? 'Đã ghi.' : 'Đã nhận, sẽ ghi khi luồng xử lý hoạt động lại.';
}
