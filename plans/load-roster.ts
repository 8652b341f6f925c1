import { CHANNELS, type Roster } from '../domain/roster/roster.ts';
import type { Province } from './load-agencies.ts';
import { isTable, listOf, type Table, textIn } from './loose-data.ts';
import { nearest } from './nearest.ts';
import { parseSource } from './parse-source.ts';
import { type FileProblem, inOrder, PlanFileError } from './plan-file-error.ts';
import { type RosterFile, rosterFile } from './roster-file.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** Reads a directory and checks it against the agencies of its province. Throws `PlanFileError` with all problems. */
export function loadRoster(file: string, province: Province): Roster {
  const source = readYaml(file);
  const { value, problems } = parseSource(source, rosterFile);
  const all = [...problems, ...(isTable(source.data) ? rosterProblems(source, source.data, province) : [])];
  if (value === null || all.length > 0) throw new PlanFileError(inOrder(all));
  return rosterOf(value, province);
}

function rosterOf(file: RosterFile, { agencies }: Province): Roster {
  return {
    province: file.province,
    agencies,
    people: file.people.map(({ id, name, title = null, email = null, phone = null, channels }) => ({
      id,
      name,
      title,
      email,
      phone,
      channels: channels ?? CHANNELS.filter((channel) => channel !== 'email' || email !== null),
    })),
    posts: file.posts.map(({ rank = 1, to = null, ...post }) => ({ ...post, rank, to })),
    standIns: file.standIns ?? [],
    contact: file.contact,
  };
}

function rosterProblems(source: YamlSource, data: Table, province: Province): FileProblem[] {
  const people = listOf(data, 'people').map((person) => textIn(person, 'id'));
  const known = people.filter((id) => id !== null);
  const agencies = province.agencies.map(({ id }) => id);
  const problems: FileProblem[] = [];
  const mustBe = (path: (string | number)[], id: string | null, what: string, ids: string[]): void => {
    if (id === null || ids.includes(id)) return;
    const alike = nearest(id, ids);
    problems.push(
      source.at(path, `không có ${what} "${id}"${alike.length > 0 ? `; gần giống: ${alike.join(', ')}` : ''}`),
    );
  };
  mustBe(['province'], textIn(data, 'province'), 'tỉnh', [province.id]);
  mustBe(['contact'], textIn(data, 'contact'), 'người', known);
  people.forEach((id, index) => {
    if (id !== null && people.indexOf(id) < index) {
      problems.push(source.at(['people', index, 'id'], `mã người "${id}" đã dùng ở trên`));
    }
  });
  listOf(data, 'posts').forEach((post, index) => {
    mustBe(['posts', index, 'agency'], textIn(post, 'agency'), 'cơ quan', agencies);
    mustBe(['posts', index, 'person'], textIn(post, 'person'), 'người', known);
    problems.push(...backwards(source, ['posts', index, 'to'], post));
  });
  listOf(data, 'standIns').forEach((standIn, index) => {
    mustBe(['standIns', index, 'for'], textIn(standIn, 'for'), 'người', known);
    mustBe(['standIns', index, 'person'], textIn(standIn, 'person'), 'người', known);
    problems.push(...backwards(source, ['standIns', index, 'to'], standIn));
    if (standIn !== null && standIn.for === standIn.person) {
      problems.push(source.at(['standIns', index, 'person'], 'người làm thay phải là người khác'));
    }
  });
  return problems;
}

function backwards(source: YamlSource, path: (string | number)[], entry: Table | null): FileProblem[] {
  const from = textIn(entry, 'from');
  const to = textIn(entry, 'to');
  return from !== null && to !== null && to < from ? [source.at(path, `kết thúc ${to} trước khi bắt đầu ${from}`)] : [];
}
