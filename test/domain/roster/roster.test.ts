import { describe, expect, test } from 'vitest';
import { agencyNameOn } from '../../../domain/roster/agency-name.ts';
import { holdersOf, type Roster, rolesOf, vacantPosts } from '../../../domain/roster/roster.ts';

const person = (id: string) => ({ id, name: id, title: null, email: null, phone: null, channels: [] });
const post = (agency: string, role: 'head' | 'focalPoint' | 'leadership', who: string, rank = 1) => ({
  agency,
  role,
  person: who,
  rank,
  from: '2024-01-01',
  to: null,
});

const roster: Roster = {
  province: 'dongthu',
  agencies: [],
  people: ['a', 'b', 'c', 'd'].map(person),
  posts: [
    { ...post('so-yt', 'focalPoint', 'a'), to: '2024-06-30' },
    { ...post('so-yt', 'focalPoint', 'b'), from: '2024-07-01' },
    post('so-yt', 'head', 'c'),
    post('ubnd-tinh', 'leadership', 'd', 2),
    post('ubnd-tinh', 'leadership', 'c', 1),
  ],
  standIns: [
    { for: 'c', person: 'd', from: '2024-11-04', to: '2024-11-08' },
    { for: 'd', person: 'a', from: '2024-11-08', to: '2024-11-08' },
    { for: 'a', person: 'c', from: '2024-11-08', to: '2024-11-08' },
  ],
  contact: 'a',
};

const who = (agency: string, role: 'head' | 'focalPoint' | 'leadership' | 'reviewer', day: string): string[] =>
  holdersOf(roster, agency, role, day).map((holder) => holder.person);

describe('holders of a role', () => {
  test.each([
    ['the last day of the first holder, 30/6', 'focalPoint', '2024-06-30', ['a']],
    ['the first day of the second, 01/7', 'focalPoint', '2024-07-01', ['b']],
    ['the day before a stand-in, Sunday 03/11', 'head', '2024-11-03', ['c']],
    ['the first day of the stand-in, 04/11', 'head', '2024-11-04', ['d']],
    ['a stand-in who is away himself, 08/11', 'head', '2024-11-08', ['a']],
    ['the day after, 09/11', 'head', '2024-11-09', ['c']],
    ['before anybody', 'head', '2023-12-31', []],
  ] as const)('%s', (_label, role, day, people) => {
    expect(who('so-yt', role, day)).toEqual(people);
  });

  test('by rank, whoever is written first', () => {
    expect(who('ubnd-tinh', 'leadership', '2024-05-06')).toEqual(['c', 'd']);
  });

  test('a stand-in is marked as such', () => {
    expect(holdersOf(roster, 'so-yt', 'head', '2024-11-05')).toEqual([{ person: 'd', rank: 1, standsInFor: 'c' }]);
  });
});

test('roles of a person, those he stands in for included', () => {
  expect(rolesOf(roster, 'd', '2024-11-05')).toEqual([
    { agency: 'so-yt', role: 'head' },
    { agency: 'ubnd-tinh', role: 'leadership' },
  ]);
  expect(rolesOf(roster, 'd', '2024-11-12')).toEqual([{ agency: 'ubnd-tinh', role: 'leadership' }]);
});

test('vacant posts are those nobody holds on the day', () => {
  const needed = [
    { agency: 'so-yt', role: 'head' as const },
    { agency: 'so-yt', role: 'reviewer' as const },
  ];
  expect(vacantPosts(roster, needed, '2024-05-06')).toEqual([{ agency: 'so-yt', role: 'reviewer' }]);
});

test('an agency bears its new name from the day of the change', () => {
  const agency = {
    id: 'so-nnptnt',
    name: 'Sở Nông nghiệp và Môi trường',
    names: [
      { name: 'Sở Nông nghiệp và Phát triển nông thôn', from: null },
      { name: 'Sở Nông nghiệp và Môi trường', from: '2025-03-01' },
    ],
    shortName: 'Sở NN&MT',
    kind: 'department' as const,
    aliases: [],
  };
  expect(agencyNameOn(agency, '2025-02-28')).toBe('Sở Nông nghiệp và Phát triển nông thôn');
  expect(agencyNameOn(agency, '2025-03-01')).toBe('Sở Nông nghiệp và Môi trường');
});
