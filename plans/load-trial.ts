import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { dayOf, type Instant, instantOn, timeOf } from '../domain/calendar/instant.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { BUILT_IN_PLANS, loadProvinces, type Province } from './load-agencies.ts';
import { planFiles } from './load-plans.ts';
import { loadRoster } from './load-roster.ts';
import { parseSource } from './parse-source.ts';
import { PlanFileError } from './plan-file-error.ts';
import { readYaml } from './yaml-source.ts';

/** What a trial starts from; every person in it is fictitious. */
export interface Trial {
  startsAt: Instant;
  /** Ids of the plans it opens. */
  plans: string[];
  /** From which the fictitious answers are drawn. */
  seed: number;
  roster: Roster;
}

const trialFile = z.strictObject({
  startsAt: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+07:00$/, 'phải viết dạng NNNN-TT-NGTgg:pp+07:00'),
  plans: z.array(z.string()).min(1),
  seed: z.int(),
});

/** The trial that comes with the program. Throws `PlanFileError`. */
export function loadTrial(): Trial {
  const file = join(BUILT_IN_PLANS, 'trial', 'trial.yaml');
  const source = readYaml(file);
  const { value, problems } = parseSource(source, trialFile);
  if (value === null) throw new PlanFileError(problems);
  const known = planFiles().map(({ id }) => id);
  const unknown = value.plans.flatMap((id, index) =>
    known.includes(id) ? [] : [source.at(['plans', index], `không có kế hoạch "${id}"`)],
  );
  if (unknown.length > 0) throw new PlanFileError(unknown);
  return {
    startsAt: instantOn(dayOf(value.startsAt), timeOf(value.startsAt)),
    plans: value.plans,
    seed: value.seed,
    roster: rosterAt(join(BUILT_IN_PLANS, 'trial', 'roster.yaml'), loadProvinces()),
  };
}

/** The directory of a plans folder, `roster.yaml` beside its provinces; null where none is written. */
export function loadOwnRoster(dir: string): Roster | null {
  const file = join(dir, 'roster.yaml');
  return existsSync(file) ? rosterAt(file, loadProvinces(dir)) : null;
}

function rosterAt(file: string, provinces: Province[]): Roster {
  const source = readYaml(file);
  const { data } = source;
  const written = typeof data === 'object' && data !== null && 'province' in data ? data.province : null;
  const province = provinces.find(({ id }) => id === written);
  if (province) return loadRoster(file, province);
  if (source.problems.length > 0) throw new PlanFileError(source.problems);
  const existing = provinces.map(({ id }) => id).join(', ');
  throw new PlanFileError([source.at(['province'], `không có tỉnh "${String(written)}"; hiện có: ${existing}`)]);
}
