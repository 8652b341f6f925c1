import type { Actor } from '../domain/engine/message.ts';

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
  | 'concludeReview'
  | 'recordMoney'
  | 'seeTargets'
  | 'settleTarget'
  | 'seeRound'
  | 'lockRound'
  | 'seeObligation'
  | 'answer'
  | 'decide'
  | 'recordOnBehalf'
  | 'recordSent'
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

/** The receiving agency decides, and never on what it owes itself. */
function decides(actor: WebActor, subject: Subject): boolean {
  const post = actor.roles.some((role) => role === 'reviewer' || role === 'coordinator' || role === 'leadership');
  return post && actor.agency === subject.reviewer && !isOwing(actor, subject);
}

function coordinates(actor: WebActor, subject: Subject): boolean {
  return actor.roles.includes('coordinator') && (subject.coordinator === null || actor.agency === subject.coordinator);
}

/** The coordinating agency speaks for the plan by its coordinator or its head. */
const speaksForPlan = (actor: WebActor, subject: Subject): boolean =>
  actor.agency === subject.coordinator && actor.roles.some((role) => role === 'coordinator' || role === 'head');

const worksForOwing = (actor: WebActor, subject: Subject): boolean =>
  isOwing(actor, subject) &&
  actor.roles.some((role) => role === 'focalPoint' || role === 'head' || role === 'coordinator');

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
    case 'settleTarget':
      return speaksForPlan(actor, subject);
    case 'concludeReview':
      return speaksForPlan(actor, subject) || (actor.roles.includes('leadership') && actor.agency === subject.reviewer);
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
      return isOwing(actor, subject) || oversees(actor, subject) || subject.asked.includes(actor.person);
    case 'answer':
    case 'recordSent':
    case 'raiseObstacle':
      return worksForOwing(actor, subject);
    case 'confirm':
      return isOwing(actor, subject) && actor.roles.includes('head');
    case 'object':
      return isOwing(actor, subject) && actor.roles.some((role) => role === 'focalPoint' || role === 'head');
    case 'settleObstacle':
      return isOwing(actor, subject);
    case 'decide':
      return decides(actor, subject);
    case 'recordOnBehalf':
      return (coordinates(actor, subject) && subject.coordinator !== null) || decides(actor, subject);
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
