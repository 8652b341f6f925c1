import type { Day } from '../domain/calendar/instant.ts';
import { parseDuePhrase } from '../domain/plan/due-phrase.ts';
import type { AgencyRef, Measure, Plan, PlanPolicy, Requirement, Review, Target, Timing } from '../domain/plan/plan.ts';
import { parseQuantity } from '../domain/plan/quantity-phrase.ts';
import { parseTiming } from '../domain/plan/timing.ts';
import { agencyNameOn } from '../domain/roster/agency-name.ts';
import type { Agency } from '../domain/roster/roster.ts';
import type { PlanFile } from './plan-file.ts';
import { defaultBasis } from './requirement-defaults.ts';
import { splitCooperators } from './split-cooperators.ts';

/** A target that only helps towards a goal which the agencies do not control. */
const CONTRIBUTION = /^Góp phần đạt mục tiêu/;

type MeasureEntry = PlanFile['measures'][number];
type RequirementEntry = PlanFile['requirements'][number];

/**
 * The plan of a file already checked: ids become agencies under the names of the plan's day, groups are expanded,
 * phrases become rules, and the mid-year progress that no clause asks for is added. Warnings are left empty.
 */
export function buildPlan(file: PlanFile, agencies: Agency[]): Plan {
  const day = file.issuedOn ?? `${file.period.from}-01-01`;
  const refs = references(file, agencies, day);
  const coordinator = refs.one(file.coordinator);
  const measures = (file.measures ?? []).map((entry) => measureOf(entry, file, refs));
  const requirements = file.requirements.map((entry) => requirementOf(entry, file, refs));
  return {
    schema: 1,
    id: file.id,
    province: file.province,
    documentKind: file.documentKind,
    title: file.title,
    number: file.number,
    issuedOn: file.issuedOn,
    issuer: file.issuer,
    signatory: file.signatory,
    period: file.period,
    parent: file.parent ?? null,
    legalBases: (file.legalBases ?? []).map((basis) => (typeof basis === 'string' ? basis : basis.text)),
    goals: file.goals ?? [],
    targets: (file.targets ?? []).map((entry) => targetOf(entry, file.period.to)),
    measures,
    duties: (file.duties ?? []).map(({ clause, text, by }) => ({ clause, text, by: refs.all(by) })),
    requirements: [...requirements, ...progressOf(file, measures, requirements, coordinator, refs)],
    reviews: (file.reviews ?? []).map((entry) => reviewOf(entry, file.period.to, refs)),
    difficultyClause: file.difficultyClause
      ? { ...file.difficultyClause, to: refs.one(file.difficultyClause.to) }
      : null,
    recipients: file.recipients ?? [],
    sourceNotes: file.sourceNotes ?? [],
    warnings: [],
    coordinator,
    leadership: refs.one(file.leadership),
    shortName: file.shortName,
    policy: policyOf(file),
  };
}

interface References {
  one(id: string): AgencyRef;
  /** Groups expanded, each agency once, in the order written. */
  all(ids: string[]): AgencyRef[];
  isGroup(id: string): boolean;
  /** Whether a body stands above the province. */
  isOutside(id: string): boolean;
}

function references(file: PlanFile, agencies: Agency[], day: Day): References {
  const groups = file.groups ?? {};
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const one = (id: string): AgencyRef => {
    const agency = byId.get(id);
    return { id, name: agency ? agencyNameOn(agency, day) : id };
  };
  return {
    one,
    all: (ids) => [...new Set(ids.flatMap((id) => groups[id] ?? [id]))].map(one),
    isGroup: (id) => id in groups,
    isOutside: (id) => ['central', 'international'].includes(byId.get(id)?.kind ?? ''),
  };
}

function targetOf(entry: NonNullable<PlanFile['targets']>[number], lastYear: number): Target {
  return {
    id: entry.id,
    year: entry.year ?? lastYear,
    everyYear: entry.everyYear ?? false,
    yearDefault: entry.year == null,
    text: entry.text ?? entry.printed,
    printed: entry.printed,
    contribution: CONTRIBUTION.test(entry.text ?? entry.printed),
    ...(entry.rule === undefined ? {} : { rule: entry.rule }),
    ...(entry.reportedIn === undefined ? {} : { reportedIn: entry.reportedIn }),
    quantities: (entry.quantities ?? []).map((quantity) => ({ ...quantity, max: quantity.max ?? null })),
  };
}

function measureOf(entry: MeasureEntry, file: PlanFile, refs: References): Measure {
  const path = entry.no.split('.');
  const leads = entry.leads ?? [];
  return {
    no: entry.no,
    path,
    section: sectionOf(path, file.headings ?? {}),
    source: entry.source ?? 'appendix',
    text: entry.text ?? entry.printed,
    printed: entry.printed,
    timing: timingOf(entry),
    quantity: quantityOf(entry),
    lead: entry.lead ?? null,
    leads: refs.all(leads),
    leadKind: entry.leadKind ?? leadKindOf(leads, refs),
    leadBasis: entry.leadBasis ?? null,
    unassigned: entry.unassigned ?? [],
    cooperating: entry.cooperating ?? null,
    cooperators: entry.cooperators ?? splitCooperators(entry.cooperating ?? ''),
    holder: entry.holder ?? null,
    notes: entry.notes ?? [],
  };
}

