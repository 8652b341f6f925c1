import { type Day, dayOf } from '../calendar/instant.ts';
import type { Actor, Role } from '../engine/message.ts';
import { lastSubmission } from '../obligation/obligation.ts';
import type { CastAct } from './act.ts';
import type { Duty } from './duty.ts';
import { castActor, firstActor, isPlayed } from './scene.ts';

/** How many working days leadership gives when it extends. */
const EXTENDED_BY = 5;

/** What the agency's head does with a draft: mostly at once, sometimes only when reminded, sometimes a letter comes first. */
export function confirmingActs(duty: Duty): CastAct[] {
  const { draftSince } = duty.obligation;
  const submission = lastSubmission(duty.obligation);
  if (draftSince === null || submission?.standing !== 'draft') return [];
  const what = `confirm-${submission.number}`;
  const since = dayOf(draftSince);
  const share = duty.chance(what);
  const waits = share < 0.45 ? 0 : share < 0.8 ? 1 : share < 0.93 ? 2 : share < 0.98 ? 4 : 6;
  const day = waits === 0 ? since : duty.workingDay(since, waits);
  const head = (on: Day): Actor | null => castActor(duty.scene, duty.row.agency, 'head', on);
  const confirm = duty.act(what, day, head, null, () => ({ do: 'confirm' }));
  if (waits < 6 || isPlayed(duty.scene, { agency: duty.row.agency, role: 'head' })) return confirm;
  const focalPoint = (on: Day): Actor | null => castActor(duty.scene, duty.row.agency, 'focalPoint', on);
  const letter = duty.act(`letter-${submission.number}`, day, focalPoint, 'letter', (_, ref) => ({
    do: 'recordLetter',
    ref,
  }));
  return letter.length > 0 ? letter : confirm;
}

/** What the reviewer does with an official answer: within his days four times in five. */
export function reviewingActs(duty: Duty): CastAct[] {
  const { review } = duty.obligation;
  const submission = lastSubmission(duty.obligation);
  if (review === null || submission === null) return [];
  const what = `review-${submission.number}`;
  const beyond = duty.chance(`beyond/${what}`) < 0.2;
  const day = duty.workingDay(dayOf(review.since), duty.days(what, beyond ? 4 : 1, beyond ? 6 : 3));
  const flawed = duty.character === 'withErrors' || duty.chance(`flaw/${what}`) < 0.03;
  if (flawed && submission.number === 1) {
    return duty.act(`${what}/return`, day, reviewer(duty), 'returned', (_, ref) => ({ do: 'return', ref }));
  }
  return duty.act(`${what}/accept`, day, reviewer(duty), null, () => ({ do: 'accept', ref: null }));
}

/** What follows a request for more time: three in four are granted. */
export function extendingActs(duty: Duty): CastAct[] {
  const { extensionRequest } = duty.obligation;
  if (extensionRequest === null) return [];
  const { to } = extensionRequest;
  const slow = duty.chance('slowExtension') < 0.1;
  const day = duty.workingDay(dayOf(extensionRequest.since), slow ? 4 : duty.days('extension', 1, 2));
  const granted = duty.chance('grant') < 0.75 && day <= to;
  if (!granted) {
    return duty.act('refuseExtension', day, reviewer(duty), 'keepDay', (_, ref) => ({ do: 'refuseExtension', ref }));
  }
  return duty.act('extend', day, reviewer(duty), 'granted', (_, ref) => ({ do: 'extend', to, ref }));
}

/** The letter that closes what no reviewer accepts: its number is recorded the working day after the head's word. */
export function sendingActs(duty: Duty): CastAct[] {
  const submission = lastSubmission(duty.obligation);
  if (duty.row.closing !== 'letter' || submission?.standing !== 'official') return [];
  const day = duty.workingDay(dayOf(duty.at), duty.days('send', 0, 1));
  return duty.act(`sent-${submission.number}`, day, duty.reporter, 'sent', (at, ref) => ({
    do: 'recordSent',
    sentOn: dayOf(at),
    ref,
  }));
}

/**
 * Leadership's word on an escalation. The first in rank stays silent once in four times where there is a second, who
 * always answers.
 */
export function leadingActs(duty: Duty): CastAct[] {
  const { leadership } = duty.obligation;
  if (leadership === null || leadership.answered) return [];
  const { rank, askedOn } = leadership;
  const post =
    (which: number) =>
    (on: Day): Actor | null =>
      castActor(duty.scene, duty.round.leadership, 'leadership', on, which);
  const what = `lead-${rank}`;
  if (rank === 1 && duty.chance(`silent/${what}`) < 0.25 && post(2)(askedOn) !== null) return [];
  const n = duty.days(what, 0, 1);
  const day = n === 0 ? askedOn : duty.workingDay(askedOn, n);
  const share = duty.chance(`word/${what}`);
  if (share < 0.2)
    return duty.act(what, day, post(rank), 'seen', (_, ref) => ({ do: 'lead', answer: 'seen', to: null, ref }));
  if (share < 0.6) {
    return duty.act(what, day, post(rank), 'direct', (_, ref) => ({ do: 'lead', answer: 'direct', to: null, ref }));
  }
  if (share < 0.92) {
    return duty.act(what, day, post(rank), 'extend', (at, ref) => ({
      do: 'lead',
      answer: 'extend',
      to: duty.workingDay(dayOf(at), EXTENDED_BY),
      ref,
    }));
  }
  return duty.act(what, day, post(rank), 'waive', (_, ref) => ({ do: 'lead', answer: 'waive', to: null, ref }));
}

/** Who decides on what is owed: the receiver's reviewer, else its head, else the coordinator. */
function reviewer({ scene, row, round }: Duty): (day: Day) => Actor | null {
  const posts: { agency: string; role: Role }[] = [];
  if (row.reviewer !== null && row.reviewer !== row.agency) {
    posts.push({ agency: row.reviewer, role: 'reviewer' }, { agency: row.reviewer, role: 'head' });
  }
  posts.push({ agency: round.coordinator, role: 'coordinator' });
  return (day) => firstActor(scene, posts, day);
}
