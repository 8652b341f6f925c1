import { formatDay, formatDayWithWeekday } from '../../wording/format.ts';
import type { Action } from '../access.ts';
import type { LetterFacts, SendingWay, WebCommand } from '../commands.ts';
import { ASK_PARTS } from '../href.ts';
import type { ObligationAct, ObligationView } from '../pages/obligation.tsx';
import type { FieldSpec, ReadValues } from './act.ts';

/** An act on a duty: its slug in addresses, its words, who may, what it asks, and the command it becomes. */
export interface ActSpec {
  act: ObligationAct;
  slug: string;
  label: string;
  title: string;
  may: Action;
  primary?: boolean;
  fields(view: ObligationView, typed: Record<string, string>): FieldSpec[];
  command(view: ObligationView, read: ReadValues, typed: Record<string, string>): WebCommand;
  /** Names of what was chosen before and is carried along. */
  carries?: string[];
}

const reason = (hint: string): FieldSpec => ({ name: 'ly-do', label: 'Lý do', kind: 'text', hint });
const VERBATIM = 'Gửi nguyên văn đến cơ quan.';

const letterFields = (when?: FieldSpec['when']): FieldSpec[] => [
  { name: 'so', label: 'Số công văn', kind: 'line', ...(when ? { when } : {}) },
  { name: 'ngay-ky', label: 'Ngày ký', kind: 'day', ...(when ? { when } : {}) },
  { name: 'nguoi-ky', label: 'Người ký', kind: 'line', ...(when ? { when } : {}) },
];

const letterOf = (read: ReadValues): LetterFacts => ({
  number: read.text('so'),
  day: read.day('ngay-ky'),
  signatory: read.text('nguoi-ky'),
});

/** Prefix of the fields that hold the report's own answers. */
const ANSWER = 'cau/';

function recordFields(view: ObligationView): FieldSpec[] {
  return [
    {
      name: 'cach',
      label: 'Cơ quan đã trả lời bằng',
      kind: 'choice',
      options: [
        { value: 'letter', label: 'Công văn đã ký' },
        { value: 'phone', label: 'Điện thoại' },
        { value: 'paper', label: 'Bản giấy' },
      ],
    },
    {
      name: 'ngay',
      label: 'Ngày cơ quan trả lời',
      kind: 'day',
      hint: 'Ngày/tháng/năm; ngày ghi vào hệ thống được giữ riêng',
    },
    ...letterFields({ field: 'cach', is: 'letter' }).map((field) => ({
      ...field,
      hint: 'Chỉ khi trả lời bằng công văn',
    })),
    ...view.answerFields.map(
      (field): FieldSpec => ({
        name: `${ANSWER}${field.id}`,
        label: field.label,
        kind: field.options.length > 0 ? 'choice' : 'text',
        optional: true,
        ...(field.hint === null ? {} : { hint: field.hint }),
        ...(field.options.length > 0 ? { options: field.options } : {}),
      }),
    ),
    { name: 'noi-dung', label: 'Nội dung khác', kind: 'text', optional: true },
  ];
}

function recordCommand(view: ObligationView, read: ReadValues): WebCommand {
  const way = read.text('cach') as 'letter' | 'phone' | 'paper';
  const answers = view.answerFields
    .map((field) => [field.id, read.text(`${ANSWER}${field.id}`)] as const)
    .filter(([, value]) => value !== '');
  return {
    do: 'recordOnBehalf',
    obligation: view.key,
    record: {
      way,
      actedOn: read.day('ngay'),
      letter: way === 'letter' ? letterOf(read) : null,
      answers: Object.fromEntries(answers),
      text: read.text('noi-dung'),
    },
  };
}

/** The name under which the measure of a request for parts is carried. */
export const MEASURE = 'nhiem-vu';

function partFields({ parts: { offer } }: ObligationView, typed: Record<string, string>): FieldSpec[] {
  const chosen = offer?.measures.find(({ measure }) => measure === typed[MEASURE]);
  if (offer === null || chosen === undefined) return [];
  return [
    {
      name: 'co-quan',
      label: 'Cơ quan được xin',
      kind: 'many',
      hint: 'Cơ quan cùng chủ trì, phối hợp theo kế hoạch, chưa được xin phần này',
      options: chosen.agencies.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'den',
      label: 'Hạn gửi phần phối hợp',
      kind: 'day',
      hint: `Ngày/tháng/năm, từ ${formatDayWithWeekday(offer.from)} đến ${formatDayWithWeekday(offer.until)}: trước hạn của chính cơ quan Ông/Bà`,
    },
    { name: 'noi-dung', label: 'Nội dung cần', kind: 'text', hint: 'Gửi nguyên văn đến từng cơ quan' },
  ];
}

