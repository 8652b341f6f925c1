import type { Instant } from '../domain/calendar/instant.ts';
import {
  formatDuration,
  howToStop,
  linkIsFor,
  SERVER_WAYS,
  START_STEPS,
  START_WORDS,
  STOP_STEPS,
  type StartStep,
  serverBack,
  serverEnded,
  serverNotBack,
  serverTooOld,
  serverVersionTaken,
  startMoment,
  wayFailed,
} from '../wording/operator/start-up.ts';
import type { StopEvent } from './shutdown.ts';
import { StartRefused } from './start-refused.ts';
import type { ServerEvent } from './temporal-server/embedded.ts';
import type { FoundServer } from './temporal-server/find.ts';
import { CLI_VERSION } from './temporal-server/pinned-version.ts';
import { WAYS, type WayEvent } from './temporal-server/way.ts';

export interface TerminalOptions {
  /** `NO_COLOR`, `FORCE_COLOR` and `TERM` are heeded. */
  env: Record<string, string | undefined>;
  /** How many steps the start has, for `[1/7]`. Default 7. */
  steps?: number;
  /** Where the text goes; default the standard output. */
  write?: (text: string) => void;
  /** Whether the output is a screen, on which a line may be drawn over. */
  screen?: boolean;
  /** Milliseconds that only grow; default the process's own clock. */
  elapsed?: () => number;
}

/** A step of the start, under way. */
export interface StepPrint {
  /** Closes the step with its result and the time it took. */
  done(result: string): void;
  /** Shows what became of one way to a server; only for the step `temporal`. */
  way(event: WayEvent): void;
  /** Closes the step `temporal` with the way taken. */
  found(found: FoundServer): void;
}

export interface ReadyFacts {
  /** The domain clock's moment; null on the wall clock, where it is no news. */
  today: Instant | null;
  /** When something happens next; null when nothing does. */
  next: Instant | null;
  /** The page's address, with a closing slash; null for a process without pages. */
  url: string | null;
  /** A one-time link for the coordinator, or null when nobody needs one. */
  link: { url: string; name: string; role: string; minutes: number } | null;
  trial: boolean;
}

/** What the program prints from its start to its end: plain text, at most 110 columns, readable without colour. */
export interface StartupPrint {
  heading(facts: { trial: boolean; directory: string; created: boolean }): void;
  step(name: StartStep): StepPrint;
  ready(facts: ReadyFacts): void;
  /** A line by itself. */
  line(text: string): void;
  server(event: ServerEvent): void;
  stop(event: StopEvent): void;
  /** A start that failed: the sentence for what lies outside, the whole stack for a bug. */
  failed(error: unknown): void;
}

const COLUMN = { value: 30, wayValue: 33, status: 88, end: 106, facts: 16, bar: 32 };
const CODES = { bold: '1', green: '1;32', dim: '36', link: '4;33' };

