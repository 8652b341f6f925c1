import type { Measure, Plan } from './plan.ts';

/** Measures under one heading, for which money is estimated together. */
export interface MeasureGroup {
  /** The heading's mark, such as `II.1`; a plan without headings has one group, ''. */
  id: string;
  /** The heading's words, as printed. */
  title: string;
}

/** The mark of the group a measure belongs to. Example: II.2.1 → II.2; 2.1 → 2. */
export function groupOf({ path }: Pick<Measure, 'path'>): string {
  return path.slice(0, -1).join('.');
}

/** The groups of a plan in its order, each once. */
export function measureGroups({ measures }: Pick<Plan, 'measures'>): MeasureGroup[] {
  const groups = new Map<string, string>();
  for (const measure of measures) {
    const id = groupOf(measure);
    if (!groups.get(id)) groups.set(id, measure.section);
  }
  return [...groups].map(([id, title]) => ({ id, title }));
}