/** The heading nearest above a row: of "II" and "II.2", the second for row II.2.1. */
function sectionOf(path: string[], headings: Record<string, string>): string {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const heading = headings[path.slice(0, depth).join('.')];
    if (heading !== undefined) return heading;
  }
  return '';
}

function timingOf({ timing }: MeasureEntry): Timing {
  const written = typeof timing === 'string' || timing == null ? parseTiming(timing ?? null) : null;
  if (written) return written;
  const full = typeof timing === 'object' && timing !== null ? timing : { kind: 'none' as const };
  return { phrase: null, condition: null, from: null, to: null, ...withoutUndefined(full) };
}

function quantityOf({ quantity }: MeasureEntry): Measure['quantity'] {
  if (quantity == null) return null;
  if (typeof quantity === 'string') return parseQuantity(quantity);
  return { ...quantity, max: quantity.max ?? null, unit: quantity.unit ?? null };
}

function leadKindOf(leads: string[], refs: References): Measure['leadKind'] {
  if (leads.some(refs.isGroup)) return 'group';
  if (leads.length === 0) return 'none';
  return leads.length === 1 ? 'one' : 'joint';
}

function requirementOf(entry: RequirementEntry, file: PlanFile, refs: References): Requirement {
  const due = entry.due ?? (entry.duePhrase == null ? null : parseDuePhrase(entry.duePhrase));
  const owedTo = refs.all(entry.owedTo ?? []);
  const inside = owedTo.find(({ id }) => !refs.isOutside(id)) ?? null;
  return {
    id: entry.id,
    clause: entry.clause === undefined ? entry.id : entry.clause,
    kind: entry.kind,
    quote: entry.quote ?? null,
    owedBy: refs.all(entry.owedBy),
    owedTo,
    reviewer: entry.reviewer == null ? inside : refs.one(entry.reviewer),
    duePhrase: entry.duePhrase ?? null,
    due,
    frequency: entry.frequency,
    alsoOnRequest: entry.alsoOnRequest ?? false,
    coveredBy: entry.coveredBy ?? null,
    default: due === null,
    defaultBasis:
      due === null ? (entry.defaultBasis ?? ownDay(entry.id, file) ?? defaultBasis(entry, setting(file))) : null,
  };
}

/** Why a requirement falls on the day the plan's own settings give it; null where they give none. */
function ownDay(id: string, { policy }: PlanFile): string | null {
  const day = policy?.dueDays?.[id];
  return day === undefined ? null : `ngày cuối ${day.slice(3)}/${day.slice(0, 2)} theo thiết lập riêng của kế hoạch`;
}

function setting(file: PlanFile): { datedConsolidation: boolean; hasParent: boolean } {
  return {
    datedConsolidation: file.requirements.some(
      ({ kind, due, duePhrase }) => kind === 'consolidation' && (due != null || duePhrase != null),
    ),
    hasParent: file.parent?.planId != null,
  };
}

/** The mid-year progress that every lead inside the province owes the coordinator, unless the plan switches it off. */
function progressOf(
  file: PlanFile,
  measures: Measure[],
  written: Requirement[],
  coordinator: AgencyRef,
  refs: References,
): Requirement[] {
  if (file.policy?.midYearProgress === false || written.some(({ kind }) => kind === 'progress')) return [];
  const asked = measures.filter(({ leadKind }) => leadKind !== 'proposed').flatMap(({ leads }) => leads);
  const owedBy = refs.all(asked.map(({ id }) => id)).filter(({ id }) => !refs.isOutside(id));
  if (owedBy.length === 0) return [];
  return [
    {
      id: 'progress',
      clause: null,
      kind: 'progress',
      quote: null,
      owedBy,
      owedTo: [coordinator],
      reviewer: coordinator,
      duePhrase: null,
      due: null,
      frequency: 'yearly',
      alsoOnRequest: false,
      coveredBy: null,
      default: true,
      defaultBasis: defaultBasis({ kind: 'progress', frequency: 'yearly' }, setting(file)),
    },
  ];
}

function reviewOf(entry: NonNullable<PlanFile['reviews']>[number], lastYear: number, refs: References): Review {
  return {
    id: entry.id,
    kind: entry.kind,
    clause: entry.clause,
    quote: entry.quote ?? null,
    by: refs.all(entry.by),
    year: entry.year ?? null,
    plannedYear: entry.plannedYear ?? entry.year ?? lastYear,
    default: entry.year == null,
  };
}

function policyOf({ policy = {} }: PlanFile): PlanPolicy {
  return withoutUndefined(policy);
}

/** A copy that lacks the keys set to undefined, as optional keys of the domain are absent, never undefined. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
