import type { Answer, Field, Form, MeasureEnd, MeasureStatus, MoneySource } from '../../domain/form/form.ts';
import { clauseText, measureText } from '../../domain/plan/clause-text.ts';
import { formatDay, formatFigure, formatMoneyFull, formatNumber, formatPeriod, formatUnit, quoted } from '../format.ts';

const MONEY: Record<MoneySource, string> = {
  recurrent: 'Chi sự nghiệp',
  investment: 'Chi đầu tư phát triển',
  other: 'Huy động khác',
};

const STATUS: Record<MeasureStatus, string> = {
  done: 'Đã thực hiện',
  underWay: 'Đang thực hiện',
  notDone: 'Chưa thực hiện',
  hindered: 'Có khó khăn, vướng mắc',
};

const END: Record<MeasureEnd, string> = {
  completed: 'Xác nhận hoàn thành',
  prolong: 'Đề nghị kéo dài',
  notCompleted: 'Không hoàn thành',
};

/** Label of a numbered answer. */
export function measureStatusLabel(status: MeasureStatus): string {
  return STATUS[status];
}

/** Label of a numbered answer. */
export function measureEndLabel(end: MeasureEnd): string {
  return END[end];
}

/** A field in a list: "Nhiệm vụ 2.1", "Chi sự nghiệp". */
export function fieldName(field: Field): string {
  if (field.about.settled === true) return settledName(field.about);
  if (field.about.money !== undefined) {
    const group = field.about.group === undefined ? '' : `Nhóm ${field.about.group}, `;
    const source = MONEY[field.about.money];
    return group === '' ? source : `${group}${source.charAt(0).toLowerCase()}${source.slice(1)}`;
  }
  if (field.about.duty !== undefined) return `Việc đã làm theo ${clauseText(field.about.duty)}`;
  if (field.about.target !== undefined) return `Chỉ tiêu ${field.about.target}`;
  if (field.about.measure !== undefined) {
    return `${capitalised(measureText(field.about.measure))}${field.kind === 'figure' ? ', khối lượng' : ''}`;
  }
  if (field.kind === 'obstacle') return 'Khó khăn, vướng mắc';
  if (field.id === 'causes') return 'Nguyên nhân';
  return field.id === 'proposals' ? 'Đề xuất' : 'Nội dung báo cáo';
}

/** "Quyết toán nhiệm vụ 2.1, chi sự nghiệp". */
function settledName({ measure, money }: Field['about']): string {
  const of = measure === undefined ? 'kinh phí được giao' : measureText(measure);
  const source = money === undefined ? '' : `, ${MONEY[money].charAt(0).toLowerCase()}${MONEY[money].slice(1)}`;
  return `Quyết toán ${of}${source}`;
}

/** Title of a question: "Câu 1/6. Nhiệm vụ 2.1 của KH 12". */
export function questionTitle(form: Form, field: Field, n: number): string {
  const { measure, target, duty } = field.about;
  const ofPlan = [measure, target, duty].some((about) => about !== undefined) ? ` của ${form.planName}` : '';
  return `Câu ${n}/${form.fields.length}. ${fieldName(field)}${ofPlan}`;
}

/** What the question says above its answers: the plan's words, last period's figure, and what is asked. */
export function questionLines(form: Form, field: Field, previous: { period: string; value: number } | null): string[] {
  const lines: string[] = [];
  if (field.title !== undefined) {
    lines.push(`${quoted(field.title)}${field.help === undefined ? '' : ` (${field.help})`}`);
  }
  if (previous !== null && field.unit !== undefined) {
    lines.push(`Số liệu ${formatPeriod(previous.period)}: ${formatFigure(previous.value, field.unit)}.`);
  }
  return [...lines, asks(form, field)];
}

function asks(form: Form, field: Field): string {
  const period = formatPeriod(form.period);
  switch (field.kind) {
    case 'measureStatus':
      return `Trong ${period}, nhiệm vụ này:`;
    case 'measureEnd':
      return `Đây là năm cuối của nhiệm vụ trong kế hoạch. Đến nay:`;
    case 'figure':
      if (field.about.settled === true) return `Kinh phí được giao ${period}: đã quyết toán bao nhiêu?`;
      if (field.about.money !== undefined) return `Dự toán ${period}, nguồn này là bao nhiêu?`;
      return `${figureAsked(field, period)}${field.own === true ? ' Chỉ ghi phần của chính cơ quan; số của các cơ quan khác được cộng riêng.' : ''}`;
    case 'choice':
      return `Trong ${period}:`;
    case 'obstacle':
      return 'Cơ quan có khó khăn, vướng mắc gì?';
    case 'text':
      if (field.about.target !== undefined) return `Kết quả ${period} thế nào?`;
      if (field.about.duty !== undefined)
        return `Kế hoạch giao việc này thường xuyên, không có hạn riêng. Trong ${period}, cơ quan đã làm gì?`;
      if (field.about.measure !== undefined)
        return field.since === undefined
          ? 'Phần của cơ quan đã làm được gì?'
          : `Kết quả từ năm ${field.since} đến nay thế nào?`;
      if (field.id === 'causes') return 'Nguyên nhân của kết quả và hạn chế là gì?';
      return field.id === 'proposals' ? 'Cơ quan có đề xuất, kiến nghị gì?' : `Xin ghi nội dung báo cáo ${period}.`;
  }
}

function figureAsked({ since, unit = '' }: Field, period: string): string {
  if (since !== undefined) return `Lũy kế từ năm ${since} đến nay là bao nhiêu ${formatUnit(unit)}?`;
  return `Kết quả ${period} là bao nhiêu ${formatUnit(unit)}?`;
}

/** How to answer, with an example. */
export function questionHint(field: Field): string {
  const skip = field.optional ? ' Để trống: gõ bỏ qua.' : '';
  switch (field.kind) {
    case 'measureStatus':
    case 'measureEnd':
    case 'choice':
      return 'Trả lời bằng một số.';
    case 'figure':
      if (field.unit === 'VND')
        return `Trả lời bằng số tiền, ví dụ: 1,5 tỷ hoặc 200 triệu. Không có: trả lời 0.${skip}`;
      return `Trả lời bằng một số, đơn vị ${formatUnit(field.unit ?? '')}. Ví dụ: ${field.unit === '%' ? '8,5' : '120'}.${skip}`;
    case 'obstacle':
      return `Trả lời bằng chữ, hoặc 1 nếu không có.${skip}`;
    case 'text':
      return `Trả lời bằng chữ.${skip}`;
  }
}

/** An answer as it stands in a summary, a receipt or a review. */
export function answerText(field: Field, answer: Answer | null): string {
  if (answer === null) return 'chưa trả lời';
  const { value, remark } = answer;
  const beside = remark === undefined ? '' : `: ${quoted(remark)}`;
  switch (value.kind) {
    case 'status':
      return `${STATUS[value.status]}${beside}`;
    case 'end':
      return `${END[value.end]}${beside}`;
    case 'figure':
      return value.unit === 'VND' ? formatMoneyFull(value.value) : formatFigure(value.value, value.unit);
    case 'choice':
      return field.choices?.find((choice) => choice.id === value.choice)?.label ?? value.choice;
    case 'day':
      return formatDay(value.day);
    case 'text':
      return quoted(value.text);
    case 'nothing':
      return 'Không có';
    case 'skipped':
      return 'bỏ qua';
  }
}

/** Beside a figure in a summary: "năm 2023: 85". */
export function previousNote(previous: { period: string; value: number }): string {
  return `${formatPeriod(previous.period)}: ${formatNumber(previous.value)}`;
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
