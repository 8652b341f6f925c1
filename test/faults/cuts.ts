import { draw, drawNumber } from '../../domain/rehearsal/draw.ts';

/** What a process does on the way of an act: a change in its database, a message of the bot, a page that answers a form. */
type Step =
  /** What Telegram handed over is kept. */
  | 'update'
  /** One answer of a report is kept. */
  | 'answer'
  /** An act is handed in: a difficulty, a report, a head's confirmation. */
  | 'obstacle'
  | 'report'
  | 'confirmation'
  /** The dialogue goes on, with what was said on both sides. */
  | 'talk'
  /** What Telegram handed over is done with, and its replies wait to leave. */
  | 'replies'
  /** A reply is about to leave. */
  | 'claim'
  | 'message'
  | 'page';

/** Before the step took effect, or after it and before the process heard of it. */
export type Place = `${'before' | 'after'} ${Step}`;

/** A process is killed when it passes a place for the n-th time. */
export interface Point {
  place: Place;
  number: number;
}

/** How a step reads on the wire to the database. */
const CHANGES: [Step, RegExp][] = [
  ['update', /insert into "telegram_update"/],
  ['answer', /insert into "draft_answer"/],
  ['obstacle', /insert into "inbox"[\s\S]*"kind":"open"/],
  ['report', /insert into "inbox"[\s\S]*"do":"submit"/],
  ['confirmation', /insert into "inbox"[\s\S]*"do":"confirm"/],
  ['talk', /insert into "dialogue"/],
  ['replies', /update "telegram_update"/],
  ['claim', /update "telegram_send" set "again"/],
];

/** The step that a change is, if it is one. */
export function stepOf(change: string): Step | null {
  return CHANGES.find(([, reads]) => reads.test(change))?.[0] ?? null;
}

/** The places of each process, each with how often at least four agencies pass it when their people answer. */
const PLACES = {
  bot: {
    'after update': 24,
    'before answer': 10,
    'after answer': 10,
    'after obstacle': 3,
    'before report': 3,
    'after report': 3,
    'after confirmation': 4,
    'before talk': 24,
    'after talk': 24,
    'after replies': 24,
    'after claim': 24,
    'before message': 24,
    'after message': 24,
  },
  web: {
    'before answer': 10,
    'after answer': 10,
    'after obstacle': 3,
    'after report': 3,
    'after confirmation': 4,
    'before talk': 24,
    'after talk': 24,
    'after page': 24,
  },
} satisfies Record<string, Partial<Record<Place, number>>>;

/** The points of a process: each place once, then again. The same seed gives the same points. */
export function seededCuts(part: keyof typeof PLACES, seed: number, count: number): Point[] {
  const places = Object.entries(PLACES[part]) as [Place, number][];
  const drawn = (round: number): [Place, number][] =>
    [...places].sort(([a], [b]) => draw(seed, part, round, a) - draw(seed, part, round, b));
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / places.length);
    const [place, most] = drawn(round)[index % places.length] ?? ['before talk', 1];
    return { place, number: drawNumber(1, most, seed, part, place, round) };
  });
}

/** Counts what passes each place of a process, and says when it is to be killed: at each point once. */
export class Cuts {
  readonly #left: Point[];
  readonly #passed = new Map<Place, number>();

  constructor(points: Point[]) {
    this.#left = [...points];
  }

  /** Points that were not met so far. */
  get left(): readonly Point[] {
    return this.#left;
  }

  /** True when the process is killed here. */
  pass(place: Place): boolean {
    const passed = (this.#passed.get(place) ?? 0) + 1;
    this.#passed.set(place, passed);
    const met = this.#left.findIndex((point) => point.place === place && point.number <= passed);
    if (met < 0) return false;
    this.#left.splice(met, 1);
    return true;
  }
}