const SPECS: ActSpec[] = [
  {
    act: 'accept',
    slug: 'duyet',
    label: 'Duyệt',
    title: 'Duyệt bản đã gửi',
    may: 'decide',
    primary: true,
    fields: () => [],
    command: (view) => ({ do: 'accept', obligation: view.key, version: view.version }),
  },
  {
    act: 'return',
    slug: 'tra-lai',
    label: 'Trả lại',
    title: 'Trả lại để bổ sung',
    may: 'decide',
    fields: () => [reason(VERBATIM)],
    command: (view, read) => ({
      do: 'return',
      obligation: view.key,
      version: view.version,
      reason: read.text('ly-do'),
    }),
  },
  {
    act: 'extend',
    slug: 'gia-han',
    label: 'Gia hạn',
    title: 'Gia hạn',
    may: 'giveTime',
    fields: (view) => [
      {
        name: 'den',
        label: 'Hạn mới',
        kind: 'day',
        hint: 'Ngày/tháng/năm, một ngày làm việc',
        ...(view.askedDay === null ? {} : { initial: formatDay(view.askedDay) }),
      },
      reason(VERBATIM),
    ],
    command: (view, read) => ({ do: 'extend', obligation: view.key, to: read.day('den'), reason: read.text('ly-do') }),
  },
  {
    act: 'refuseExtension',
    slug: 'khong-gia-han',
    label: 'Không đồng ý gia hạn',
    title: 'Không đồng ý gia hạn',
    may: 'giveTime',
    fields: () => [reason(VERBATIM)],
    command: (view, read) => ({ do: 'refuseExtension', obligation: view.key, reason: read.text('ly-do') }),
  },
  {
    act: 'confirm',
    slug: 'xac-nhan',
    label: 'Xác nhận của lãnh đạo đơn vị',
    title: 'Xác nhận số liệu chính thức',
    may: 'confirm',
    primary: true,
    fields: () => [],
    command: (view) => ({ do: 'confirm', obligation: view.key, version: view.version }),
  },
  {
    act: 'recordLetter',
    slug: 'cong-van-da-ky',
    label: 'Ghi số công văn đã ký',
    title: 'Ghi số công văn đã ký',
    may: 'recordLetter',
    fields: () => letterFields(),
    command: (view, read) => ({ do: 'recordLetter', obligation: view.key, letter: letterOf(read) }),
  },
  {
    act: 'recordSent',
    slug: 'da-gui',
    label: 'Ghi số công văn đã gửi',
    title: 'Ghi số công văn đã gửi; kỳ được đóng',
    may: 'recordLetter',
    primary: true,
    fields: () => [
      { name: 'so', label: 'Số công văn', kind: 'line' },
      { name: 'ngay-gui', label: 'Ngày gửi', kind: 'day' },
      {
        name: 'cach-gui',
        label: 'Cách gửi',
        kind: 'choice',
        options: [
          { value: 'system', label: 'Trục liên thông văn bản' },
          { value: 'direct', label: 'Nộp trực tiếp' },
          { value: 'post', label: 'Bưu chính' },
        ],
      },
    ],
    command: (view, read) => ({
      do: 'recordSent',
      obligation: view.key,
      number: read.text('so'),
      sentOn: read.day('ngay-gui'),
      way: read.text('cach-gui') as SendingWay,
    }),
  },
  {
    act: 'requestExtension',
    slug: 'xin-gia-han',
    label: 'Xin gia hạn',
    title: 'Xin gia hạn',
    may: 'askTime',
    fields: () => [
      { name: 'den', label: 'Xin gia hạn đến', kind: 'day', hint: 'Ngày/tháng/năm, một ngày làm việc' },
      reason('Người duyệt đọc nguyên văn.'),
    ],
    command: (view, read) => ({
      do: 'requestExtension',
      obligation: view.key,
      to: read.day('den'),
      reason: read.text('ly-do'),
    }),
  },
  {
    act: 'askParts',
    slug: ASK_PARTS,
    label: 'Xin phần phối hợp',
    title: 'Xin phần phối hợp của các cơ quan',
    may: 'askParts',
    carries: [MEASURE],
    fields: partFields,
    command: (view, read, typed) => ({
      do: 'contribute',
      obligation: view.key,
      measure: typed[MEASURE] ?? '',
      agencies: read.chosen('co-quan'),
      to: read.day('den'),
      text: read.text('noi-dung'),
    }),
  },
  {
    act: 'recordOnBehalf',
    slug: 'ghi-ho',
    label: 'Ghi hộ câu trả lời (công văn, điện thoại)',
    title: 'Ghi hộ câu trả lời của cơ quan',
    may: 'recordOnBehalf',
    fields: recordFields,
    command: recordCommand,
  },
  {
    act: 'object',
    slug: 'phan-doi',
    label: 'Không đúng, báo lại',
    title: 'Phản đối bản ghi hộ',
    may: 'object',
    fields: () => [reason('Gửi nguyên văn đến cơ quan điều phối.')],
    command: (view, read) => ({
      do: 'object',
      obligation: view.key,
      version: view.version,
      reason: read.text('ly-do'),
    }),
  },
  {
    act: 'waive',
    slug: 'mien',
    label: 'Miễn',
    title: 'Miễn nghĩa vụ kỳ này',
    may: 'giveTime',
    fields: () => [reason(VERBATIM)],
    command: (view, read) => ({ do: 'waive', obligation: view.key, reason: read.text('ly-do') }),
  },
  {
    act: 'suspend',
    slug: 'tam-dung',
    label: 'Tạm dừng tính ngày',
    title: 'Tạm dừng tính ngày',
    may: 'giveTime',
    fields: () => [reason('Đồng hồ đứng từ hôm nay; số ngày được trả lại khi tiếp tục.')],
    command: (view, read) => ({ do: 'suspend', obligation: view.key, reason: read.text('ly-do') }),
  },
  {
    act: 'resume',
    slug: 'tiep-tuc',
    label: 'Tiếp tục tính ngày',
    title: 'Tiếp tục tính ngày',
    may: 'giveTime',
    fields: () => [],
    command: (view) => ({ do: 'resume', obligation: view.key }),
  },
];

/** The act of a slug, or null. */
export function actOfSlug(slug: string): ActSpec | null {
  return SPECS.find((spec) => spec.slug === slug) ?? null;
}

/** The act of a name; `answer` and `raiseObstacle` lead to other pages and have none. */
export function specOf(act: ObligationAct): ActSpec | null {
  return SPECS.find((spec) => spec.act === act) ?? null;
}
