import { z } from 'zod';
import { TARGET_RULES } from '../domain/plan/plan.ts';
import { REQUIREMENT_KINDS } from './requirement-defaults.ts';

/** A printed text. Blanks and composed letters are put right by the loader; an empty text is an error. */
const words = z.string().trim().min(1);
const day = z.iso.date();
const year = z.int().min(2000).max(2100);
const ids = z.array(words);

const timingKind = z.enum([
  'yearly',
  'window',
  'quarter',
  'continuous',
  'onRequest',
  'onEvent',
  'everyFiveYears',
  'none',
]);

const quantity = z
  .strictObject({
    comparator: z.enum(['atLeast', 'moreThan', 'about', 'exactly']),
    value: z.number(),
    max: z.number().nullish(),
    unit: words,
  })
  .describe('Số lượng của chỉ tiêu: so sánh, giá trị, cận trên nếu in một khoảng, đơn vị tính');

const target = z.strictObject({
  id: words.describe('Chữ cái như in, gạch đầu dòng đếm trong từng chữ cái: a.1, đ'),
  year: year.nullish().describe('Năm in trong văn bản; bỏ trống thì lấy năm cuối của kế hoạch'),
  everyYear: z.boolean().optional().describe('Chỉ tiêu tính cho từng năm'),
  printed: words,
  text: words.optional().describe('Chỉ ghi khi khác printed, kèm một mục sourceNotes'),
  quantities: z.array(quantity).optional(),
  reportedIn: words
    .optional()
    .describe('Đơn vị của số các cơ quan báo, khi khác đơn vị của chỉ tiêu: chỉ tiêu tăng 10% báo bằng doanh nghiệp'),
  rule: z
    .enum(TARGET_RULES)
    .optional()
    .describe(
      'Cách tính lũy kế; bỏ trống thì suy từ số lượng: tổng của năm, lũy kế, giá trị mới nhất, so với gốc, thống kê, lời',
    ),
});

const timing = z.union([
  words,
  z.strictObject({
    phrase: words.nullish(),
    kind: timingKind,
    from: day.nullish(),
    to: day.nullish(),
    condition: words.nullish(),
  }),
]);

const measureQuantity = z.union([
  words,
  z.strictObject({ phrase: words, min: z.number(), max: z.number().nullish(), unit: words.nullish() }),
]);

const measure = z.strictObject({
  no: words.describe('Các mốc như in, nối bằng dấu chấm: II.2.1; dòng không số: -n; dấu cộng: +n; mốc bị mất: ?'),
  source: z.enum(['appendix', 'body']).optional().describe('Mặc định appendix (phụ lục)'),
  printed: words,
  text: words.optional().describe('Chỉ ghi khi khác printed, kèm một mục sourceNotes'),
  timing: timing.nullish().describe('Cụm từ thời gian như in; cụm từ lạ thì ghi rõ kind, from, to, condition'),
  quantity: measureQuantity.nullish().describe('Cụm từ số lượng như in'),
  lead: words.nullish().describe('Đơn vị chủ trì như in'),
  leads: ids.optional().describe('Mã cơ quan hoặc tên nhóm trong groups'),
  leadKind: z.enum(['one', 'joint', 'group', 'proposed', 'none']).optional(),
  leadBasis: words.nullish().describe('Mục giao việc, khi dòng không ghi đơn vị chủ trì'),
  unassigned: ids.optional().describe('Phần chung chung của đơn vị chủ trì, điều phối phải chỉ định'),
  cooperating: words.nullish().describe('Đơn vị phối hợp như in'),
  cooperators: ids.optional().describe('Từng đơn vị phối hợp; bỏ trống thì tách từ cooperating'),
  holder: words.nullish(),
  basisEndsIn: year.optional().describe('Năm hết hiệu lực của căn cứ mà dòng này dựa vào'),
  notes: ids.optional(),
});

