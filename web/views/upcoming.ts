import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort } from '../../wording/format.ts';
import type { WebActor } from '../access.ts';
import type { MessageFact } from '../components/message-card.tsx';
import type { UpcomingView } from '../pages/upcoming.tsx';
import { channelName } from './channel-name.ts';
import { type Desk, openDesk } from './desk.ts';
import type { Compose } from './message-lines.ts';
import { nextMilestone } from './planned-notices.ts';
import { seesNotice } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** What leaves at the next milestone, word for word, as far as the reader may know of it. */
export async function upcomingView(sources: ViewSources, actor: WebActor): Promise<UpcomingView> {
  const desk = await openDesk(sources);
  const milestone = await nextMilestone(desk);
  if (milestone === null) return { at: null, messages: [] };
  const notices = milestone.notices.filter((notice) => seesNotice(desk, actor, notice));
  const messages = await sources.compose({ province: desk.roster.province, slot: milestone.at, notices });
  return { at: milestone.at, messages: messageFacts(desk, milestone.at, messages) };
}

/** One card a person: the same words go by each of his channels; the letter holds the most. */
export function messageFacts(desk: Desk, slot: string, messages: Awaited<ReturnType<Compose>>): MessageFact[] {
  const people = [...new Set(messages.map(({ person }) => person))];
  return people.map((person) => {
    const own = messages.filter((message) => message.person === person);
    const letter = own.find(({ channel }) => channel === 'email') ?? own[0];
    const channels = own.map(({ channel }) => channelName(channel).toLowerCase()).sort();
    return {
      to: `${desk.personName(person)}, ${desk.agencyName(letter?.agency ?? '')}`,
      when: `${timeOf(slot)} ngày ${formatDayShort(dayOf(slot))} · ${channels.join(', ')}`,
      subject: letter?.subject ?? null,
      lines: (letter?.text ?? '').trim().split(/\n{2,}/),
    };
  });
}
