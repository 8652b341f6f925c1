import { join } from 'node:path';
import { z } from 'zod';
import { isDay } from '../domain/calendar/day.ts';
import type { Day } from '../domain/calendar/instant.ts';
import { BUILT_IN_PLANS } from './load-agencies.ts';
import { parseSource } from './parse-source.ts';
import { PlanFileError } from './plan-file-error.ts';
import { readYaml } from './yaml-source.ts';

const reorganisationFile = z.strictObject({
  notYetAppliedFrom: z.string().refine(isDay, 'không phải một ngày có thật, viết dạng NNNN-TT-NG'),
});

/** The first day of a reorganisation of agencies that this version does not apply. Throws `PlanFileError`. */
export function loadReorganisationDay(file: string = join(BUILT_IN_PLANS, 'reorganisation.yaml')): Day {
  const { value, problems } = parseSource(readYaml(file), reorganisationFile);
  if (value === null) throw new PlanFileError(problems);
  return value.notYetAppliedFrom;
}
