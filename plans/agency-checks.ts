import { listOf, type Table, tableIn } from './loose-data.ts';
import { nearest } from './nearest.ts';
import type { FileProblem } from './plan-file-error.ts';
import type { DataPath, YamlSource } from './yaml-source.ts';

/** Lists of agencies: the list of entries, and the key that holds ids. */
const LISTS: [string, string][] = [
  ['measures', 'leads'],
  ['duties', 'by'],
  ['requirements', 'owedBy'],
  ['requirements', 'owedTo'],
  ['reviews', 'by'],
];

/** Every agency or group that a plan file names must exist; a mistyped one is answered with those that look like it. */
export function agencyChecks(source: YamlSource, data: Table, agencyIds: string[]): FileProblem[] {
  const groups = tableIn(data, 'groups') ?? {};
  const known = [...Object.keys(groups), ...agencyIds];
  const unknown = (path: DataPath, id: unknown, allowed: string[]): FileProblem[] =>
    typeof id !== 'string' || allowed.includes(id) ? [] : [source.at(path, unknownAgency(id, allowed))];
  const each = (path: DataPath, ids: unknown, allowed: string[]): FileProblem[] =>
    Array.isArray(ids) ? ids.flatMap((id, index) => unknown([...path, index], id, allowed)) : [];

  return [
    ...['coordinator', 'leadership'].flatMap((key) => unknown([key], data[key], agencyIds)),
    ...Object.entries(groups).flatMap(([name, ids]) => [
      ...(agencyIds.includes(name) ? [source.atKey(['groups'], name, `tên nhóm "${name}" trùng mã một cơ quan`)] : []),
      ...each(['groups', name], ids, agencyIds),
    ]),
    ...LISTS.flatMap(([list, key]) =>
      listOf(data, list).flatMap((entry, index) => each([list, index, key], entry?.[key], known)),
    ),
    ...listOf(data, 'requirements').flatMap((entry, index) =>
      unknown(['requirements', index, 'reviewer'], entry?.reviewer, agencyIds),
    ),
    ...unknown(['difficultyClause', 'to'], tableIn(data, 'difficultyClause')?.to, agencyIds),
  ];
}

function unknownAgency(id: string, known: string[]): string {
  const alike = nearest(id, known);
  return `không có cơ quan hay nhóm "${id}"${alike.length > 0 ? `; gần giống: ${alike.join(', ')}` : ''}`;
}
