import type { NoticeKind } from '../../domain/notice/notice.ts';
import { PURE_REMINDERS } from '../../domain/notice/pure-reminders.ts';
import type { Played } from './played.ts';

const AGAIN = ' (gửi lại)';

/** What a disturbed play broke of the promises, each list empty when it was kept. */
export interface Broken {
  /** Duties that stand otherwise than in the calm play, or are not there. */
  duties: string[];
  /** Acts that were taken and have another answer, or none. */
  answers: string[];
  /** Lines, notices and receipts that are missing, other or more. */
  effects: string[];
  /** Messages that never left. A mere reminder of which nobody knows whether it arrived is left alone on purpose. */
  lost: string[];
  /** Letters that came a second time without saying so. */
  unmarked: string[];
  /** Letters that came twice, beyond one for each kill. */
  repeatedTooOften: string[];
}

export function brokenPromises(calm: Played, rough: Played): Broken {
  const came = new Map<string, string[]>();
  for (const { id, subject } of rough.letters) came.set(id, [...(came.get(id) ?? []), subject]);
  const repeated = [...came].filter(([, subjects]) => subjects.length > 1);
  return {
    duties: differences(calm.obligations, rough.obligations),
    answers: differences(calm.answers, rough.answers),
    effects: differences(calm.effects, rough.effects),
    lost: [...calm.messages].flatMap(([key, { status }]) => (isLost(status, rough.messages.get(key)) ? [key] : [])),
    unmarked: repeated.flatMap(([id, subjects]) => (subjects.slice(1).every(isMarked) ? [] : [id])),
    repeatedTooOften: repeated.slice(rough.met).map(([id]) => id),
  };
}

function isMarked(subject: string): boolean {
  return subject.endsWith(AGAIN);
}

function differences(calm: Map<string, string>, rough: Map<string, string>): string[] {
  const keys = new Set([...calm.keys(), ...rough.keys()]);
  return [...keys].filter((key) => calm.get(key) !== rough.get(key)).sort();
}

function isLost(
  expected: string,
  found: Played['messages'] extends Map<string, infer Message> ? Message | undefined : never,
) {
  if (found === undefined) return true;
  if (found.status === expected) return false;
  return !(found.status === 'unknown' && found.kinds.every((kind) => PURE_REMINDERS.includes(kind as NoticeKind)));
}
