import type { Actor, Role } from '../domain/engine/message.ts';

/** Who sits before the page: the posts of the day, read from the directory at every request, and the words for the head. */
export interface WebActor extends Actor {
  name: string;
  /** "chuyên viên đầu mối". */
  title: string;
  agencyName: string;
}

/** What a page or an act is about, by agency and person ids. */
export interface Subject {
  /** Agencies that owe it, raised it or are described by it. */
  owing: string[];
  /** The agency that receives and decides; null where nobody inside the province does. */
  reviewer: string | null;
  /** The post there that receives it; default the reviewer. */
  receivingPost?: Role;
  /** True where an agency owes to itself: its head judges. */
  ownJudge?: boolean;
  /** The body whose leadership may decide over everybody; absent where no duty is concerned. */
  leadership?: string;
  /** The agency that coordinates the plan; null where no plan is concerned. */
  coordinator: string | null;
  /** Persons who were asked by name, such as a leader for his opinion or the reader of a letter. */
  asked: string[];
}

export const NO_SUBJECT: Subject = { owing: [], reviewer: null, coordinator: null, asked: [] };

export type Action =
  | 'seeToday'
  | 'seePlans'
  | 'seeImported'
  | 'settleImported'
  | 'askReport'
  | 'triggerMeasure'
  | 'assignMeasure'
  | 'concludeReview'
  | 'seeMoney'
  | 'recordMoney'
  | 'seeTargets'
  | 'settleTarget'
  | 'seeRound'
  | 'lockRound'
  | 'seeObligation'
  | 'answer'
  | 'decide'
  | 'giveTime'
  | 'askTime'
  | 'askParts'
  | 'recordOnBehalf'
  | 'recordLetter'
  | 'confirm'
  | 'object'
  | 'seeObstacle'
  | 'raiseObstacle'
  | 'answerObstacle'
  | 'forwardObstacle'
  | 'settleObstacle'
  | 'giveOpinion'
  | 'chat'
  | 'seeDirectory'
  | 'editAddress'
  | 'seeCalendar'
  | 'announceDay'
  | 'seeSystem'
  | 'moveClock'
  | 'handOutLinks'
  | 'seeMailbox'
  | 'seeLetter';

const isOwing = (actor: WebActor, subject: Subject): boolean => subject.owing.includes(actor.agency);

/** Oversight of a plan: its coordinator's office, the leadership of the province, the administrator. */
function oversees(actor: WebActor, subject: Subject): boolean {
  if (actor.roles.includes('leadership') || actor.roles.includes('admin')) return true;
  const office = actor.roles.some((role) => role === 'coordinator' || role === 'reviewer' || role === 'head');
  return office && (actor.agency === subject.coordinator || actor.agency === subject.reviewer);
}

