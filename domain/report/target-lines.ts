import { answerTo } from '../form/answers.ts';
import type { Plan, Quantity, Target } from '../plan/plan.ts';
import { type TargetBasis, type TargetPart, type TargetProgress, targetProgress } from '../plan/target-progress.ts';
import { type Silence, silencesOf, type Told, type ToldVersion } from './told.ts';

/** What the coordinator has said about the figures of one target. */
export interface TargetSaid extends TargetBasis {
  /** Groups of receipts under which the same thing was counted more than once. */
  same?: string[][];
}

/** One figure that a plan aims at; a target that prints two stands twice, one that prints none once, without. */
export interface TargetLine {
  target: Target;
  quantity: Quantity | null;
  /** Which of the target's quantities, from 1. */
  index: number;
  basis: TargetBasis;
  progress: TargetProgress;
  /** What official versions say in words, of a target without a figure. */
  said: { agency: string; receipt: string; text: string }[];
  /** Agencies asked this year without a figure that counts. */
  silent: Silence[];
}

/**
 * The targets of a year: those of every year, and those of the nearest target year not yet past; `told` are the yearly
 * reports of all years so far.
 */
export function yearTargets(plan: Plan, year: number, told: Told[], said: Record<string, TargetSaid>): TargetLine[] {
  const nearest = Math.min(...plan.targets.map((target) => target.year ?? plan.period.to).filter((at) => at >= year));
  return plan.targets
    .filter((target) => target.everyYear || (target.year ?? plan.period.to) === nearest)
    .flatMap((target) =>
      linesOf(target, (quantity, index) => {
        const asked = told.filter((each) => each.year === year && each.asks.targets.includes(target.id));
        const basis = said[target.id] ?? {};
        const parts = partsIn(told, target.id, index);
        const one = { ...target, quantities: quantity === null ? [] : [quantity] };
        const progress = targetProgress(one, plan.period, year, parts, basis, said[target.id]?.same ?? []);
        return { basis, progress, said: saidOf(asked, target.id), silent: silencesOf(asked, fieldOf(one, index)) };
      }),
    );
}

/**
 * Every target of a plan in a review: what each agency said it has come to since the plan began, added up. The form
 * named the first year, so it is known; a base for growth is not.
 */
export function reviewTargets(plan: Plan, year: number, told: Told[], said: Record<string, TargetSaid>): TargetLine[] {
  return plan.targets.flatMap((target) =>
    linesOf(target, (quantity, index) => {
      const asked = told.filter(({ asks }) => asks.targets.includes(target.id));
      const basis = { ...said[target.id], from: plan.period.from };
      const parts = partsIn(told, target.id, index).map((part) => ({ ...part, year }));
      const one = { ...target, quantities: quantity === null ? [] : [quantity] };
      const progress = targetProgress(one, plan.period, year, parts, basis, said[target.id]?.same ?? []);
      return { basis, progress, said: saidOf(asked, target.id), silent: silencesOf(asked, fieldOf(one, index)) };
    }),
  );
}

function linesOf(
  target: Target,
  line: (quantity: Quantity | null, index: number) => Pick<TargetLine, 'basis' | 'progress' | 'said' | 'silent'>,
): TargetLine[] {
  const quantities: (Quantity | null)[] = target.quantities.length === 0 ? [null] : target.quantities;
  return quantities.map((quantity, at) => ({ target, quantity, index: at + 1, ...line(quantity, at + 1) }));
}

/** Where the answer about one of a target's quantities is stored. */
function fieldOf({ id, quantities }: Pick<Target, 'id' | 'quantities'>, index: number): string {
  return `target/${id}/${quantities.length === 0 ? 'text' : index}`;
}

function saidOf(asked: Told[], target: string): TargetLine['said'] {
  return asked.flatMap(({ agency, counted }) => {
    const value = counted && answerTo(counted.answers, `target/${target}/text`)?.value;
    return value?.kind === 'text' ? [{ agency, receipt: counted?.receipt ?? '', text: value.text }] : [];
  });
}

/** Every figure told under a target: what counts, and beside it what waits. */
function partsIn(told: Told[], target: string, index: number): TargetPart[] {
  const figure = (version: ToldVersion | null): number | null => {
    const value = version && answerTo(version.answers, `target/${target}/${index}`)?.value;
    return value?.kind === 'figure' ? value.value : null;
  };
  return told.flatMap(({ agency, year, counted, pending }): TargetPart[] =>
    [counted, pending].flatMap((version) => {
      const value = figure(version);
      if (version === null || value === null) return [];
      return [{ agency, year, value, receipt: version.receipt, official: version === counted }];
    }),
  );
}
