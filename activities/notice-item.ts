import { type Day, dayOf } from '../domain/calendar/instant.ts';
import { demandOf } from '../domain/plan/demand.ts';
import type { AgencyRef, Plan } from '../domain/plan/plan.ts';
import { agencyNameOn } from '../domain/roster/agency-name.ts';
import { holdersOf, type Roster, rolesOf } from '../domain/roster/roster.ts';
import { documentShort, documentText } from '../wording/basis.ts';
import type { NoticeBasis, NoticeItem, NoticeObstacle, NoticeWords } from '../wording/notices/item.ts';
import type { MessageFacts } from '../wording/notices/message.ts';
import { requirementName } from '../wording/requirement-name.ts';
import { deadlineOf, doneBefore, type StoryContext } from './deadline-story.ts';
import { delayEffect } from './delay-effect.ts';
import { type FactBundle, obstacleOf } from './fact-bundle.ts';
import type { NoticeLinks, ObstacleRecord, RoundRecord, StoredNotice, StoredWords } from './ports.ts';
import type { Recipient } from './recipients.ts';
import { weekOf } from './week-of.ts';

/** A notice with everything it says to one recipient on a day. */
export function noticeItem(
  notice: StoredNotice,
  recipient: Recipient,
  { bundle, today, late, links }: { bundle: FactBundle; today: Day; late: boolean; links: NoticeLinks },
): NoticeItem {
  const plan = bundle.plans.get(notice.plan ?? '') ?? null;
  const round = bundle.rounds.get(notice.round ?? '') ?? null;
  const obstacleId = obstacleOf(notice);
  const obstacle = obstacleId === null ? null : (bundle.obstacles.get(obstacleId) ?? null);
  const agencyName = (id: string): string => nameOf(bundle.roster, id, today);
  const story = storyOf(notice, plan, round, bundle, today);
  const found = round?.obligations.find(({ agency }) => agency === notice.about);
  const { part } = notice.facts;
  const own = round && notice.about ? `${round.facts.key}/${notice.about}` : null;
  const obligation = typeof part === 'string' ? part : own;
  const coordinator = round?.facts.coordinator ?? obstacle?.coordinator ?? plan?.coordinator.id ?? null;
  const receiver = round?.facts.reviewer ?? null;
  return {
    key: notice.key,
    kind: notice.kind,
    today,
    late: notice.late || late,
    to: {
      role: notice.to.role,
      post: recipient.post,
      agency: agencyName(recipient.agency),
      since: recipient.since,
      standsInFor: recipient.standsInFor === null ? null : personName(bundle.roster, recipient.standsInFor),
    },
    basis: basisOf(plan, round, obstacle, bundle.words),
    what: round && plan ? whatOf(plan, round) : null,
    owner: notice.about === null ? null : agencyName(notice.about),
    receiver: receiver === null ? null : agencyName(receiver),
    coordinator: coordinator === null ? '' : agencyName(coordinator),
    closesByLetter: round?.facts.closesByLetter ?? false,
    urgent: round?.facts.urgent ?? false,
    deadline: story && found ? deadlineOf(notice, found.state, story) : null,
    facts: withNames(notice.facts, agencyName),
    words: spoken(bundle, notice.ref, today),
    done: story && notice.about && asksDecision(notice) ? doneBefore(notice, notice.about, story) : [],
    effect: plan && round && asksDecision(notice) ? effectOf(plan, round, bundle, today) : null,
    week: weekOf(notice, bundle, today, agencyName),
    obstacle: obstacle === null ? null : obstacleWords(bundle, obstacle, today),
    failures:
      notice.kind === 'unreachable' && round
        ? round.failures
            .filter(({ about }) => about === notice.about)
            .map(({ on, channel, error }) => ({ on, channel, error }))
        : [],
    link: linkOf(notice, obligation, links),
    obligation: obstacleId === null ? obligation : null,
  };
}

/** Who a message is written to, and whom he may call: the coordinator's holder, else the directory's contact. */
export function frameOf(
  bundle: FactBundle,
  person: string,
  plan: Plan | null,
  today: Day,
): Pick<MessageFacts, 'person' | 'contact'> {
  const { roster } = bundle;
  const found = roster.people.find(({ id }) => id === person);
  const [holder] = plan ? holdersOf(roster, plan.coordinator.id, 'coordinator', today) : [];
  const contact = holder?.person ?? roster.contact;
  const called = contact === person ? undefined : roster.people.find(({ id }) => id === contact);
  return {
    person: { name: found?.name ?? person, title: found?.title ?? null },
    contact: called ? { name: called.name, agency: postAgency(roster, called.id, today), phone: called.phone } : null,
  };
}

