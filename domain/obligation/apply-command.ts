import { dayOf, type Instant } from '../calendar/instant.ts';
import { addWorkingDays, nearestLaterWorkingDay, workingDaysBetween } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import type { ObligationCommand } from './command.ts';
import { deadlineOn, openDeadline } from './deadline.ts';
import { ObligationVoice } from './notices.ts';
import {
  closingOf,
  currentDeadline,
  type Deadline,
  lastSubmission,
  type Obligation,
  type RoundContext,
  type Submission,
} from './obligation.ts';

type Do<Name extends ObligationCommand['do']> = Extract<ObligationCommand, { do: Name }>;

/** Applies a command that `checkCommand` allows: the obligation as it then is; what follows from it goes into `out`. */
export function applyCommand(
  before: Obligation,
  command: ObligationCommand,
  at: Instant,
  context: RoundContext,
  out: Effects,
): Obligation {
  const obligation = { ...before, acts: before.acts + 1 };
  const { acts } = obligation;
  const voice = new ObligationVoice(obligation, context, at, out);
  switch (command.do) {
    case 'submit':
      return submit(voice, command);
    case 'confirm':
      return makeOfficial(voice, command, null);
    case 'recordLetter':
      return makeOfficial(voice, command, command.ref);
    case 'recordSent':
      voice.record('sent', 'sent', command.by, { sentOn: command.sentOn }, command.ref);
      return settle(obligation, 'sent', obligation.submissions);
    case 'object': {
      const number = lastSubmission(obligation)?.number ?? 0;
      voice.record('objected', `objected-${number}-${acts}`, command.by, { version: number }, command.ref);
      voice.toCoordinator('objection', `objection-${number}-${acts}`, { ref: command.ref });
      return obligation;
    }
    case 'accept': {
      const number = lastSubmission(obligation)?.number ?? 0;
      voice.record('accepted', `accepted-${number}`, command.by, { version: number }, command.ref);
      voice.toAgency('accepted', `accepted-${number}`, { facts: { version: number }, ref: command.ref });
      return settle(obligation, 'accepted', decided(obligation, 'accepted'));
    }
    case 'return':
      return giveBack(voice, command);
    case 'requestExtension': {
      const dueOn = addWorkingDays(context.calendar, dayOf(at), context.policy.reviewDays);
      voice.record('extensionRequested', `ask-${acts}`, command.by, { to: command.to }, command.ref);
      voice.toReviewer('extensionRequested', `ask-${acts}`, {
        facts: { to: command.to, dueOn },
        ref: command.ref,
      });
      return { ...obligation, extensionRequest: { act: acts, to: command.to, ref: command.ref, since: at, dueOn } };
    }
    case 'extend':
      voice.record('extended', 'extended', command.by, { to: command.to }, command.ref);
      voice.toAgency('extensionGranted', 'extended', { facts: { to: command.to }, ref: command.ref });
      return reopened(voice, 'extension', deadlineOn(command.to));
    case 'refuseExtension':
      voice.record('extensionRefused', `refused-${acts}`, command.by, {}, command.ref);
      voice.toAgency('extensionRefused', `refused-${acts}`, { ref: command.ref });
      return { ...obligation, extensionRequest: null };
    case 'waive':
      voice.record('waived', 'waived', command.by, {}, command.ref);
      voice.toAgency('waived', 'waived', { ref: command.ref });
      return settle(obligation, 'waived', obligation.submissions);
    case 'suspend':
      voice.record('suspended', `suspended-${acts}`, command.by, {}, command.ref);
      voice.toAgency('suspended', `suspended-${acts}`, { ref: command.ref });
      return { ...obligation, suspendedSince: dayOf(at) };
    case 'resume':
      return resume(voice, command);
    case 'lead':
      return lead(voice, command);
  }
}

function submit(voice: ObligationVoice, command: Do<'submit'>): Obligation {
  const { obligation, context, at } = voice;
  const onBehalf = command.by.agency !== obligation.agency;
  const byHead = !onBehalf && command.by.roles.includes('head');
  const number = obligation.submissions.length + 1;
  const submission: Submission = {
    number,
    receipt: command.receipt,
    standing: byHead || command.signed ? 'official' : 'draft',
    source: command.source,
    actedOn: command.actedOn,
    at,
    by: command.by.person,
    onBehalf,
    measures: command.measures,
    decision: null,
  };
  const facts = { version: number, receipt: command.receipt, standing: submission.standing, actedOn: command.actedOn };
  voice.record(
    'submitted',
    `submitted-${number}`,
    command.by,
    { ...facts, source: command.source, onBehalf },
    command.ref,
  );
  if (onBehalf) {
    voice.toAgency('recordedOnBehalf', `on-behalf-${number}`, {
      facts: { ...facts, source: command.source },
      ref: command.ref,
    });
  } else {
    voice.notify(
      'receipt',
      `receipt-${number}`,
      { agency: obligation.agency, role: 'focalPoint', person: command.by.person },
      {
        facts,
        atOnce: true,
      },
    );
  }
  const next: Obligation = {
    ...obligation,
    phase: 'submitted',
    submissions: [...obligation.submissions, submission],
    suspendedSince: null,
    unreachedSince: null,
    extensionRequest: null,
    leadership: closingOf(context, obligation.agency) === 'letter' ? obligation.leadership : null,
    draftSince: submission.standing === 'draft' ? at : null,
  };
  if (submission.standing === 'official') return handToReviewer(voice, next, submission);
  voice.toHead('confirmRequest', `confirm-${number}`, { facts });
  return { ...next, review: null };
}

