import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Agency } from '../domain/roster/roster.ts';
import { agencyFile, agencyOf } from './agency-file.ts';
import { parseSource } from './parse-source.ts';
import { type FileProblem, PlanFileError } from './plan-file-error.ts';
import { readYaml } from './yaml-source.ts';

/** The folder of the plans that come with the program. */
export const BUILT_IN_PLANS = fileURLToPath(new URL('.', import.meta.url));

/** The folder of the bodies above the provinces, beside the provinces' own. */
const CENTRAL = 'central';
/** The file that makes a folder a province. */
export const AGENCIES = 'agencies.yaml';

/** A province as its folder tells it. */
export interface Province {
  id: string;
  name: string;
  /** Its own agencies, then the central bodies. */
  agencies: Agency[];
}

/**
 * The provinces of a plans folder: each folder with an `agencies.yaml`. Central bodies come from the folder `central`,
 * or from those that come with the program. Throws `PlanFileError`.
 */
export function loadProvinces(dir: string = BUILT_IN_PLANS): Province[] {
  return provinceFolders(dir).map(loadProvince);
}

/** The folders of a plans folder that are provinces, ascending. Throws `PlanFileError` where there is no such folder. */
export function provinceFolders(dir: string): string[] {
  if (!existsSync(dir)) {
    throw new PlanFileError([{ file: dir, line: 1, column: 1, path: '', text: 'không có thư mục kế hoạch này' }]);
  }
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== CENTRAL && existsSync(join(dir, entry.name, AGENCIES)))
    .map((entry) => join(dir, entry.name))
    .sort();
}

/** The province of one folder. Throws `PlanFileError`. */
export function loadProvince(folder: string): Province {
  const own = readAgencies(join(folder, AGENCIES));
  const beside = join(folder, '..', CENTRAL, AGENCIES);
  const central = readAgencies(existsSync(beside) ? beside : join(BUILT_IN_PLANS, CENTRAL, AGENCIES));
  return { id: own.id, name: own.name, agencies: [...own.agencies, ...central.agencies] };
}

function readAgencies(file: string): Province {
  const source = readYaml(file);
  const { value, problems } = parseSource(source, agencyFile);
  if (value === null) throw new PlanFileError(problems);
  const repeated: FileProblem[] = value.agencies.flatMap(({ id }, index) =>
    value.agencies.findIndex((other) => other.id === id) === index
      ? []
      : [source.at(['agencies', index, 'id'], `mã cơ quan "${id}" đã dùng ở trên`)],
  );
  if (repeated.length > 0) throw new PlanFileError(repeated);
  return { id: value.province, name: value.name, agencies: value.agencies.map(agencyOf) };
}
