import type { Day } from '../calendar/instant.ts';
import type { Agency } from './roster.ts';

/** The name an agency bears on a day. Example: renamed from 2025-03-01 → on 2025-02-28 the name before. */
export function agencyNameOn(agency: Agency, day: Day): string {
  const borne = agency.names.filter(({ from }) => from === null || from <= day);
  return borne.at(-1)?.name ?? agency.name;
}
