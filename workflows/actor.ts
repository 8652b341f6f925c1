import {
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  log,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import { CalendarYearMissing } from '../domain/calendar/calendar-year.ts';
import { type Instant, instantFromMs, isInstant, msOf } from '../domain/calendar/instant.ts';
import { addEffects, type Effects, noEffects, type WorkflowRow } from '../domain/engine/effects.ts';
import type { Machine, WorkflowAnswer } from '../domain/engine/machine.ts';
import { calendarGiven, type Message, type Reply } from '../domain/engine/message.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { type ActorInput, REFUSED, say, state } from './messages.ts';
import { deliver, write } from './proxies.ts';

const KEYS_CARRIED = 500;

/**
 * The loop of every workflow: take messages; write rows, agenda, acknowledgements and the next wake in one transaction;
 * wait for the next wake or a message; repeat until closed. The handler of a message answers after that write, so an
 * answer means "it is in our database" (docs/decisions/0003).
 */
export async function actor<State extends Standing, Open>(
  machine: Machine<State, Open>,
  input: ActorInput<State>,
): Promise<void> {
  const { clock } = input;
  let current: State | null = input.carried?.state ?? null;
  let n = input.carried?.n ?? 0;
  const seen = new Set(input.carried?.seen ?? []);
  let asked = 0;
  let written = 0;
  let out = noEffects();
  let at: Instant = instantFromMs(Date.now());
  const alarm = new Alarm();
  /** The year without a table of days off for whose want it stands still: nothing is guessed, nothing is skipped. */
  let lacks: number | null = null;
  /** The year that a command needed and that is not among the tables here: it is asked for, and time goes on. */
  let wants: number | null = null;

  const wakeOf = (opened: State): Instant | null => {
    if (lacks !== null) return null;
    try {
      return machine.wake(opened);
    } catch (error) {
      lacks = yearMissing(error);
      return null;
    }
  };

  /** What was due before a message comes first, at its own instant. */
  const follow = (message: Message, effects: Effects): Reply => {
    const opened = known(current);
    for (let due = machine.wake(opened); due !== null && due <= message.at; due = machine.wake(opened)) {
      machine.due(opened, due, message.at, effects);
    }
    return message.kind === 'tick' ? { ok: true } : machine.apply(opened, message, effects);
  };

  /** A command that no rule can digest is refused and leaves everything as it was: it must not hold up a round. */
  const attempt = (message: Message): Reply => {
    const before = JSON.stringify(current);
    const effects = noEffects();
    try {
      const reply = follow(message, effects);
      machine.wake(known(current));
      addEffects(out, effects);
      return reply;
    } catch (error) {
      current = JSON.parse(before) as State;
      if (!(error instanceof CalendarYearMissing)) return failed(message, error);
      wants = error.year;
      return lacking(error.year);
    }
  };

  /** Time and facts: where a table of days off is missing the clock stops, and facts are taken at the moment it shows. */
  const obey = (message: Message): Reply => {
    const tables = calendarGiven(message);
    if (tables !== null) {
      const opened = known(current);
      current = { ...opened, spec: { ...opened.spec, calendar: tables } };
      lacks = null;
      wants = null;
    }
    const before = JSON.stringify(current);
    const effects = noEffects();
    try {
      const reply = follow(tables === null ? message : { ...message, kind: 'tick' }, effects);
      addEffects(out, effects);
      return reply;
    } catch (error) {
      lacks = yearMissing(error);
      current = JSON.parse(before) as State;
      if (message.kind === 'tick' || tables !== null) return { ok: true };
      return machine.apply(known(current), { ...message, at: known(current).processedUntil }, out);
    }
  };

  const take = (given: Message): Reply => {
    if (seen.has(given.key)) {
      out.acks.push(given.key);
      return { ok: true, again: true };
    }
    const message = clock === 'wall' ? notAhead(given) : given;
    let reply: Reply = { ok: true };
    if (message.kind === 'open') current ??= machine.open(message.body as Open, message.at, out);
    else if (message.kind === 'command') reply = lacks === null ? attempt(message) : lacking(lacks);
    else reply = obey(message);
    if (isRefusal(reply) && (reply.refused === 'COMMAND_FAILED' || reply.refused === 'CALENDAR_MISSING')) return reply;
    if (message.at > at || clock === 'stepped') at = message.at;
    // A refusal leaves no row: whoever carried the message takes it off the agenda with its answer.
    if (message.kind !== 'tick' && !isRefusal(reply)) {
      seen.add(message.key);
      out.acks.push(message.key);
    }
    return reply;
  };

  const refusalOf = (message: Message): Refusal | null => {
    if (!SAID.has(message.kind) || !isInstant(message.at)) return failed(message, new Error('not a message'));
    if (message.kind === 'tick' && clock === 'wall') return refuse('CLOCK_IS_WALL');
    if (current === null || seen.has(message.key)) return null;
    try {
      return machine.check(current, message);
    } catch (error) {
      return error instanceof CalendarYearMissing ? null : failed(message, error);
    }
  };

  setHandler(state, () => (current === null ? null : answerOf(machine, current)));
  setHandler(
    say,
    async (message) => {
      const reply = take(message);
      asked += 1;
      const mine = asked;
      await condition(() => written >= mine);
      return reply;
    },
    {
      validator: (message) => {
        const refusal = refusalOf(message);
        if (refusal) throw refused(refusal);
      },
    },
  );

  const flush = async (): Promise<void> => {
    const upTo = asked;
    for (let more = true; more; ) {
      const effects = out;
      out = noEffects();
      n += 1;
      const opened = known(current);
      const memory = carriedOf(machine, opened, n, seen);
      // The wake of what is remembered: a call in hand is due until its result is written.
      const wake = wakeOf(memory.state);
      await write({ ...effects, workflow: rowOf(machine, opened, { lacks, wants }), memory, n, at, wake });
      for (const call of effects.calls) {
        const body = await deliver(call.input);
        take({ kind: 'result', key: `result:${n}`, at: clock === 'wall' ? instantFromMs(Date.now()) : at, body });
      }
      more = effects.calls.length > 0;
    }
    written = upTo;
  };

  await condition(() => current !== null);
  for (;;) {
    const opened = known(current);
    if (clock === 'wall' && asked === written) {
      const now = instantFromMs(Date.now());
      const wake = wakeOf(opened);
      if (wake !== null && wake <= now) {
        take({ kind: 'tick', key: `wall:${n}`, at: now, body: null });
        asked += 1;
      }
    }
    if (asked > written) {
      await flush();
      continue;
    }
    if (machine.closed(opened)) break;
    if (machine.renew(opened)) {
      await condition(() => asked > written || allHandlersFinished());
      if (asked > written) continue;
      const carried = carriedOf(machine, opened, n, seen);
      return continueAsNew<(next: ActorInput<State>) => Promise<void>>({ clock, carried });
    }
    if (clock === 'wall') alarm.set(wakeOf(opened));
    await condition(() => asked > written || alarm.rang());
  }
  await condition(allHandlersFinished);
  while (asked > written) await flush();
}

/** What every machine's state has: how far time has been done, and what it is run by, its tables of days off among it. */
interface Standing {
  processedUntil: Instant;
  spec: object;
}

/** @throws whatever else was wrong. */
function yearMissing(error: unknown): number {
  if (error instanceof CalendarYearMissing) return error.year;
  throw error;
}

function lacking(year: number): Refusal {
  return refuse('CALENDAR_MISSING', { year: String(year) });
}

/** Pages and `dondoc doctor` read from its row what a workflow stands still for. */
function rowOf<State extends Standing, Open>(
  machine: Machine<State, Open>,
  state: State,
  { lacks, wants }: { lacks: number | null; wants: number | null },
): WorkflowRow {
  const row = machine.row(state);
  const year = lacks ?? wants;
  return year === null ? row : { ...row, state: { ...(row.state as object), lacksYear: year, stands: lacks !== null } };
}

function answerOf<State extends Standing, Open>(machine: Machine<State, Open>, state: State): WorkflowAnswer {
  try {
    return machine.answer(state);
  } catch (error) {
    yearMissing(error);
    return { phase: 'calendarMissing', nextWake: null, obligations: null, ladder: [], phases: {} };
  }
}

/** What the next run begins with: by continue-as-new, or started again from the database. */
function carriedOf<State extends Standing, Open>(
  machine: Machine<State, Open>,
  state: State,
  n: number,
  seen: Set<string>,
): NonNullable<ActorInput<State>['carried']> {
  return { state: machine.carry?.(state) ?? state, n, seen: [...seen].slice(-KEYS_CARRIED) };
}

function known<State>(state: State | null): State {
  if (state === null) throw ApplicationFailure.create({ message: 'message before open', type: 'NotOpen' });
  return state;
}

/** What workflows are told from outside; a result is only ever their own. */
const SAID = new Set<Message['kind']>(['open', 'fact', 'tick', 'command']);

/** Whoever handed it in may live by a clock that is ahead: nothing is done before its time because of that. */
function notAhead(message: Message): Message {
  const now = instantFromMs(Date.now());
  return message.at > now ? { ...message, at: now } : message;
}

function failed({ key }: Message, error: unknown): Refusal {
  log.error('command failed', { key, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  return refuse('COMMAND_FAILED');
}

function refused(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({ message: refusal.refused, type: REFUSED, nonRetryable: true, details: [refusal] });
}

/** One timer to an absolute instant; set again only when the next wake comes earlier, for each re-arming is paid for. */
class Alarm {
  private armed: { at: Instant; scope: CancellationScope } | null = null;
  private ringing = false;

  set(at: Instant | null): void {
    if (this.ringing) {
      this.ringing = false;
      this.armed = null;
    }
    if (at === null || (this.armed !== null && this.armed.at <= at)) return;
    this.armed?.scope.cancel();
    const scope = new CancellationScope();
    const armed = { at, scope };
    this.armed = armed;
    scope
      .run(() => sleep(Math.max(1, msOf(at) - Date.now())))
      .then(() => {
        if (this.armed === armed) this.ringing = true;
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  rang(): boolean {
    return this.ringing;
  }
}
