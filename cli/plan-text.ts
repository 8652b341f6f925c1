import { clauseText } from '../domain/plan/clause-text.ts';
import type { AgencyRef, Measure, Plan, Quantity, Requirement, RequirementKind, Review } from '../domain/plan/plan.ts';
import { formatDay, formatNumber } from '../wording/format.ts';

const KINDS: Record<RequirementKind, string> = {
  report: 'báo cáo',
  consolidation: 'báo cáo tổng hợp',
  statistics: 'số liệu thống kê',
  budgetEstimate: 'dự toán',
  budgetConsolidation: 'tổng hợp dự toán',
  investmentBudget: 'vốn đầu tư',
  allocation: 'bố trí kinh phí',
  settlement: 'quyết toán',
  annualPlan: 'kế hoạch năm',
  integrationPlan: 'kế hoạch lồng ghép',
  progress: 'tiến độ giữa năm',
};

const FREQUENCIES: Record<Requirement['frequency'], string> = {
  yearly: 'hằng năm',
  quarterly: 'hằng quý',
  everyFiveYears: '5 năm một lần',
  periodic: 'định kỳ',
  once: 'một lần',
};

const COMPARATORS: Record<Quantity['comparator'], string> = {
  atLeast: 'ít nhất',
  moreThan: 'trên',
  about: 'khoảng',
  exactly: '',
};

/** A plan as an official reads it, in the order of the document; what the product adds is marked "mặc định". */
export function planText(plan: Plan): string {
  return [
    ...identity(plan),
    ...part('Căn cứ', plan.legalBases),
    ...part('Mục tiêu chung', plan.goals),
    ...part('Chỉ tiêu', plan.targets.map(targetText)),
    ...measuresText(plan.measures),
    ...part('Tổ chức thực hiện', plan.duties.map(dutyText)),
    ...part('Yêu cầu định kỳ', plan.requirements.map(requirementText)),
    ...part('Sơ kết, tổng kết', plan.reviews.map(reviewText)),
    ...(plan.difficultyClause === null ? [] : part('Khó khăn, vướng mắc', [difficultyText(plan.difficultyClause)])),
    ...part('Nơi nhận', plan.recipients),
    ...part('Chỗ đọc khác bản nguồn', plan.sourceNotes.map(noteLine)),
    ...part(
      'Lưu ý',
      plan.warnings.map(({ text }) => text),
    ),
  ].join('\n');
}

function identity({ id, title, number, issuedOn, issuer, signatory, period, parent, coordinator }: Plan): string[] {
  return [
    title ?? '(bản nguồn mất trang có tên văn bản)',
    `Mã: ${id}`,
    `Số: ${number ?? 'chưa rõ'}; ngày: ${issuedOn === null ? 'chưa rõ' : formatDay(issuedOn)}`,
    `Cơ quan ban hành: ${issuer}; người ký: ${signatory}`,
    `Giai đoạn: ${period.from === period.to ? period.from : `${period.from}–${period.to}`}`,
    ...(parent === null ? [] : [`Kế hoạch mẹ: ${[parent.document, parent.planId].filter(Boolean).join(', ')}`]),
    `Cơ quan điều phối: ${coordinator.name}`,
  ];
}

function part(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `${heading} (${lines.length})`, ...lines.map((line) => `- ${line}`)];
}

function targetText({
  id,
  year,
  yearDefault,
  everyYear,
  text,
  contribution,
  quantities,
}: Plan['targets'][number]): string {
  const when = everyYear ? 'hằng năm' : `năm ${year}${yearDefault ? ' (mặc định)' : ''}`;
  const figures = quantities.map(quantityText).join('; ');
  return `${id}, ${when}${figures === '' ? '' : `, ${figures}`}${contribution ? ', góp phần' : ''}: ${text}`;
}

