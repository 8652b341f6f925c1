import { dayOf, type Instant } from '../../domain/calendar/instant.ts';
import { why } from '../../domain/calendar/why.ts';
import { isWorkingDay, nearestEarlierWorkingDay, nearestLaterWorkingDay } from '../../domain/calendar/working-days.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { converse } from '../dialogue/converse.ts';
import { newDialogue } from '../dialogue/state.ts';
import type { DialogueContext, DialogueEvent, DialogueState, Outcome, Reply, Request } from '../dialogue/types.ts';
import { agencyName, type DeskActor, deskActor } from './actor.ts';
import { isSettled, outcomeReply, stillWaiting } from './kept-acts.ts';
import { keptReminders } from './kept-reminders.ts';
import { performRequest } from './perform-request.ts';
import type { ChatLine, ConversationPorts } from './ports.ts';
import { workItems } from './work-items.ts';

/** What came in from a channel. `key` is the channel's own name for it, so that a second delivery changes nothing. */
export interface Incoming {
  person: string;
  channel: string;
  key: string;
  event: Exclude<DialogueEvent, { kind: 'result' }>;
}

/** A person's talk with the desk, the same on every channel and device. */
export interface Conversation {
  /** Answers to what came in; null when the directory gives the person no post today. */
  hear(incoming: Incoming): Promise<Reply[] | null>;
  /** The person looks at the channel: what waited for him is said, and who was never here is asked the first question. */
  arrive(person: string, channel: string): Promise<void>;
  state(person: string): Promise<DialogueState>;
  context(person: string): Promise<DialogueContext | null>;
  lines(person: string, limit: number): Promise<ChatLine[]>;
  /** Tells what became of acts that were kept, each to its person, once. */
  tellOutcomes(): Promise<void>;
}

/** The desk's own chat: who is there has what it held for him. Other chats have their own rows. */
const OWN_CHAT = 'webChat';

/** Tries to write over a state that somebody else moved meanwhile, such as a second device. */
const TRIES = 3;

export function createConversation(ports: ConversationPorts): Conversation {
  const enter = async (person: string): Promise<{ me: DeskActor; at: Instant; roster: Roster } | null> => {
    const at = await ports.now();
    const roster = await ports.roster();
    const me = deskActor(roster, person, dayOf(at));
    return me && { me, at, roster };
  };

  const tellOutcomes = async (person?: string): Promise<void> => {
    const filter = person === undefined ? {} : { person };
    const settled = (await ports.reader.keptActs({ untold: true, ...filter })).filter(isSettled);
    if (settled.length === 0) return;
    const [plans, roster, at] = await Promise.all([ports.plans(), ports.roster(), ports.now()]);
    for (const act of settled) {
      const [duty] =
        act.facts.obligation === null ? [] : await ports.reader.obligations({ keys: [act.facts.obligation] });
      const reply = outcomeReply(act, duty ?? null, plans, roster);
      await ports.store.tellOutcome({ act: act.key, person: act.person, at, reply });
    }
  };

  /** What the chat held for him reaches him; reminders that still stand stand in one list. */
  const greet = async (me: DeskActor, at: Instant, roster: Roster): Promise<void> => {
    const { person } = me.actor;
    await tellOutcomes(person);
    const { reminders } = await ports.store.enter(person, at);
    if (reminders.length === 0) return;
    const { items } = await dialogueContext(ports, me, roster);
    const reply = keptReminders(reminders, items);
    if (reply !== null) await ports.store.say(person, [{ key: `kept:${person}:${at}`, at, direction: 'out', reply }]);
  };

  const once = async (incoming: Incoming): Promise<Reply[] | null | 'moved'> => {
    const { person, channel, key, event } = incoming;
    const here = await enter(person);
    if (here === null) return null;
    if (channel === OWN_CHAT) await greet(here.me, here.at, here.roster);
    if (await ports.store.knows(key)) return [];
    const { doing, ...before } = (await ports.store.load(person)) ?? newDialogue();
    let acts = 0;
    const perform = async (request: Request): Promise<Outcome> => {
      acts += 1;
      const context = await dialogueContext(ports, here.me, here.roster);
      const about = { actor: here.me.actor, channel, key: `${key}.${acts}` };
      return performRequest(ports, here.roster, about, context, request);
    };
    // Cut off in the middle of this very act: it is done to its end, for what it was about may wait no more.
    const begun = doing?.key === key ? doing.request : null;
    const first = begun === null ? event : { kind: 'result' as const, of: begun, outcome: await perform(begun) };
    const { state, replies } = await converse(before, first, {
      context: () => dialogueContext(ports, here.me, here.roster),
      perform: async (request) => {
        if (request.kind !== 'saveAnswer') {
          const begins = { ...before, doing: { key, request } };
          await ports.store.keep({ person, read: before.version, state: begins, lines: [] });
        }
        return perform(request);
      },
    });
    const kept = await ports.store.keep({
      person,
      read: before.version,
      state,
      lines: await linesOf(ports, incoming, replies),
    });
    return kept ? replies : 'moved';
  };

  const hear = async (incoming: Incoming): Promise<Reply[] | null> => {
    for (let tried = 1; ; tried += 1) {
      const heard = await once(incoming);
      if (heard !== 'moved') return heard;
      if (tried >= TRIES) throw new Error(`dialogue of ${incoming.person} moves too fast`);
    }
  };

  return {
    hear,
    async arrive(person, channel) {
      if ((await ports.store.load(person)) === null) {
        await hear({ person, channel, key: `arrive:${person}`, event: { kind: 'open' } });
        return;
      }
      const here = await enter(person);
      if (here !== null) await greet(here.me, here.at, here.roster);
    },
    state: async (person) => (await ports.store.load(person)) ?? newDialogue(),
    async context(person) {
      const here = await enter(person);
      return here && dialogueContext(ports, here.me, here.roster);
    },
    lines: (person, limit) => ports.store.lines(person, limit),
    tellOutcomes: () => tellOutcomes(),
  };
}

async function dialogueContext(ports: ConversationPorts, me: DeskActor, roster: Roster): Promise<DialogueContext> {
  const now = await ports.now();
  const calendar = ports.calendar();
  const contact = roster.people.find(({ id }) => id === roster.contact);
  const office = contact && deskActor(roster, contact.id, dayOf(now));
  return {
    now,
    person: me.named,
    contact:
      contact && contact.phone !== null
        ? { name: contact.name, agency: office ? agencyName(roster, office.actor.agency) : '', phone: contact.phone }
        : null,
    items: stillWaiting(
      await workItems(ports, me, now, roster),
      await ports.reader.keptActs({ untold: true, person: me.actor.person }),
    ),
    nextDueOn: (await ports.nextDueOn?.(me.actor.agency)) ?? null,
    checkDay(day) {
      if (isWorkingDay(calendar, day)) return { working: true, nearest: day };
      const earlier = nearestEarlierWorkingDay(calendar, day);
      const nearest = earlier >= dayOf(now) ? earlier : nearestLaterWorkingDay(calendar, day);
      return { working: false, nearest, why: why(calendar, day) };
    },
  };
}

async function linesOf(ports: ConversationPorts, { key, event }: Incoming, replies: Reply[]): Promise<ChatLine[]> {
  const at = await ports.now();
  const said = event.kind === 'text' ? [event.text] : [];
  return [
    ...said.map(
      (text, n): ChatLine => ({ key: `${key}/in/${n}`, at, direction: 'in', reply: { kind: 'info', lines: [text] } }),
    ),
    ...replies.map((reply, n): ChatLine => ({ key: `${key}/out/${n}`, at, direction: 'out', reply })),
  ];
}
