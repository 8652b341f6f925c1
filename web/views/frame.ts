import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { mailMissingBanner, reorganisationBanner } from '../../wording/banner.ts';
import { may, type WebActor } from '../access.ts';
import type { FrameView } from '../components/layout.tsx';
import type { TrialFact } from '../components/trial-bar.tsx';
import { type Desk, openDesk } from './desk.ts';
import { messagesOf } from './message-lines.ts';
import { nextMilestone } from './planned-notices.ts';
import type { ViewSources } from './view-sources.ts';

/** What stands around every page. */
export async function frameView(sources: ViewSources, actor: WebActor | null): Promise<FrameView> {
  const desk = await openDesk(sources);
  return {
    at: desk.now,
    trial: sources.trial ? await trialFact(sources, desk, actor) : null,
    helper: helperOf(desk),
    banners: await bannersOf(sources, desk),
  };
}

async function trialFact(sources: ViewSources, desk: Desk, actor: WebActor | null): Promise<TrialFact> {
  if (actor === null || !may(actor, 'moveClock')) return { at: desk.now, controls: null };
  const milestone = await nextMilestone(desk);
  const messages = milestone === null ? [] : messagesOf(desk, milestone, sources.recipients);
  const { running } = await sources.clock.read();
  return {
    at: desk.now,
    controls: {
      next:
        milestone === null
          ? null
          : { at: milestone.at, messages: messages.filter(({ person }) => person !== null).length },
      proposedDay: addWorkingDays(desk.calendar, desk.today, 1),
      running,
    },
  };
}

/** The person whom every message names, with his telephone; a bracket after the number becomes its note. */
export function helperOf({ roster, today, agencyName }: Desk): FrameView['helper'] {
  const person = roster.people.find(({ id }) => id === roster.contact);
  if (person === undefined || person.phone === null) return null;
  const post = roster.posts.find((each) => each.person === person.id && each.from <= today);
  const { phone, note } = telephone(person.phone);
  return { name: person.name, agency: post === undefined ? '' : agencyName(post.agency), phone, note };
}

/** "0254 000 0101 (số giả định)" → number and note. */
export function telephone(written: string): { phone: string; note: string | null } {
  const [, phone, note] = /^(.*?)\s*\((.*)\)$/.exec(written) ?? [];
  return phone === undefined || note === undefined ? { phone: written, note: null } : { phone, note };
}

async function bannersOf(sources: ViewSources, desk: Desk): Promise<string[]> {
  const banners: string[] = [];
  const { notYetAppliedFrom, mailConfigured } = sources;
  if (notYetAppliedFrom !== null && desk.today >= notYetAppliedFrom)
    banners.push(reorganisationBanner(notYetAppliedFrom));
  if (!mailConfigured) banners.push(mailMissingBanner((await desk.reader.counts()).messages ?? 0));
  return banners;
}
