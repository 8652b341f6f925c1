import type { Mail } from '../../activities/ports.ts';
import type { CommandAnswer } from '../../client/ports.ts';
import { dayOf, type Instant, instantOn } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { WorkflowAnswer } from '../../domain/engine/machine.ts';
import type { Role } from '../../domain/engine/message.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { holdersOf, type Roster } from '../../domain/roster/roster.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { type Engine, type EngineOptions, startEngine } from '../../worker/engine.ts';
import { planStart } from '../../worker/open-plans.ts';
import type { TemporalTarget } from '../../worker/temporal-server/target.ts';
import { freshDatabase } from './database.ts';
import { freshNamespace } from './namespace.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { StoryPerson } from './story-person.ts';
import { workflowBundlePath } from './temporal.ts';
import { type NoticeFilter, noticesOf, type Told } from './told.ts';

export interface StoryOptions {
  /** Where the stepped clock stands, `YYYY-MM-DDTHH:mm` in Vietnam. */
  start: string;
  /** Ids of plans in plans/, or plans made for the story. */
  plans: (string | Plan)[];
  /** Duties over before this day are listed, not reminded. Default the day of the start. */
  importedUntil?: string;
  mode?: 'stepped' | 'wall';
  /** Makes every write of a workflow this much slower. */
  slowWritesMs?: number;
  /** Stands between the workflows and the ledger. */
  ledger?: EngineOptions['ledger'];
  /** Stands between the driver or relay and the agenda. */
  agenda?: EngineOptions['agenda'];
  /** People of the trial's directory who never opened the web chat: only letters reach them. */
  neverEntered?: string[];
  /** Where letters go. Default the post office's own receiver. */
  mail?: Mail;
  /** Default: a namespace of its own on the run's server. */
  target?: TemporalTarget;
  /** Hears what goes wrong on the way. */
  onFault?: EngineOptions['onFault'];
  /** The tables that the plans start with; default those of the files. */
  calendar?: WorkCalendar;
  /** At the present schema; default: an embedded one in memory. */
  database?: Database;
}

/** One obligation as pages would show it. */
export interface Shown {
  phase: string;
  standing: string;
  deadline: number;
  lastDayOn: string;
  overdueAfter: string;
  rung: number;
  state: Record<string, unknown>;
}

/** Plans at work on the run's real server, in a namespace and a database of their own. */
export class Story {
  readonly database: Database;
  readonly target: TemporalTarget;
  readonly calendar: WorkCalendar;
  readonly plans: Plan[];
  readonly roster: Roster;
  readonly post: PostOffice;
  readonly #options: StoryOptions;
  #engine: Engine;

