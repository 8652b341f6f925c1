import type { Obligation } from '../../domain/obligation/obligation.ts';
import { clauseText, measureText } from '../../domain/plan/clause-text.ts';
import { demandOf } from '../../domain/plan/demand.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { clauseShort, documentText } from '../../wording/basis.ts';
import { requirementName } from '../../wording/requirement-name.ts';
import type { BasisFact } from '../pages/basis.tsx';
import type { Desk } from './desk.ts';

/** What names a duty: its round's kind, requirement and period. */
export interface Duty {
  requirement: string;
  kind: string;
  period: string;
  /** What it asks, where it is known: a part is named by its measure. */
  state?: unknown;
}

/** Inside a sentence: "báo cáo năm 2024"; a duty asked for by a person has no period of its own. */
export function dutyName(plan: Plan, { requirement, kind, period, state }: Duty): string {
  if (kind === 'request') return 'báo cáo theo yêu cầu';
  return requirementName({ kind, period, review: demandOf(plan, requirement).review, measure: measureAsked(state) });
}

export function dutyTitle(plan: Plan, duty: Duty): string {
  const name = dutyName(plan, duty);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Title of a round: "Báo cáo năm 2024 của các sở" where several owe it. */
export function roundTitle(desk: Desk, plan: Plan, duty: Duty, agencies: string[]): string {
  const title = dutyTitle(plan, duty);
  if (agencies.length < 2) return title;
  const kinds = agencies.map((id) => desk.roster.agencies.find((agency) => agency.id === id)?.kind);
  return `${title} của các ${kinds.every((kind) => kind === 'department') ? 'sở' : 'cơ quan'}`;
}

/** "KH 54/KH-UBND"; without a number, the plan's short form. */
export function planName({ documentKind, number, shortName }: Plan): string {
  return number === null ? shortName : `${documentKind === 'keHoach' ? 'KH' : 'QĐ'} ${number}`;
}

/** Short plan and item for tables: "KH 57", "mục IV.2". */
export function basisFact(plan: Plan, requirement: string): BasisFact {
  return { plan: plan.shortName, clause: shortClause(demandOf(plan, requirement).clause) };
}

/** The same for a duty: a part rests on the measure it is about. */
export function dutyBasis(plan: Plan, { requirement, kind, state }: Duty): BasisFact {
  const measure = kind === 'contribution' ? measureAsked(state) : null;
  return measure === null
    ? basisFact(plan, requirement)
    : { plan: plan.shortName, clause: `phần phối hợp ${measureText(measure)}` };
}

function measureAsked(state: unknown): string | null {
  return (state as Partial<Obligation> | null | undefined)?.asks?.measures?.[0] ?? null;
}

function shortClause(clause: string | null): string | null {
  return clause === null ? null : clauseShort(clause);
}

/** "Kế hoạch số 57/KH-UBND ngày 18/11/2022 của …, mục IV.2"; without a clause the document alone. */
export function documentAndClause(plan: Plan, requirement: string): string {
  const { clause } = demandOf(plan, requirement);
  return clause === null ? documentText(plan) : `${documentText(plan)}, ${clauseText(clause)}`;
}

export function clauseWords(plan: Plan, requirement: string): string | null {
  const { clause } = demandOf(plan, requirement);
  return clause === null ? null : clauseText(clause);
}