/** Notices that ask for a decision tell what was done before. */
function asksDecision({ kind, to }: StoredNotice): boolean {
  if (kind === 'leadershipRepeat' || kind === 'leadershipHandover') return true;
  return kind === 'escalation' && to.role !== 'head';
}

function storyOf(
  notice: StoredNotice,
  plan: Plan | null,
  round: RoundRecord | null,
  bundle: FactBundle,
  today: Day,
): StoryContext | null {
  if (round === null) return null;
  return {
    round,
    scheduled: plan ? bundle.round(plan, round.facts.year, notice.round ?? '') : null,
    calendar: bundle.calendar,
    today,
    agencyName: (id) => nameOf(bundle.roster, id, today),
    wordsOf: (ref) => wordsOf(bundle, ref)?.text ?? null,
  };
}

function effectOf(plan: Plan, round: RoundRecord, bundle: FactBundle, today: Day): NoticeItem['effect'] {
  const agencyName = (ref: AgencyRef): string => nameOf(bundle.roster, ref.id, today, ref.name);
  return delayEffect(plan, round, bundle.scheduled(plan, round.facts.year), {
    calendar: bundle.calendar,
    today,
    agencyName,
  });
}

function whatOf(plan: Plan, { facts, obligations }: RoundRecord): string {
  const { review } = demandOf(plan, facts.requirement);
  const [measure = null] = obligations[0]?.state.asks.measures ?? [];
  return requirementName({ kind: facts.kind, period: facts.period, review, measure });
}

/** An obstacle rests on the clause that asks for it; everything else on the clause of its requirement. */
function basisOf(
  plan: Plan | null,
  round: RoundRecord | null,
  obstacle: ObstacleRecord | null,
  words: FactBundle['words'],
): NoticeBasis | null {
  if (plan === null) return null;
  const named = { document: documentText(plan), short: documentShort(plan) };
  if (obstacle !== null) {
    return plan.difficultyClause ? { ...named, clause: null, quote: plan.difficultyClause.text } : null;
  }
  if (round === null) return { ...named, clause: null, quote: null };
  const measure = round.facts.kind === 'contribution' ? round.obligations[0]?.state.asks.measures[0] : undefined;
  const { clause, quote } = demandOf(plan, round.facts.requirement, measure);
  const asked = words.get(round.facts.ref ?? '')?.document;
  return { ...named, clause, quote, ...(asked === undefined ? {} : { asked }) };
}

/** Ids of agencies among the facts become names as they are on the day. */
function withNames(facts: NoticeItem['facts'], agencyName: (id: string) => string): NoticeItem['facts'] {
  if (typeof facts.missing !== 'string') return facts;
  return { ...facts, missing: facts.missing.split(',').map(agencyName).join('; ') };
}

function obstacleWords(bundle: FactBundle, record: ObstacleRecord, today: Day): NoticeObstacle {
  return {
    text: bundle.words.get(record.ref)?.text ?? '',
    by: speaker(bundle.roster, record.raisedBy.person, today, record.raisedBy.agency),
    raisedOn: dayOf(record.raisedAt),
    measure: record.measure,
  };
}

function spoken(bundle: FactBundle, ref: string | null, today: Day): NoticeWords | null {
  const said = wordsOf(bundle, ref);
  if (said === null) return null;
  return { text: said.text, by: speaker(bundle.roster, said.person, today), on: dayOf(said.at) };
}

function wordsOf(bundle: FactBundle, ref: string | null): StoredWords | null {
  const said = ref === null ? undefined : bundle.words.get(ref);
  return said === undefined || said.text.trim() === '' ? null : said;
}

function speaker(roster: Roster, person: string, day: Day, agency?: string): { name: string; agency: string } | null {
  const found = roster.people.find(({ id }) => id === person);
  if (found === undefined) return null;
  return { name: found.name, agency: agency ? nameOf(roster, agency, day) : postAgency(roster, person, day) };
}

/** Full name of the agency in which a person holds his first post of the day. */
function postAgency(roster: Roster, person: string, day: Day): string {
  const [first] = rolesOf(roster, person, day);
  return first ? nameOf(roster, first.agency, day) : '';
}

function personName(roster: Roster, id: string): string {
  return roster.people.find((person) => person.id === id)?.name ?? id;
}

function nameOf(roster: Roster, id: string, day: Day, otherwise: string = id): string {
  const agency = roster.agencies.find((each) => each.id === id);
  return agency ? agencyNameOn(agency, day) : otherwise;
}

function linkOf(notice: StoredNotice, obligation: string | null, links: NoticeLinks): string | null {
  const obstacle = obstacleOf(notice);
  if (obstacle !== null) return links.obstacle(obstacle);
  if (obligation !== null) {
    return notice.to.role === 'leadership' ? links.opinion(obligation) : links.obligation(obligation);
  }
  return notice.round === null ? null : links.round(notice.round);
}