function quantityText({ comparator, value, max, unit }: Quantity): string {
  const range = max === null ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(max)}`;
  return `${COMPARATORS[comparator]} ${range}${unit.startsWith('%') ? '' : ' '}${unit}`.trim();
}

function measuresText(measures: Measure[]): string[] {
  if (measures.length === 0) return [];
  const hasAppendix = measures.some(({ source }) => source === 'appendix');
  let section: string | null = null;
  const lines: string[] = [];
  for (const measure of measures) {
    if (measure.section !== section) lines.push(`* ${measure.section || '(tên mục ở trang bị mất)'}`);
    section = measure.section;
    lines.push(`- ${measureText(measure, hasAppendix)}`);
  }
  return ['', `Nhiệm vụ, giải pháp (${measures.length})`, ...lines];
}

function measureText(measure: Measure, hasAppendix: boolean): string {
  const { no, text, timing, quantity, unassigned, cooperating, holder, notes, source } = measure;
  const facts = [
    timing.phrase === null ? null : `Thời gian: ${timing.phrase}`,
    quantity === null ? null : `Số lượng: ${quantity.phrase}`,
    `Chủ trì: ${leadText(measure)}`,
    unassigned.length === 0 ? null : `Cần chỉ định: ${unassigned.join('; ')}`,
    cooperating === null ? null : `Phối hợp: ${cooperating}`,
    holder === null ? null : `Đơn vị thực hiện dự án: ${holder}`,
    hasAppendix && source === 'body' ? 'Ở phần lời, không có trong phụ lục' : null,
    ...notes.map((note) => `Ghi chú: ${note}`),
  ].filter((fact) => fact !== null);
  return [`${markedText(no)}${text}`, ...facts.map((fact) => `    ${fact}`)].join('\n');
}

function leadText({ lead, leads, leadKind, leadBasis }: Measure): string {
  if (lead === null) return leadBasis === null ? 'không ghi' : `${names(leads)} (theo ${clauseText(leadBasis)})`;
  if (leadKind === 'proposed') return `${lead} (đề nghị, chưa giao)`;
  return leadKind === 'group' ? `${lead} (${names(leads)})` : lead;
}

function requirementText(requirement: Requirement): string {
  const { id, clause, kind, owedBy, owedTo, duePhrase, defaultBasis, frequency, alsoOnRequest, coveredBy } =
    requirement;
  const day = duePhrase === null ? ` mặc định: ${defaultBasis}` : `: “${duePhrase}”`;
  const facts = [
    `Hạn${day}; ${FREQUENCIES[frequency]}${alsoOnRequest ? ', hoặc đột xuất khi có yêu cầu' : ''}`,
    `Cơ quan phải làm (${owedBy.length}): ${names(owedBy)}`,
    ...(owedTo.length === 0 ? [] : [`Nơi nhận: ${names(owedTo)}`]),
    ...(coveredBy === null ? [] : [`Cơ quan nêu ở ${clauseText(coveredBy)} chỉ làm một lần, theo mục ấy`]),
  ];
  const place = clause === null ? 'không mục nào ghi, mặc định của hệ thống' : clauseText(clause);
  return [`${capital(KINDS[kind])}, ${place} (mã ${id})`, ...facts.map((fact) => `    ${fact}`)].join('\n');
}

function reviewText({ kind, clause, by, plannedYear, default: assumed }: Review): string {
  const word = kind === 'midTerm' ? 'Sơ kết' : 'Tổng kết';
  return `${word} năm ${plannedYear}${assumed ? ' (mặc định)' : ''}, ${clauseText(clause)}: ${names(by)}`;
}

function difficultyText({ text, to, inWriting }: NonNullable<Plan['difficultyClause']>): string {
  return `Gửi ${to.name}${inWriting ? ' bằng văn bản' : ''}: “${text}”`;
}

/** Example: → Mục IV.3. Sở …: Tham mưu … Nobody is named twice where the text itself begins with him. */
function dutyText({ clause, text, by }: Plan['duties'][number]): string {
  const place = capital(clauseText(clause));
  return text.startsWith(`${names(by)}:`) ? `${place}. ${text}` : `${place}. ${names(by)}: ${text}`;
}

/** The number a measure has in the text, else its place, with the code that commands take. */
function markedText(no: string): string {
  return /^[\p{L}\d.]+$/u.test(no) ? `${no}. ` : `${capital(clauseText(no))} (mã ${no}): `;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function names(agencies: AgencyRef[]): string {
  return agencies.map(({ name }) => name).join('; ');
}

function noteLine({ where, printed, read, why }: Plan['sourceNotes'][number]): string {
  return `${where}: “${printed}” ${printed === read ? 'giữ như in' : `đọc là “${read}”`}. ${why}`;
}