  constructor(parts: {
    database: Database;
    target: TemporalTarget;
    calendar: WorkCalendar;
    plans: Plan[];
    roster: Roster;
    post: PostOffice;
    options: StoryOptions;
    engine: Engine;
  }) {
    this.database = parts.database;
    this.target = parts.target;
    this.calendar = parts.calendar;
    this.plans = parts.plans;
    this.roster = parts.roster;
    this.post = parts.post;
    this.#options = parts.options;
    this.#engine = parts.engine;
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Lets time pass until a minute, `YYYY-MM-DD HH:mm`. */
  async advance(to: string): Promise<void> {
    if (this.#engine.driver === null) throw new Error('the wall clock moves by itself');
    await this.#engine.driver.advance(at(to));
  }

  /** Somebody who holds a post: the one of the trial's directory, or `<agency>:<role>` where it has none. */
  as(agency: string, ...roles: Role[]): StoryPerson {
    const day = this.#options.start.slice(0, 10);
    const [holder] = roles.flatMap((role) => holdersOf(this.roster, agency, role, day));
    const person = holder?.person ?? `${agency}:${roles.join('+')}`;
    return new StoryPerson(this, { person, agency, roles });
  }

  async now(): Promise<Instant> {
    return this.#engine.counter.now();
  }

  async notices(filter: NoticeFilter = {}): Promise<Told[]> {
    return noticesOf(this.database, filter);
  }

  async obligation(key: string): Promise<Shown> {
    const row = await this.database.db
      .selectFrom('obligation')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    const { phase, standing, deadline, rung, state } = row;
    return { phase, standing, deadline, lastDayOn: row.last_day_on, overdueAfter: row.overdue_after, rung, state };
  }

  /** Kinds of journal lines of one agency's duty, in order. */
  async journal(keyPart: string): Promise<{ kind: string; day: string; person: string | null; facts: unknown }[]> {
    const rows = await this.database.db.selectFrom('journal').selectAll().orderBy('at').orderBy('seq').execute();
    return rows
      .filter(({ key }) => key.includes(keyPart))
      .map(({ kind, at: when, person, facts }) => ({ kind, day: dayOf(when), person, facts }));
  }

  /** The running workflow's own answer. */
  async state(workflow: string): Promise<WorkflowAnswer | null> {
    return this.#engine.client.workflow.getHandle(workflow).query<WorkflowAnswer | null>('state');
  }

  /** Stops the worker and everything that carries messages; the database and the server stay. */
  async stopEngine(): Promise<void> {
    await this.#engine.stop();
  }

  async startEngine(): Promise<void> {
    this.#engine = await engineOf(this.database, this.target, this.post, this.#options);
  }

  /** Only what hands in acts, as in a process of pages: another one would work. */
  async startClientOnly(): Promise<void> {
    const { database, target, post } = this;
    this.#engine = await startEngine({ database, target, deliver: post.deliver });
  }

  async close(): Promise<void> {
    await this.#engine.stop();
    await this.post.close();
    await this.database.close();
  }
}

/** Opens a story: the plans are started at `start`, and everything due by then has been done. */
export async function openStory(options: StoryOptions): Promise<Story> {
  const calendar = options.calendar ?? loadCalendar();
  const all = loadPlans();
  const plans = options.plans.map((plan) => (typeof plan === 'string' ? planOf(all, plan) : plan));
  const start = instantOn(options.start.slice(0, 10), options.start.slice(11));
  const mode = options.mode ?? 'stepped';
  const [database, target] = await Promise.all([
    options.database ?? freshDatabase(),
    options.target ?? freshNamespace('story'),
  ]);
  await createStoredClock(database.db).initialise(mode, mode === 'stepped' ? start : null);
  const { roster } = loadTrial();
  const { neverEntered, mail } = options;
  const post = await openPostOffice(database, {
    roster,
    plans: [...all, ...plans.filter((plan) => !all.includes(plan))],
    calendar,
    at: start,
    ...(neverEntered ? { neverEntered } : {}),
    ...(mail ? { mail } : {}),
  });
  const engine = await engineOf(database, target, post, options);
  await putOnAgendaOf(
    database.db,
    plans.map((plan) => planStart(plan, [...all, ...plans], calendar, start, options.importedUntil)),
  );
  await engine.driver?.advance(start);
  return new Story({ database, target, calendar, plans, roster, post, options, engine });
}

/** The instant of `YYYY-MM-DD HH:mm`. */
export function at(minute: string): Instant {
  return instantOn(minute.slice(0, 10), minute.slice(11));
}

/** Nothing was refused and nothing waits. @throws with the answer. */
export function mustBeDone(answer: CommandAnswer): void {
  if (answer.status !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`);
}

function planOf(plans: Plan[], id: string): Plan {
  const found = plans.find((plan) => plan.id === id);
  if (found === undefined) throw new Error(`no plan ${id}`);
  return found;
}

async function engineOf(
  database: Database,
  target: TemporalTarget,
  post: PostOffice,
  options: StoryOptions,
): Promise<Engine> {
  quietRuntime();
  const { slowWritesMs = 0, ledger } = options;
  return startEngine({
    database,
    target,
    bundle: { codePath: await workflowBundlePath() },
    deliver: post.deliver,
    ...(options.agenda ? { agenda: options.agenda } : {}),
    ...(options.onFault ? { onFault: options.onFault } : {}),
    ledger: (inner) => {
      const wrapped = ledger?.(inner) ?? inner;
      return {
        async write(batch) {
          if (slowWritesMs > 0) await new Promise((resolve) => setTimeout(resolve, slowWritesMs));
          await wrapped.write(batch);
        },
      };
    },
  });
}
