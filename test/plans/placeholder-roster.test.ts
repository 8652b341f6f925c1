import { expect, test } from 'vitest';
import { neededPosts } from '../../domain/roster/needed-posts.ts';
import { holdersOf, vacantPosts } from '../../domain/roster/roster.ts';
import { loadProvinces } from '../../plans/load-agencies.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { placeholderRoster } from '../../plans/placeholder-roster.ts';

const plans = loadPlans();

test.each(loadProvinces().map((province) => [province.name, province] as const))(
  '%s: every role its plans need is held by somebody invented',
  (_name, province) => {
    const own = plans.filter((plan) => plan.province === province.id);
    const roster = placeholderRoster(province, own);
    const outside = province.agencies.filter(({ kind }) => kind === 'central').map(({ id }) => id);
    const needed = neededPosts(own, (agency) => !outside.includes(agency));
    expect(needed.length).toBeGreaterThan(4);
    const firstDay = own.map(({ period }) => `${period.from}-01-01`).sort()[0] ?? '';
    expect(vacantPosts(roster, needed, firstDay)).toEqual([]);
    expect(holdersOf(roster, 'so-khcn', 'coordinator', firstDay)).toMatchObject([{ person: roster.contact }]);
    expect(roster.people.every(({ name, email }) => name.endsWith('(giả định)') && email?.endsWith('.example'))).toBe(
      true,
    );
  },
);
