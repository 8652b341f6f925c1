import { dayOf, type Instant, msOf } from '../../domain/calendar/instant.ts';
import { holdersOf, type Roster } from '../../domain/roster/roster.ts';
import { fold } from '../../wording/fold.ts';
import {
  BINDING_REFUSED,
  bound,
  boundAlready,
  boundNote,
  boundToOther,
  CODE_OVER,
  CONFIRM_HINT,
  confirmBinding,
  NOT_BOUND,
  REPLACED,
  refusedNote,
  UNBOUND,
  unboundNote,
  unreachableNote,
} from '../../wording/telegram.ts';
import { namedPerson } from '../conversation/actor.ts';
import { CONFIRM_LIFE_MS, hashOfCode } from './binding-code.ts';
import { textSends } from './compose.ts';
import type { Binding, BindingCode, ChatFacts, Effect, TelegramPorts } from './ports.ts';

/** Answers a stranger gets in an hour; then there is silence, so that codes cannot be tried out. */
const MOST_TRIES = 5;
const TRIES_MS = 3_600_000;

/** Where an update was said, and under which key its effects are kept. */
export interface Spot {
  ports: TelegramPorts;
  key: string;
  chat: string;
  facts: ChatFacts;
  binding: Binding | null;
}

/** "/start <code>": the code is used up, and the chat is asked whether it is really this person. */
export async function startWithCode(spot: Spot, code: string): Promise<Effect[]> {
  const { ports, chat, binding } = spot;
  const at = ports.clock();
  const found = await ports.bindings.code(hashOfCode(code));
  if (found === null || found.usedAt !== null || found.ended !== null || found.expiresAt <= at) {
    return found !== null && found.account === chat && found.ended === null
      ? askAgain(spot, found)
      : toStranger(spot, CODE_OVER);
  }
  const name = await nameOf(ports, found.person);
  if (binding?.person === found.person) return say(spot, boundAlready(name));
  if (binding !== null) return say(spot, boundToOther(await nameOf(ports, binding.person)));
  return [{ do: 'takeCode', hash: found.hash }, ...(await question(spot, found.person))];
}

/** What a chat says that nobody is bound to: "đúng" or "không" while a code waits for it, else how to bind it. */
export async function strangerSays(spot: Spot, text: string): Promise<Effect[]> {
  const { ports, chat } = spot;
  const pending = await ports.bindings.pending(chat);
  if (pending === null || isOver(pending, ports.clock())) return toStranger(spot, NOT_BOUND);
  const word = fold(text);
  if (['dung', 'dung roi', 'vang', 'co', 'ok', '1'].includes(word)) return confirmed(spot, pending);
  if (['khong', 'khong dung', 'khong phai', 'sai', '2'].includes(word)) {
    return [
      { do: 'endCode', hash: pending.hash, as: 'refused' },
      ...say(spot, BINDING_REFUSED),
      ...(await toCoordinators(spot, pending.person, refusedNote)),
    ];
  }
  return askAgain(spot, pending);
}

/** "/thoat" of a bound person. */
export async function leave(spot: Spot, person: string): Promise<Effect[]> {
  return [{ do: 'unbind' }, ...say(spot, UNBOUND), ...(await toCoordinators(spot, person, unboundNote))];
}

/** The person blocked the bot, or lets it in again. */
export async function member(spot: Spot, blocked: boolean, at: number): Promise<Effect[]> {
  const { binding, facts } = spot;
  if (at < facts.memberAt) return [];
  const seen: Effect = { do: 'member', at };
  if (binding === null || binding.reachable === !blocked) return [seen];
  const told = blocked ? await toCoordinators(spot, binding.person, unreachableNote) : [];
  return [seen, { do: 'reachable', is: !blocked }, ...told];
}

/** A line in the web chat of every coordinator of the day. */
export async function toCoordinators(
  { ports, key }: Pick<Spot, 'ports' | 'key'>,
  person: string,
  words: (name: string) => string,
): Promise<Effect[]> {
  const roster = await ports.roster();
  const at = await ports.now();
  const line = words(namedPerson(roster, person, dayOf(at)).name);
  return coordinators(roster, at)
    .filter((coordinator) => coordinator !== person)
    .map((coordinator) => ({
      do: 'tell',
      line: { key: `${key}/tell/${coordinator}`, person: coordinator, at, lines: [line] },
    }));
}

function coordinators(roster: Roster, at: Instant): string[] {
  const agencies = roster.posts.filter(({ role }) => role === 'coordinator').map(({ agency }) => agency);
  const people = [...new Set(agencies)].flatMap((agency) => holdersOf(roster, agency, 'coordinator', dayOf(at)));
  return [...new Set(people.map(({ person }) => person))].sort();
}

async function confirmed(spot: Spot, { hash, person }: BindingCode): Promise<Effect[]> {
  const { ports, chat, key } = spot;
  const at = ports.clock();
  const others = (await ports.bindings.accounts(person)).filter(({ account }) => account !== chat);
  return [
    { do: 'endCode', hash, as: 'bound' },
    { do: 'bind', person, at },
    ...say(spot, bound(await nameOf(ports, person))),
    ...others.flatMap(({ account }) =>
      textSends(
        { key: `${key}/old/${account}`, chat: account, person: null, message: null, repeat: true },
        REPLACED,
      ).map((send): Effect => ({ do: 'send', send })),
    ),
    ...(await toCoordinators(spot, person, (name) => boundNote(name, others.length > 0))),
  ];
}

async function question(spot: Spot, person: string): Promise<Effect[]> {
  const { ports } = spot;
  const roster = await ports.roster();
  const named = namedPerson(roster, person, dayOf(await ports.now()));
  const replaces = (await ports.bindings.accounts(person)).length > 0;
  return say(spot, confirmBinding(named, replaces));
}

async function askAgain(spot: Spot, pending: BindingCode): Promise<Effect[]> {
  if (isOver(pending, spot.ports.clock())) return toStranger(spot, CODE_OVER);
  return toStranger(spot, CONFIRM_HINT);
}

function isOver({ usedAt }: BindingCode, at: Instant): boolean {
  return usedAt === null || msOf(at) - msOf(usedAt) > CONFIRM_LIFE_MS;
}

/** An answer to somebody unknown, five an hour. */
function toStranger(spot: Spot, text: string): Effect[] {
  const { facts, ports } = spot;
  const at = ports.clock();
  const old = facts.triesSince === null || msOf(at) - msOf(facts.triesSince) > TRIES_MS;
  const count = old ? 1 : facts.tries + 1;
  const since = old ? at : (facts.triesSince ?? at);
  return [{ do: 'tried', count, since }, ...(count > MOST_TRIES ? [] : say(spot, text))];
}

export function say({ key, chat, binding }: Spot, text: string): Effect[] {
  const saying = { key, chat, person: binding?.person ?? null, message: null, repeat: true };
  return textSends(saying, text).map((send): Effect => ({ do: 'send', send }));
}

async function nameOf(ports: TelegramPorts, person: string): Promise<string> {
  return namedPerson(await ports.roster(), person, dayOf(await ports.now())).name;
}
