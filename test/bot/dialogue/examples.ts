import type { DialogueContext, NamedPerson, OwedItem, ReportFacts, WorkItem } from '../../../bot/dialogue/types.ts';
import { buildForm } from '../../../domain/form/build-form.ts';
import type { Form } from '../../../domain/form/form.ts';
import type { Measure } from '../../../domain/plan/plan.ts';

export const NOW = '2024-11-07T09:04:00.000+07:00';

export const FOCAL: NamedPerson = { name: 'Hồ Văn Ví Dụ', post: 'chuyên viên đầu mối', agency: 'Sở Du lịch' };
export const HEAD: NamedPerson = { name: 'Đinh Thị Thử', post: 'Phó Giám đốc', agency: 'Sở Du lịch' };
export const COORDINATOR: NamedPerson = {
  name: 'Trần Thị Mẫu',
  post: 'chuyên viên điều phối',
  agency: 'Sở Khoa học và Công nghệ',
};
export const LEADER: NamedPerson = { name: 'Lý Thị Giả Định', post: 'Phó Chủ tịch UBND tỉnh', agency: 'UBND tỉnh' };

const YEARLY = { phrase: 'hàng năm', condition: null, from: null, to: null, kind: 'yearly' as const };

type FormMeasure = Pick<Measure, 'no' | 'text' | 'timing' | 'quantity'>;

function measure(no: string, text: string): FormMeasure {
  return { no, text, timing: YEARLY, quantity: null };
}

const MEASURES = [
  measure('2.1', 'Phổ biến, hướng dẫn áp dụng các hệ thống quản lý, công cụ cải tiến năng suất chất lượng'),
  measure('2.2', 'Đào tạo, tập huấn kiến thức về năng suất chất lượng'),
  measure('2.3', 'Hỗ trợ doanh nghiệp áp dụng tiêu chuẩn, quy chuẩn kỹ thuật'),
];

/** The measures that the yearly form asks about. */
export function yearlyMeasures(): FormMeasure[] {
  return MEASURES;
}

/** Six questions: three measures, one figure, difficulties, proposals. */
export function yearlyForm(): Form {
  return buildForm({
    requirement: 'bao-cao-nam',
    period: '2024',
    plan: {
      id: 'kh-mau-57',
      shortName: 'KH 57',
      measures: MEASURES,
      targets: [
        {
          id: '3',
          text: 'Trên 1.000 lượt người được đào tạo, tập huấn',
          quantities: [{ comparator: 'moreThan', value: 1000, max: null, unit: 'lượt người' }],
        },
      ],
    },
    measures: ['2.1', '2.2', '2.3'],
    endingMeasures: [],
    targets: ['3'],
    money: [],
    freeText: true,
  });
}

/** Three sources of money and difficulties. */
export function estimateForm(): Form {
  return buildForm({
    requirement: 'du-toan',
    period: '2025',
    plan: { id: 'kh-mau-54', shortName: 'KH 54', measures: MEASURES, targets: [] },
    measures: [],
    endingMeasures: ['2.3'],
    targets: [],
    money: ['recurrent', 'investment', 'other'],
    freeText: false,
  });
}

export function reportFacts(form: Form, more: Partial<ReportFacts> = {}): ReportFacts {
  return {
    form,
    saved: [],
    previous: {},
    extensionChoices: [
      { workingDays: 3, day: '2024-11-15' },
      { workingDays: 5, day: '2024-11-19' },
    ],
    latestDayOn: '2024-12-31',
    receiver: 'Sở Khoa học và Công nghệ',
    closesByLetter: false,
    ...more,
  };
}

export function owed57(more: Partial<OwedItem> = {}): OwedItem {
  return {
    kind: 'owed',
    key: 'owed/57',
    obligation: 'ob/57',
    title: 'Báo cáo năm 2024',
    basis: {
      plan: 'kh-mau-57',
      document: 'Kế hoạch số 57/KH-UBND ngày 18/11/2022',
      shortName: 'KH 57',
      clause: 'IV.2',
      quote: 'định kỳ hàng năm báo cáo kết quả thực hiện',
    },
    deadline: { number: 1, lastDayOn: '2024-10-31', default: true, daysLeft: -5 },
    state: 'awaited',
    report: reportFacts(yearlyForm(), { previous: { 'target/3/1': { period: '2023', value: 85 } } }),
    ...more,
  };
}

export function owed54(more: Partial<OwedItem> = {}): OwedItem {
  return {
    kind: 'owed',
    key: 'owed/54',
    obligation: 'ob/54',
    title: 'Dự toán kinh phí năm 2025',
    basis: {
      plan: 'kh-mau-54',
      document: 'Kế hoạch số 54/KH-UBND ngày 15/11/2022',
      shortName: 'KH 54',
      clause: 'III.2',
      quote: null,
    },
    deadline: { number: 1, lastDayOn: '2024-11-12', default: true, daysLeft: 3 },
    state: 'awaited',
    report: reportFacts(estimateForm()),
    ...more,
  };
}

const WEEKEND: Record<string, string> = {
  '2024-11-09': 'Thứ Bảy, ngày nghỉ hằng tuần',
  '2024-11-10': 'Chủ nhật, ngày nghỉ hằng tuần',
  '2024-11-16': 'Thứ Bảy, ngày nghỉ hằng tuần',
};
const NEAREST: Record<string, string> = {
  '2024-11-09': '2024-11-08',
  '2024-11-10': '2024-11-08',
  '2024-11-16': '2024-11-15',
};

export function contextOf(person: NamedPerson, items: WorkItem[], now = NOW): DialogueContext {
  return {
    now,
    person,
    contact: { name: 'Trần Thị Mẫu', agency: 'Sở Khoa học và Công nghệ', phone: '0254 000 0101' },
    items,
    nextDueOn: '2024-12-16',
    checkDay: (day) => {
      const why = WEEKEND[day];
      return why === undefined
        ? { working: true, nearest: day }
        : { working: false, nearest: NEAREST[day] ?? day, why };
    },
  };
}
