import { measureText } from '../../domain/plan/clause-text.ts';
import { formatDayWithWeekday } from '../format.ts';

/** Labels of the numbered options; one word, one act. */
export const LABELS = {
  answerNow: 'Trả lời ngay',
  answerOn: 'Trả lời tiếp',
  amend: 'Sửa báo cáo đã gửi',
  complete: 'Bổ sung và gửi lại',
  askExtension: 'Xin gia hạn',
  askParts: 'Xin phần phối hợp',
  raiseObstacle: 'Báo khó khăn, vướng mắc',
  recordLetter: 'Ghi số công văn đã ký',
  recordSent: 'Ghi số văn bản đã gửi',
  send: 'Gửi',
  fix: 'Sửa',
  later: 'Để sau',
  confirm: 'Xác nhận',
  accept: 'Chấp nhận',
  return: 'Trả lại để bổ sung',
  extend: 'Gia hạn',
  waive: 'Miễn báo cáo kỳ này',
  otherDay: 'Gia hạn đến ngày khác',
  refuseExtension: 'Không gia hạn',
  seen: 'Đã xem',
  direct: 'Chỉ đạo',
  extendOrWaive: 'Gia hạn hoặc miễn',
  answerObstacle: 'Trả lời',
  forward: 'Chuyển lãnh đạo',
  settled: 'Đã giải quyết',
  reopen: 'Chưa, xin xem lại',
  noted: 'Đúng, đã xem',
  object: 'Có ý kiến khác',
  nothing: 'Không có',
  waySystem: 'Qua hệ thống quản lý văn bản',
  wayDirect: 'Trực tiếp',
  wayPost: 'Bưu chính',
} as const;

export function grantLabel(day: string): string {
  return `Đồng ý gia hạn đến ${formatDayWithWeekday(day)}`;
}

/** A day offered: "Thứ Ba 12/11/2024 (thêm 3 ngày làm việc)". */
export function dayLabel(day: string, workingDays: number | null): string {
  const added = workingDays === null ? '' : ` (thêm ${workingDays} ngày làm việc)`;
  return `${formatDayWithWeekday(day)}${added}`;
}

export function measureLabel(measure: string, planName: string): string {
  const name = measureText(measure);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} của ${planName}`;
}

export function wholeDutyLabel(title: string, planName: string): string {
  return `${title}, ${planName}`;
}

export const FREE_LABEL = 'Khó khăn khác, không gắn với việc nào';