/** The print of a start. Without a screen a build reports each tenth on a line of its own. */
export function startupPrint(options: TerminalOptions): StartupPrint {
  const { env } = options;
  const write = options.write ?? ((text: string): void => void process.stdout.write(text));
  const screen = options.screen ?? (process.stdout.isTTY === true && env.TERM !== 'dumb');
  const coloured = !env.NO_COLOR && (screen || Boolean(env.FORCE_COLOR));
  const elapsed = options.elapsed ?? ((): number => performance.now());
  const style = (code: keyof typeof CODES, text: string): string =>
    coloured ? `\x1b[${CODES[code]}m${text}\x1b[0m` : text;
  const line = (text = ''): void => write(`${text}\n`);
  const status = (from: number, since: number): string =>
    `${' '.repeat(Math.max(1, COLUMN.status - from))}${style('green', START_WORDS.done)}` +
    formatDuration(elapsed() - since).padStart(COLUMN.end - COLUMN.status - START_WORDS.done.length);

  let number = 0;

  function step(name: StartStep): StepPrint {
    number += 1;
    const since = elapsed();
    const tag = `[${number}/${options.steps ?? 7}]`;
    const label = ` ${START_STEPS[name]}`.padEnd(COLUMN.value - tag.length);
    write(style('dim', tag) + (name === 'temporal' ? `${label.trimEnd()}\n` : label));
    return {
      done: (result) => {
        const rows = wrap(result, COLUMN.status - COLUMN.value - 1);
        const last = rows.at(-1) ?? '';
        line(rows.join(`\n${' '.repeat(COLUMN.value)}`) + status(COLUMN.value + last.length, since));
      },
      ...wayPrint(),
    };
  }

  function wayPrint(): Pick<StepPrint, 'way' | 'found'> {
    let open = false;
    let tenth = -1;
    let since = 0;
    const name = (way: WayEvent['way']): string => {
      const version = way === 'download' ? `, bản ${CLI_VERSION}` : '';
      return `      ${SERVER_WAYS[way]}${version}`.padEnd(COLUMN.wayValue);
    };
    const outcome = (event: WayEvent, text: string): void => {
      write(open ? '' : name(event.way));
      line(text);
      open = false;
    };
    const bar = (share: number): string => {
      const full = Math.round(share * COLUMN.bar);
      const cells = '█'.repeat(full) + '░'.repeat(COLUMN.bar - full);
      return `        ${cells}  ${String(Math.floor(share * 100)).padStart(3)} %`;
    };
    const progress = (share: number): void => {
      if (screen) write(`\r${bar(share)}`);
      else if (Math.floor(share * 10) > tenth) line(bar(share));
      tenth = Math.floor(share * 10);
    };
    return {
      way: (event) => {
        if (event.state === 'unset') outcome(event, START_WORDS.unset);
        else if (event.state === 'absent')
          outcome(event, event.way === 'build' ? START_WORDS.noGo : START_WORDS.absent);
        else if (event.state === 'tooOld') outcome(event, serverTooOld(event.serverVersion));
        else if (event.state === 'working' && event.share !== null) progress(event.share);
        else if (event.state === 'working') {
          since = elapsed();
          write(name(event.way));
          open = true;
          if (event.way === 'build') outcome(event, START_WORDS.building);
        } else if (event.state === 'failed') {
          if (tenth >= 0 && screen) line();
          outcome(event, wayFailed(event.way, event.why));
        } else if (event.state === 'taken' && event.way === 'build') {
          if (screen) write('\r');
          line(bar(1) + status(bar(1).length, since));
        } else if (event.state === 'taken') outcome(event, serverVersionTaken(event.serverVersion));
      },
      found: (found) => {
        const kept = found.way === 'download' || found.way === 'build' ? START_WORDS.kept : '';
        const what = found.way === 'address' ? START_WORDS.cluster : `máy chủ ${found.program.serverVersion}${kept}`;
        line(`      ${START_WORDS.use} ${WAYS.indexOf(found.way) + 1}`.padEnd(COLUMN.wayValue) + what);
      },
    };
  }

  const fact = (label: string, value: string): void => line(label.padEnd(COLUMN.facts) + value);

  return {
    heading: ({ trial, directory, created }) => {
      const title = `${START_WORDS.product} · ${trial ? START_WORDS.trial : START_WORDS.live}`;
      line();
      line(`${style('bold', title)}   ${trial ? START_WORDS.trialNotice : START_WORDS.liveNotice}`);
      line(`${START_WORDS.directory} ${directory}${created ? ` (${START_WORDS.directoryCreated})` : ''}`);
      line();
    },
    step,
    ready: ({ today, next, url, link, trial }) => {
      line();
      if (today) line(style('bold', `${START_WORDS.today} ${startMoment(today)} (+07:00)`));
      fact(START_WORDS.next, next ? startMoment(next) : START_WORDS.nothingNext);
      line();
      if (url) fact(START_WORDS.open, style('link', url));
      if (link) {
        fact(START_WORDS.enter, style('link', link.url));
        fact('', linkIsFor(link.name, link.role, link.minutes));
      }
      if (trial && url) {
        fact(START_WORDS.roles, `${url}vai-chay-thu`);
        fact(START_WORDS.mailbox, `${url}hop-thu`);
      }
      line();
      line(howToStop(trial));
    },
    line,
    server: (event) => {
      if (event.kind === 'ended') line(serverEnded(event.code, event.signal));
      else if (event.kind === 'back') line(serverBack(event.pid));
      else line(serverNotBack(event.why, event.waitMs));
    },
    stop: (event) => {
      if (event.kind === 'begun') line(`\n${START_WORDS.stopping}`);
      else if (event.kind === 'forced') line(START_WORDS.forced);
      else if (event.kind === 'ended') line(START_WORDS.stopped);
      else {
        const result = event.outcome === 'stopped' ? START_WORDS.done : (event.why ?? START_WORDS.tooSlow);
        line(`  ${STOP_STEPS[event.step].padEnd(COLUMN.facts + 4)}${result}  ${formatDuration(event.tookMs)}`);
      }
    },
    failed: (error) => {
      const text = error instanceof StartRefused ? error.message : whole(error);
      line(`\n${START_WORDS.failed}\n${text}`);
    },
  };
}

function whole(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Breaks a text between words so that no row is longer than `width`. */
function wrap(text: string, width: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= width) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}
