import { describe, expect, it } from 'vitest';
import { filledRoster } from '../../../domain/rehearsal/fill-roster.ts';
import { holdersOf, type Roster } from '../../../domain/roster/roster.ts';
import { loadTrial } from '../../../plans/load-trial.ts';
import { planOf } from './played.ts';

const roster = loadTrial().roster;
const plan = planOf('brvt-kh54-2022');
const named = (given: Roster, from: string) =>
  filledRoster(given, [plan], from, (agency, role) => `${agency.id} ${role}`);

describe('a directory filled for a rehearsal', () => {
  it('leaves a full one as it is', () => {
    expect(named(roster, '2024-01-01')).toEqual(roster);
  });

  it('makes somebody up for a post that nobody holds', () => {
    const without = {
      ...roster,
      posts: roster.posts.filter(({ agency, role }) => agency !== 'so-dl' || role !== 'head'),
    };
    const filled = named(without, '2024-01-01');
    expect(holdersOf(filled, 'so-dl', 'head', '2027-06-01')).toMatchObject([{ person: 'so-dl.head' }]);
    expect(filled.people.at(-1)).toMatchObject({ id: 'so-dl.head', name: 'so-dl head', email: 'head@so-dl.example' });
  });

  it('until the day before the directory names one: posts of 01/01/2022 seen from 01/06/2021', () => {
    const filled = named(roster, '2021-06-01');
    expect(holdersOf(filled, 'so-dl', 'head', '2021-12-31')).toMatchObject([{ person: 'so-dl.head' }]);
    expect(holdersOf(filled, 'so-dl', 'head', '2022-01-01')).toMatchObject([{ person: 'p06' }]);
  });

  it('gives a central body no post', () => {
    const filled = named({ ...roster, posts: [] }, '2024-01-01');
    expect(filled.posts.filter(({ agency }) => agency === 'bo-khcn')).toEqual([]);
  });
});
