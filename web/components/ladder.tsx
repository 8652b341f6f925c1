import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort } from '../../wording/format.ts';

/** Where a duty stands on its ladder of three rungs, for its present deadline. */
export interface LadderFact {
  /** Newest rung decided; 0 = none. */
  rung: 0 | 1 | 2 | 3;
  /**
   * `unused` = may still be used; `notNeeded` = closed before the first rung; `climbing` = the newest rung left and the
   * ladder goes on; `held` = the rung waits because no message reached; `stopped` = something was received.
   */
  state: 'unused' | 'notNeeded' | 'climbing' | 'held' | 'stopped';
  /** Whom the newest rung addresses, in words: "Lãnh đạo Sở". Null leaves it out. */
  to: string | null;
  sentAt: Instant | null;
  /** Null while delivery is not known. */
  delivered: boolean | null;
  /** Since when the rung is held. */
  heldSince?: Day | null;
  /** Why the rung is held, in words: "thư bị trả về ngày 04/11, chưa mở chat web". */
  heldWhy: string | null;
  /** The version whose arrival stopped the ladder. */
  stoppedBy: number | null;
  /** Number of the deadline the ladder belongs to; named from the second on. */
  deadline: number;
}

/** What the rings mean, in one sentence. Example: "bậc 1 Lãnh đạo Sở: gửi 06/11, đã tới". */
export function ladderSentence(ladder: LadderFact, today: Day): string {
  const prefix = ladder.deadline > 1 && ladder.state === 'unused' ? `hạn số ${ladder.deadline}: ` : '';
  switch (ladder.state) {
    case 'unused':
      return `${prefix}chưa dùng`;
    case 'notNeeded':
      return 'không dùng';
    case 'stopped':
      return ladder.stoppedBy === null ? 'đã dừng' : `dừng khi nhận bản ${ladder.stoppedBy}`;
    case 'held':
      return `bậc ${ladder.rung} giữ lại${ladder.heldSince ? ` từ ${formatDayShort(ladder.heldSince)}` : ''}${ladder.heldWhy === null ? '' : `: ${ladder.heldWhy}`}`;
    case 'climbing': {
      const sent =
        ladder.sentAt === null
          ? 'chờ gửi'
          : dayOf(ladder.sentAt) === today
            ? `gửi ${timeOf(ladder.sentAt)} hôm nay`
            : `gửi ${formatDayShort(dayOf(ladder.sentAt))}`;
      const reached = ladder.delivered === null ? '' : ladder.delivered ? ', đã tới' : ', chưa tới';
      return `bậc ${ladder.rung}${ladder.to === null ? ' ' : ` ${ladder.to}: `}${sent}${reached}`;
    }
  }
}

function ringClass(ladder: LadderFact, n: number): string {
  if (n > ladder.rung) return 'rung';
  if (n < ladder.rung || ladder.state === 'stopped') return 'rung sent';
  return ladder.state === 'held' ? 'rung held' : 'rung newest';
}

/** The three numbered rings, without words; hidden from screen readers, for a sentence always follows. */
export function Rungs({ ladder }: { ladder: LadderFact }): JSX.Element {
  return (
    <span class="rungs" aria-hidden="true">
      {[1, 2, 3].map((n) => (
        <span class={ringClass(ladder, n)}>{n}</span>
      ))}
    </span>
  );
}

/** Rings and their sentence. */
export function Ladder({ ladder, today }: { ladder: LadderFact; today: Day }): JSX.Element {
  return (
    <span class="ladder">
      <Rungs ladder={ladder} />
      {ladderSentence(ladder, today)}
    </span>
  );
}
