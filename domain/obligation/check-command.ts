import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import { isWorkingDay, nearestLaterWorkingDay } from '../calendar/working-days.ts';
import type { Actor, Role } from '../engine/message.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ObligationCommand } from './command.ts';
import {
  closingOf,
  currentDeadline,
  isDone,
  isOwing,
  lastSubmission,
  type Obligation,
  type RoundContext,
} from './obligation.ts';

/** Why a command is not allowed now, or null. Pure and synchronous: it is the validator of the Update. */
export function checkCommand(
  obligation: Obligation,
  command: ObligationCommand,
  at: Instant,
  context: RoundContext,
): Refusal | null {
  return authority(obligation, command, context) ?? stateAllows(obligation, command, at, context);
}

function holds(by: Actor, agency: string | null, ...roles: Role[]): boolean {
  return by.agency === agency && by.roles.some((role) => roles.includes(role));
}

function authority(obligation: Obligation, command: ObligationCommand, context: RoundContext): Refusal | null {
  const { by } = command;
  const own = holds(by, obligation.agency, 'focalPoint', 'head');
  const coordinates = holds(by, context.coordinator, 'coordinator', 'head');
  const reviews =
    holds(by, context.reviewer, context.reviewerRole ?? 'reviewer', 'head') ||
    (by.agency === context.reviewer && coordinates);
  const leads = by.agency === context.leadership && by.roles.includes('leadership');
  const refusal = refuse('NOT_YOURS', { agency: obligation.agency });
  switch (command.do) {
    case 'submit':
    case 'recordLetter':
    case 'recordSent':
      return own || coordinates || reviews ? null : refusal;
    case 'requestExtension':
    case 'object':
      return own ? null : refusal;
    case 'confirm':
      return holds(by, obligation.agency, 'head') ? null : refusal;
    case 'accept':
    case 'return': {
      const closing = closingOf(context, obligation.agency);
      if (closing === 'letter') return refuse('NEEDS_LETTER');
      if (by.agency === obligation.agency) return refuse('OWN_REPORT');
      return reviews ? null : refusal;
    }
    case 'extend':
    case 'refuseExtension':
    case 'waive':
    case 'suspend':
    case 'resume':
      if (leads) return null;
      if (by.agency === obligation.agency && !judgesItself(obligation, command.by, context)) {
        return refuse('OWN_REPORT');
      }
      return reviews || coordinates ? null : refusal;
    case 'lead':
      return leads ? null : refusal;
  }
}

/** Nobody gives himself time, except the head of an agency for what it owes to itself. */
function judgesItself(obligation: Obligation, by: Actor, context: RoundContext): boolean {
  return closingOf(context, obligation.agency) === 'head' && by.roles.includes('head');
}

function stateAllows(
  obligation: Obligation,
  command: ObligationCommand,
  at: Instant,
  context: RoundContext,
): Refusal | null {
  const done = finished(obligation);
  if (done) return done;
  const submission = lastSubmission(obligation);
  switch (command.do) {
    case 'submit':
      return command.ref === '' ? refuse('REASON_MISSING') : null;
    case 'confirm':
    case 'recordLetter':
      if (submission === null || obligation.phase !== 'submitted') return refuse('NOTHING_SUBMITTED');
      return submission.standing === 'official' ? refuse('ALREADY_OFFICIAL') : null;
    case 'recordSent':
      return closingOf(context, obligation.agency) === 'letter' ? null : refuse('NOT_ASKED');
    case 'object':
      return submission?.onBehalf ? null : refuse('NOTHING_SUBMITTED');
    case 'accept':
      if (obligation.phase !== 'submitted' || submission === null) return refuse('NOTHING_SUBMITTED');
      return submission.standing === 'official' ? null : refuse('NOT_OFFICIAL', { receipt: submission.receipt });
    case 'return':
      return obligation.phase === 'submitted' ? null : refuse('NOTHING_SUBMITTED');
    case 'requestExtension':
      if (obligation.extensionRequest) return refuse('REQUEST_OPEN', { to: obligation.extensionRequest.to });
      return owing(obligation, context) ?? dayAllowed(obligation, command.to, at, context);
    case 'extend':
      return owing(obligation, context) ?? dayAllowed(obligation, command.to, at, context);
    case 'refuseExtension':
      return obligation.extensionRequest ? null : refuse('NO_REQUEST_OPEN');
    case 'waive':
      return owing(obligation, context);
    case 'suspend':
      if (obligation.suspendedSince !== null) return refuse('SUSPENDED', { since: obligation.suspendedSince });
      return owing(obligation, context);
    case 'resume':
      return obligation.suspendedSince === null ? refuse('NOT_SUSPENDED') : null;
    case 'lead':
      if (obligation.leadership === null || obligation.leadership.answered) return refuse('NOT_ASKED');
      if (command.answer === 'extend' && command.to === null) return refuse('REASON_MISSING');
      return command.to === null ? null : dayAllowed(obligation, command.to, at, context);
  }
}

function finished(obligation: Obligation): Refusal | null {
  if (!isDone(obligation)) return null;
  return obligation.phase === 'waived' ? refuse('ALREADY_WAIVED') : refuse('ALREADY_ACCEPTED');
}

function owing(obligation: Obligation, context: RoundContext): Refusal | null {
  return isOwing(obligation, context)
    ? null
    : refuse('ALREADY_SUBMITTED', { receipt: lastSubmission(obligation)?.receipt ?? '' });
}

/** A new day must be a working day, not past, and later than the day in force. */
function dayAllowed(obligation: Obligation, day: Day, at: Instant, context: RoundContext): Refusal | null {
  if (day < dayOf(at)) return refuse('DAY_PAST', { day, today: dayOf(at) });
  const { lastDayOn } = currentDeadline(obligation);
  if (day <= lastDayOn) return refuse('DAY_NOT_LATER', { day, lastDayOn });
  if (!isWorkingDay(context.calendar, day)) {
    return refuse('DAY_NOT_WORKING', { day, nearest: nearestLaterWorkingDay(context.calendar, day) });
  }
  return null;
}
