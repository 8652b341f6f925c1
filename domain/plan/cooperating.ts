import type { Agency, AgencyKind } from '../roster/roster.ts';
import type { Measure } from './plan.ts';

/** What general words such as "Các sở, ngành có liên quan" may mean: the lead names which. */
const OFFICES: AgencyKind[] = ['department', 'statistics'];
const BODIES: AgencyKind[] = [...OFFICES, 'party', 'district', 'association', 'media', 'university', 'enterprise'];

/**
 * Agencies that may be asked for their part of a measure, by the directory's order: those that lead it too, those the plan
 * names as cooperating, and where it says so in general ("các sở, ngành có liên quan"), every agency the words can mean.
 * Nobody answers for a group, and nobody outside the province is asked.
 */
export function cooperatingAgencies(measure: Pick<Measure, 'leads' | 'cooperators'>, agencies: Agency[]): string[] {
  const kinds = measure.cooperators.flatMap(meantKinds);
  const named = measure.cooperators.map(plain);
  return agencies
    .filter(({ kind }) => BODIES.includes(kind))
    .filter(
      (agency) =>
        measure.leads.some(({ id }) => id === agency.id) ||
        kinds.includes(agency.kind) ||
        spellings(agency).some((spelling) => named.includes(spelling)),
    )
    .map(({ id }) => id);
}

/** Kinds that general words mean; nothing for the name of one body. */
function meantKinds(words: string): AgencyKind[] {
  const said = words.normalize('NFC').toLowerCase();
  if (!said.startsWith('các ')) return [];
  if (/cơ quan|đơn vị|tổ chức/.test(said)) return BODIES;
  return /(?<!\p{L})(?:sở|ban|ngành)(?!\p{L})/u.test(said) ? OFFICES : [];
}

function spellings({ name, shortName, aliases, names }: Agency): string[] {
  return [name, shortName, ...aliases, ...names.map((each) => each.name)].map(plain);
}

/** A name as two papers may write it: letters alike, without the province's word at its end. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ tỉnh$/, '');
}
