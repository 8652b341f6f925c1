import { dayOf, type Instant } from '../domain/calendar/instant.ts';
import { composeMessage } from '../wording/notices/message.ts';
import { renderCalendar } from '../wording/notices/render-calendar.ts';
import { type FactBundle, readFacts } from './fact-bundle.ts';
import { frameOf, noticeItem } from './notice-item.ts';
import { isOvertaken } from './overtaken.ts';
import type { Channel, DeliverPorts, NewMessage, Pending, Regrouping, StoredNotice } from './ports.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import { weekOf } from './week-of.ts';

interface Share {
  person: string;
  channel: Channel;
  attempts: number;
  notices: { notice: StoredNotice; recipient: Recipient }[];
}

/**
 * What a run does with the outbox: one message per person and channel out of all that waits for him. Letters that no
 * server took yet are put together anew with today's facts; what was done meanwhile is left out.
 */
export async function composeRun(
  ports: DeliverPorts,
  run: { province: string; slot: Instant; at: Instant },
  pending: Pending,
): Promise<Regrouping> {
  const today = dayOf(run.at);
  const carried = pending.letters.flatMap(({ notices }) => notices);
  const bundle = await readFacts(ports, run.province, [...pending.notices, ...carried]);
  const isStale = (notice: StoredNotice): boolean =>
    notice.kind === 'weeklyDigest'
      ? weekOf(notice, bundle, today, (id) => id) === null
      : isOvertaken(notice, bundle.rounds.get(notice.round ?? ''));
  const chats = await boundChats(ports, bundle);
  const shares = new Map<string, Share>();
  const vacant: string[] = [];
  const overtaken: string[] = [];
  const grouped: string[] = [];

  for (const notice of pending.notices) {
    const recipients = recipientsOf(bundle.roster, notice, dayOf(run.slot));
    if (isStale(notice)) overtaken.push(notice.key);
    else if (recipients.length === 0) vacant.push(notice.key);
    else grouped.push(notice.key);
    if (isStale(notice)) continue;
    for (const recipient of recipients) {
      for (const channel of channelsFor(bundle, chats, notice, recipient)) add(shares, channel, notice, recipient, 0);
    }
  }
  for (const { person, attempts, notices } of pending.letters) {
    for (const notice of notices.filter((each) => !isStale(each))) {
      const known = recipientsOf(bundle.roster, notice, dayOf(run.slot)).find((each) => each.person === person);
      add(shares, 'email', notice, known ?? former(notice, person), attempts);
    }
  }

  const entered = await ports.facts.entered([...new Set([...shares.values()].map(({ person }) => person))]);
  const messages = [...shares.values()]
    .sort((a, b) => compare(a.person, b.person) || compare(b.channel, a.channel))
    .map((share) => messageOf(share, { ports, bundle, today, slot: run.slot, entered: entered.has(share.person) }));
  const dissolved = pending.letters.map(({ key }) => key);
  return { ...run, grouped, vacant, overtaken, dissolved, messages };
}

/** A receipt goes by letter: in the chat its number was already said. Without an address it goes to the chat. */
function channelsFor(
  { roster }: FactBundle,
  chats: Map<Channel, Set<string>>,
  { kind }: StoredNotice,
  { person }: Recipient,
): Channel[] {
  const found = roster.people.find(({ id }) => id === person);
  if (found === undefined) return [];
  const bound = [...chats].filter(([, people]) => people.has(person)).map(([channel]) => channel);
  const channels = (['webChat', 'email'] as const).filter(
    (channel) => found.channels.includes(channel) && (channel !== 'email' || found.email !== null),
  );
  return kind === 'receipt' && channels.includes('email') ? ['email'] : [...channels, ...bound];
}

/** Whom each further chat reaches now. */
async function boundChats({ chats = [] }: DeliverPorts, { roster }: FactBundle): Promise<Map<Channel, Set<string>>> {
  const people = roster.people.map(({ id }) => id);
  const reached = new Map<Channel, Set<string>>();
  for (const { channel, reaches } of chats) reached.set(channel, await reaches(people));
  return reached;
}

/** He who was written to before and no longer holds the post. */
function former({ to }: StoredNotice, person: string): Recipient {
  return { person, agency: to.agency, post: to.role, since: null, standsInFor: null };
}

function add(
  shares: Map<string, Share>,
  channel: Channel,
  notice: StoredNotice,
  recipient: Recipient,
  attempts: number,
): void {
  const key = `${recipient.person}/${channel}`;
  const share = shares.get(key) ?? { person: recipient.person, channel, attempts: 0, notices: [] };
  share.attempts = Math.max(share.attempts, attempts);
  share.notices.push({ notice, recipient });
  shares.set(key, share);
}

function messageOf(
  { person, channel, attempts, notices }: Share,
  run: { ports: DeliverPorts; bundle: FactBundle; today: string; slot: Instant; entered: boolean },
): NewMessage {
  const { bundle, today, slot } = run;
  const items = notices.map(({ notice, recipient }) =>
    noticeItem(notice, recipient, { bundle, today, late: notice.slot < slot, links: run.ports.links }),
  );
  const plan = notices.map(({ notice }) => bundle.plans.get(notice.plan ?? '')).find((each) => each !== undefined);
  const { subject, text, html, reply, leading, why } = composeMessage({
    ...frameOf(bundle, person, plan ?? null, today),
    items,
  });
  const letter = channel === 'email';
  return {
    person,
    agency: notices[0]?.recipient.agency ?? '',
    channel,
    subject,
    text,
    html: letter ? html : null,
    reply: letter ? null : reply,
    enclosures: letter ? [renderCalendar(items) ?? []].flat() : [],
    why,
    notices: leadingFirst(
      notices.map(({ notice }) => notice.key),
      leading,
    ),
    attempts,
    status: channel !== 'webChat' ? 'queued' : run.entered ? 'delivered' : 'held',
  };
}

function leadingFirst(keys: string[], leading: string | null): string[] {
  return leading === null ? keys : [leading, ...keys.filter((key) => key !== leading)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