const holds = (actor: WebActor, ...roles: Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** The agency that receives acts by the post that receives, or its head. */
function receives(actor: WebActor, subject: Subject): boolean {
  if (actor.agency !== subject.reviewer) return false;
  return holds(actor, subject.receivingPost ?? 'reviewer', 'head') || speaksForPlan(actor, subject);
}

/** Nobody decides on what his own agency owes. */
const decides = (actor: WebActor, subject: Subject): boolean => receives(actor, subject) && !isOwing(actor, subject);

/**
 * Time, waiver and standing days: the receiver, the plan's coordinator, or leadership. Nobody gives them to his own
 * agency, except its head for what it owes to itself.
 */
function givesTime(actor: WebActor, subject: Subject): boolean {
  if (actor.agency === subject.leadership && holds(actor, 'leadership')) return true;
  if (isOwing(actor, subject)) return subject.ownJudge === true && holds(actor, 'head');
  return decides(actor, subject) || speaksForPlan(actor, subject);
}

/** Who records what came on paper or by telephone: coordinator and receiver. Those who answer themselves need it not. */
const recordsForOthers = (actor: WebActor, subject: Subject): boolean =>
  !worksForOwing(actor, subject) && (speaksForPlan(actor, subject) || receives(actor, subject));

function coordinates(actor: WebActor, subject: Subject): boolean {
  return actor.roles.includes('coordinator') && (subject.coordinator === null || actor.agency === subject.coordinator);
}

/** The coordinating agency speaks for the plan by its coordinator or its head. */
const speaksForPlan = (actor: WebActor, subject: Subject): boolean =>
  actor.agency === subject.coordinator && actor.roles.some((role) => role === 'coordinator' || role === 'head');

const worksForOwing = (actor: WebActor, subject: Subject): boolean =>
  isOwing(actor, subject) && holds(actor, 'focalPoint', 'head');

/**
 * Whether somebody may see a page or do an act. An agency sees its own obligations only. Pure: a refusal is logged by
 * the caller. The page of trial roles is open to every role of the trial, for handing out roles is its purpose; it does
 * not exist live.
 */
export function may(actor: WebActor, action: Action, subject: Subject = NO_SUBJECT): boolean {
  switch (action) {
    case 'seeToday':
    case 'seePlans':
    case 'seeCalendar':
    case 'seeDirectory':
    case 'seeMailbox':
    case 'handOutLinks':
    case 'chat':
      return true;
    case 'seeSystem':
    case 'seeRound':
    case 'seeImported':
    case 'seeTargets':
      return oversees(actor, subject) || (subject.coordinator === null && actor.roles.includes('coordinator'));
    case 'settleImported':
      return coordinates(actor, subject);
    case 'askReport':
    case 'triggerMeasure':
    case 'assignMeasure':
    case 'settleTarget':
      return speaksForPlan(actor, subject);
    case 'concludeReview':
      return speaksForPlan(actor, subject) || (actor.roles.includes('leadership') && actor.agency === subject.reviewer);
    case 'seeMoney':
      return isOwing(actor, subject) || oversees(actor, subject);
    case 'recordMoney':
      return (
        speaksForPlan(actor, subject) ||
        (isOwing(actor, subject) &&
          actor.roles.some((role) => role === 'focalPoint' || role === 'head' || role === 'reviewer'))
      );
    case 'lockRound':
      return coordinates(actor, subject) || decides(actor, subject);
    case 'seeObligation':
    case 'seeObstacle':
      return (
        isOwing(actor, subject) ||
        oversees(actor, subject) ||
        decides(actor, subject) ||
        subject.asked.includes(actor.person)
      );
    case 'answer':
    case 'askTime':
    case 'askParts':
    case 'object':
      return worksForOwing(actor, subject);
    case 'raiseObstacle':
      return worksForOwing(actor, subject) || (isOwing(actor, subject) && holds(actor, 'coordinator'));
    case 'recordLetter':
      return worksForOwing(actor, subject) || recordsForOthers(actor, subject);
    case 'confirm':
      return isOwing(actor, subject) && actor.roles.includes('head');
    case 'settleObstacle':
      return isOwing(actor, subject);
    case 'decide':
      return decides(actor, subject);
    case 'giveTime':
      return givesTime(actor, subject);
    case 'recordOnBehalf':
      return recordsForOthers(actor, subject);
    case 'answerObstacle':
      return subject.asked.includes(actor.person) || coordinates(actor, subject) || actor.roles.includes('leadership');
    case 'forwardObstacle':
      return coordinates(actor, subject);
    case 'giveOpinion':
      return subject.asked.includes(actor.person);
    case 'editAddress':
      return (
        actor.roles.includes('admin') || actor.roles.includes('coordinator') || subject.asked.includes(actor.person)
      );
    case 'announceDay':
    case 'moveClock':
      return actor.roles.includes('admin') || actor.roles.includes('coordinator');
    case 'seeLetter':
      return (
        subject.asked.includes(actor.person) || actor.roles.includes('admin') || actor.roles.includes('coordinator')
      );
  }
}
