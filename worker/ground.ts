import { dayOf, type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import { withYearAfter } from '../domain/calendar/with-year-after.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { neededPosts } from '../domain/roster/needed-posts.ts';
import { type Roster, vacantPosts } from '../domain/roster/roster.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { BUILT_IN_PLANS } from '../plans/load-agencies.ts';
import { loadPlans } from '../plans/load-plans.ts';
import { loadOwnRoster, loadTrial } from '../plans/load-trial.ts';
import { noPlanToOpen, rosterMissing, vacantPostsText } from '../wording/operator/desk-commands.ts';
import { roleName } from '../wording/role-name.ts';
import type { Configuration } from './config.ts';
import { StartRefused } from './start-refused.ts';

/** What a start stands on: every plan it knows, those it opens, the people, the calendar, and where its clock begins. */
export interface Ground {
  /** All plans of the folder, by which links between plans are followed. */
  plans: Plan[];
  opened: Plan[];
  roster: Roster;
  calendar: WorkCalendar;
  /** The domain's first instant; the wall clock's now when live. */
  startsAt: Instant;
  seed: number;
}

/**
 * Reads plans, directory and calendar. Without a folder of his own the operator gets the trial's plans and its fictitious
 * people; with one, its `roster.yaml` and every plan of its province.
 *
 * @throws StartRefused when a plan needs a post that nobody holds, by name; PlanFileError with every fault of the files.
 */
export function readGround(configuration: Configuration): Ground {
  const calendar = withYearAfter(loadCalendar());
  const trial = loadTrial();
  const now = instantFromMs(Date.now());
  const own = configuration.plans;
  const directory = own ?? BUILT_IN_PLANS;
  const plans = loadPlans(directory);
  const ownRoster = loadOwnRoster(directory);
  if (configuration.mode === 'live' && ownRoster === null) throw new StartRefused(rosterMissing(directory));
  const roster = ownRoster ?? trial.roster;
  const startsAt = configuration.mode === 'live' ? now : trial.startsAt;
  const year = Number(startsAt.slice(0, 4));
  const opened =
    own === null && configuration.mode === 'trial'
      ? trial.plans.flatMap((id) => plans.filter((plan) => plan.id === id))
      : plans.filter(({ province, period }) => province === roster.province && period.to >= year);
  if (opened.length === 0) throw new StartRefused(noPlanToOpen(directory));
  refuseVacancies(opened, roster, startsAt);
  return { plans, opened, roster, calendar, startsAt, seed: trial.seed };
}

/** Agencies that cannot hold posts: central bodies, and groups that no text lists. */
const WITHOUT_POSTS = new Set(['central', 'group', 'international', 'party']);

/** Whether an agency can hold posts. */
export function actsByItself(roster: Roster): (agency: string) => boolean {
  const kinds = new Map(roster.agencies.map(({ id, kind }) => [id, kind]));
  return (agency) => !WITHOUT_POSTS.has(kinds.get(agency) ?? 'group');
}

function refuseVacancies(opened: Plan[], roster: Roster, at: Instant): void {
  const vacant = vacantPosts(roster, neededPosts(opened, actsByItself(roster)), dayOf(at));
  if (vacant.length === 0) return;
  const names = new Map(roster.agencies.map(({ id, name }) => [id, name]));
  throw new StartRefused(
    vacantPostsText(vacant.map(({ agency, role }) => ({ agency: names.get(agency) ?? agency, role: roleName(role) }))),
  );
}
