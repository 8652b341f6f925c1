import { z } from 'zod';
import { AGENCY_KINDS, type Agency } from '../domain/roster/roster.ts';

const words = z.string().trim().min(1);

/** The shape of a province's `agencies.yaml`. */
export const agencyFile = z.strictObject({
  province: z.string().regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối'),
  name: words,
  agencies: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối'),
      name: words,
      short: words,
      kind: z.enum(AGENCY_KINDS),
      aliases: z.array(words).optional(),
      renames: z.array(z.strictObject({ from: z.iso.date(), name: words })).optional(),
    }),
  ),
});

type AgencyEntry = z.infer<typeof agencyFile>['agencies'][number];

/** An agency of the file as the domain knows it: the printed name first, later names by the day they begin. */
export function agencyOf({ id, name, short, kind, aliases = [], renames = [] }: AgencyEntry): Agency {
  const later = [...renames].sort((a, b) => (a.from < b.from ? -1 : 1));
  return {
    id,
    name: later.at(-1)?.name ?? name,
    names: [{ name, from: null }, ...later.map((one) => ({ name: one.name, from: one.from }))],
    shortName: short,
    kind,
    aliases,
  };
}