function makeOfficial(voice: ObligationVoice, command: Do<'confirm' | 'recordLetter'>, ref: string | null): Obligation {
  const submissions = voice.obligation.submissions.map((submission, index, all) =>
    index === all.length - 1 ? { ...submission, standing: 'official' as const } : submission,
  );
  const submission = submissions.at(-1);
  if (submission === undefined) throw new Error(`nothing to confirm in ${voice.obligation.key}`);
  voice.record(
    'confirmed',
    `confirmed-${submission.number}`,
    command.by,
    { version: submission.number, receipt: submission.receipt },
    ref,
  );
  return handToReviewer(voice, { ...voice.obligation, submissions, draftSince: null }, submission);
}

/** An official submission starts the reviewer's clock; what an agency owes to itself is closed by its head's word. */
function handToReviewer(voice: ObligationVoice, obligation: Obligation, submission: Submission): Obligation {
  const { context, at } = voice;
  switch (closingOf(context, obligation.agency)) {
    case 'head':
      voice.record('accepted', `accepted-${submission.number}`, null, { version: submission.number, byHead: true });
      return settle(obligation, 'accepted', decided(obligation, 'accepted'));
    case 'letter':
      return { ...obligation, review: null };
    case 'review': {
      const dueOn = addWorkingDays(context.calendar, dayOf(at), context.policy.reviewDays);
      voice.toReviewer('reviewRequest', `review-${submission.number}`, {
        facts: { version: submission.number, receipt: submission.receipt, dueOn },
      });
      return { ...obligation, review: { since: at, dueOn } };
    }
  }
}

function giveBack(voice: ObligationVoice, command: Do<'return'>): Obligation {
  const { obligation, context, at } = voice;
  const number = lastSubmission(obligation)?.number ?? 0;
  const back = addWorkingDays(context.calendar, dayOf(at), context.policy.returnDays);
  const present = currentDeadline(obligation);
  const kept = present.lastDayOn > back;
  const days = kept ? present : deadlineOn(back);
  voice.record('returned', `returned-${number}`, command.by, { version: number, dueOn: days.lastDayOn }, command.ref);
  voice.toAgency('returned', `returned-${number}`, {
    facts: { version: number, dueOn: days.lastDayOn },
    ref: command.ref,
  });
  return {
    ...reopened(voice, 'return', days),
    submissions: decided(obligation, 'returned'),
  };
}

function resume(voice: ObligationVoice, command: Do<'resume'>): Obligation {
  const { obligation, context, at } = voice;
  const since = obligation.suspendedSince ?? dayOf(at);
  const given = workingDaysBetween(context.calendar, since, dayOf(at));
  const present = currentDeadline(obligation);
  const lastDayOn = given === 0 ? present.lastDayOn : addWorkingDays(context.calendar, present.lastDayOn, given);
  const day = nearestLaterWorkingDay(context.calendar, lastDayOn);
  voice.record('resumed', `resumed-${dayOf(at)}`, command.by, { given, dueOn: day }, command.ref);
  voice.toAgency('resumed', `resumed-${dayOf(at)}`, { facts: { given, dueOn: day }, ref: command.ref });
  return reopened(voice, 'resumed', given === 0 ? present : deadlineOn(day));
}

function lead(voice: ObligationVoice, command: Do<'lead'>): Obligation {
  const { obligation, context, at } = voice;
  const to = command.to ?? (command.answer === 'direct' ? directionDay(voice) : null);
  const facts = { answer: command.answer, to };
  const what = `lead-${obligation.acts}`;
  voice.record('led', what, command.by, facts, command.ref);
  voice.toAgency('leadershipDecision', what, { facts, ref: command.ref });
  voice.toHead('leadershipDecision', what, { facts, ref: command.ref });
  if (obligation.agency !== context.coordinator)
    voice.toCoordinator('leadershipDecision', what, { facts, ref: command.ref });
  const answered = obligation.leadership && { ...obligation.leadership, answered: true };
  switch (command.answer) {
    case 'seen':
      return { ...obligation, leadership: answered };
    case 'waive':
      return settle(obligation, 'waived', obligation.submissions);
    case 'direct':
    case 'extend':
      return reopened(voice, 'leadership', deadlineOn(to ?? dayOf(at)));
  }
}

/** A direction without a day gives two working days, as leadership's own repeat does. */
function directionDay({ context, at }: ObligationVoice): string {
  return addWorkingDays(context.calendar, dayOf(at), context.policy.leadershipRepeat);
}

/** Opens the next numbered deadline; whatever was asked about the former one is over. */
function reopened(
  voice: ObligationVoice,
  because: Deadline['because'],
  days: Parameters<typeof openDeadline>[3],
): Obligation {
  const { obligation, context, at } = voice;
  const next = openDeadline(
    context,
    currentDeadline(obligation).number + 1,
    because,
    {
      namedOn: days.namedOn,
      lastDayOn: days.lastDayOn,
      aimOn: days.aimOn,
      overdueAfter: days.overdueAfter,
    },
    at,
  );
  return {
    ...obligation,
    phase: 'open',
    deadlines: [...obligation.deadlines, next],
    review: null,
    draftSince: null,
    extensionRequest: null,
    suspendedSince: null,
    leadership: null,
  };
}

function decided(obligation: Obligation, decision: 'accepted' | 'returned'): Submission[] {
  return obligation.submissions.map((submission, index, all) =>
    index === all.length - 1 ? { ...submission, decision } : submission,
  );
}

function settle(obligation: Obligation, phase: 'accepted' | 'waived' | 'sent', submissions: Submission[]): Obligation {
  return {
    ...obligation,
    phase,
    submissions,
    review: null,
    draftSince: null,
    extensionRequest: null,
    suspendedSince: null,
    unreachedSince: null,
    leadership: null,
  };
}
