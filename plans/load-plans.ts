import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plan } from '../domain/plan/plan.ts';
import { buildPlan } from './build-plan.ts';
import { AGENCIES, BUILT_IN_PLANS, loadProvince, type Province, provinceFolders } from './load-agencies.ts';
import { parseSource } from './parse-source.ts';
import { planProblems } from './plan-checks.ts';
import { type PlanFile, planFile } from './plan-file.ts';
import { type FileProblem, inOrder, PlanFileError } from './plan-file-error.ts';
import { planWarnings } from './plan-warnings.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

interface ReadPlan {
  source: YamlSource;
  file: PlanFile;
  plan: Plan;
}

/**
 * The plans of a folder, by default those that come with the program, in the order in which they were issued. A
 * province is a folder with an `agencies.yaml`; every other YAML file in it is a plan.
 * Throws `PlanFileError` with all problems of all files.
 */
export function loadPlans(dir: string = BUILT_IN_PLANS): Plan[] {
  const problems: FileProblem[] = [];
  const read = provinceFolders(dir).flatMap((folder) => readFolder(folder, problems));
  read.forEach(({ source, plan }, index) => {
    if (read.findIndex((other) => other.plan.id === plan.id) < index) {
      problems.push(source.at(['id'], `mã kế hoạch "${plan.id}" đã dùng ở tỉnh khác`));
    }
    const mother = plan.parent?.planId ?? null;
    if (mother !== null && !read.some((other) => other.plan.id === mother)) {
      problems.push(source.at(['parent', 'planId'], `không có kế hoạch mẹ "${mother}"`));
    }
  });
  if (problems.length > 0) throw new PlanFileError(problems);
  return read.map((each) => withWarnings(each, read)).sort((a, b) => (issueOf(a) < issueOf(b) ? -1 : 1));
}

/** What a plan file says and whether it can be used. */
export interface PlanCheck {
  plan: Plan | null;
  problems: FileProblem[];
}

/** Checks one plan file against the agencies in its folder. The mother plan is read from the folder where it is there. */
export function checkPlanFile(file: string): PlanCheck {
  const problems: FileProblem[] = [];
  const province = provinceOf(dirname(file), problems);
  if (province === null) {
    return { plan: null, problems: [...problems, ...parseSource(readYaml(file), planFile).problems] };
  }
  const read = readPlan(file, province, problems);
  if (read === null || problems.length > 0) return { plan: null, problems };
  const mother = read.plan.parent?.planId ?? null;
  const beside = mother === null ? null : join(dirname(file), `${mother}.yaml`);
  const parent = beside !== null && existsSync(beside) ? readPlan(beside, province, []) : null;
  return { plan: withWarnings(read, parent ? [parent] : []), problems: [] };
}

/** The plan files of a folder and the id that each file's name promises, unread. */
export function planFiles(dir: string = BUILT_IN_PLANS): { id: string; file: string }[] {
  return provinceFolders(dir).flatMap((folder) =>
    planNames(folder).map((name) => ({ id: basename(name, '.yaml'), file: join(folder, name) })),
  );
}

function planNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== AGENCIES)
    .sort();
}

function readFolder(folder: string, problems: FileProblem[]): ReadPlan[] {
  const province = provinceOf(folder, problems);
  if (province === null) return [];
  return planNames(folder).flatMap((name) => readPlan(join(folder, name), province, problems) ?? []);
}

function provinceOf(folder: string, problems: FileProblem[]): Province | null {
  try {
    return loadProvince(folder);
  } catch (error) {
    if (!(error instanceof PlanFileError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

function readPlan(file: string, province: Province, problems: FileProblem[]): ReadPlan | null {
  const source = readYaml(file);
  const { value, problems: shape } = parseSource(source, planFile);
  const rules = planProblems(source, {
    fileId: basename(file, '.yaml'),
    province: province.id,
    agencyIds: province.agencies.map(({ id }) => id),
  });
  const found = inOrder([...shape, ...rules]);
  problems.push(...found);
  if (value === null || found.length > 0) return null;
  return { source, file: value, plan: buildPlan(value, province.agencies) };
}

function withWarnings({ plan, file }: ReadPlan, all: ReadPlan[]): Plan {
  const parent = all.find((other) => other.plan.id === plan.parent?.planId)?.plan ?? null;
  return { ...plan, warnings: planWarnings(plan, file, parent) };
}

/** When a plan was issued; an unknown day counts as the first of its period. */
function issueOf({ issuedOn, period, id }: Plan): string {
  return `${issuedOn ?? `${period.from}-01-01`} ${id}`;
}
