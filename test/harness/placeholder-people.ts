import { BUILT_IN_PLANS, loadProvinces } from '../../plans/load-agencies.ts';
import { placeholderRoster } from '../../plans/placeholder-roster.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import type { Story } from './story.ts';

/** Fills every post that the story's plans of a province need with somebody invented who has entered the web chat. */
export async function fillPosts(story: Story, province: string, folder = BUILT_IN_PLANS): Promise<void> {
  const found = loadProvinces(folder).find(({ id }) => id === province);
  if (found === undefined) throw new Error(`no province ${province}`);
  const { db } = story.database;
  const roster = placeholderRoster(
    found,
    story.plans.filter((plan) => plan.province === province),
  );
  const own = (person: string): string => `${province}-${person}`;
  await createRosterStore(db).saveRoster({
    ...roster,
    people: roster.people.map((person) => ({ ...person, id: own(person.id) })),
    posts: roster.posts.map((post) => ({ ...post, person: own(post.person) })),
    contact: own(roster.contact),
  });
  await db
    .updateTable('person')
    .set({ entered_at: await story.now() })
    .where('id', 'like', `${province}-%`)
    .execute();
}