const requirement = z.strictObject({
  id: words,
  clause: words.nullish().describe('Mặc định bằng id; null khi không mục nào yêu cầu'),
  kind: z.enum(REQUIREMENT_KINDS),
  quote: words.nullish().describe('Lời của mục đó như in, được trích trong mọi tin nhắn'),
  owedBy: ids.min(1),
  owedTo: ids.optional(),
  reviewer: words.nullish().describe('Mặc định: nơi nhận đầu tiên trong tỉnh'),
  duePhrase: words.nullish().describe('Cụm từ ngày như in, ví dụ: Trước ngày 20 tháng 11 hàng năm'),
  due: z
    .strictObject({
      rule: z.enum(['before', 'onOrBefore']),
      month: z.int().min(1).max(12),
      day: z.int().min(1).max(31),
    })
    .nullish()
    .describe('Bỏ trống thì suy từ duePhrase'),
  frequency: z.enum(['yearly', 'quarterly', 'everyFiveYears', 'periodic', 'once']),
  alsoOnRequest: z.boolean().optional(),
  coveredBy: words.nullish().describe('Mã yêu cầu riêng nhắc lại mục chung này'),
  defaultBasis: words.nullish().describe('Căn cứ của ngày mặc định; bỏ trống thì lấy căn cứ chung của loại yêu cầu'),
});

const review = z.strictObject({
  id: words,
  kind: z.enum(['midTerm', 'final']),
  clause: words,
  quote: words.nullish(),
  by: ids.min(1),
  year: year.nullish(),
  plannedYear: year.optional().describe('Mặc định: năm in, không in thì năm cuối của kế hoạch'),
});

const policy = z.strictObject({
  reminders: z.array(z.int().min(0)).optional(),
  escalations: z
    .array(z.strictObject({ workingDaysAfter: z.int().min(1), to: z.enum(['head', 'coordinator', 'leadership']) }))
    .optional(),
  midYearProgress: z.boolean().optional(),
  dueDays: z.record(z.string(), z.string().regex(/^\d\d-\d\d$/, 'phải viết dạng TT-NG: tháng rồi ngày')).optional(),
});

/** The shape of a plan file. What the shape cannot say (ids that exist, days that exist, …) is in plan-checks.ts. */
export const planFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối'),
    province: z.string().regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối'),
    documentKind: z.enum(['keHoach', 'quyetDinh']),
    title: words.nullable().describe('Tên văn bản, chữ thường, không có KẾ HOẠCH hay QUYẾT ĐỊNH; null khi mất trang'),
    shortName: words,
    number: words.nullable(),
    issuedOn: day.nullable(),
    issuer: words,
    signatory: words,
    period: z.strictObject({ from: year, to: year }),
    parent: z.strictObject({ planId: words.nullable(), document: words.nullable() }).nullish(),
    coordinator: words,
    leadership: words,
    policy: policy.optional(),
    groups: z
      .record(z.string(), ids.min(1))
      .optional()
      .describe('Nhóm cơ quan của kế hoạch này: tên nhóm → mã cơ quan'),
    legalBases: z.array(z.union([words, z.strictObject({ text: words, endsIn: year })])).optional(),
    goals: z.array(words).optional(),
    targets: z.array(target).optional(),
    headings: z.record(z.string(), words).optional().describe('Đề mục: mốc → lời; đề mục không phải nhiệm vụ'),
    measures: z.array(measure),
    duties: z.array(z.strictObject({ clause: words, text: words, by: ids })).optional(),
    requirements: z.array(requirement),
    reviews: z.array(review).optional(),
    difficultyClause: z.strictObject({ text: words, to: words, inWriting: z.boolean() }).nullish(),
    recipients: z.array(words).optional(),
    sourceNotes: z
      .array(z.strictObject({ where: words, printed: z.string(), read: z.string(), why: words }))
      .optional(),
  })
  .describe('Một kế hoạch đã ký của Đôn Đốc (docs/plan-file.md)');

/** A plan file as written, after the shape was proved. */
export type PlanFile = z.infer<typeof planFile>;

/** The shape as JSON Schema (draft 2020-12), for editors; rules between values are not in it. */
export function planFileSchema(): object {
  return z.toJSONSchema(planFile, { io: 'input' });
}
