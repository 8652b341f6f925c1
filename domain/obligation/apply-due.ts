import { dayOf, type Instant } from '../calendar/instant.ts';
import type { Effects } from '../engine/effects.ts';
import { ObligationVoice } from './notices.ts';
import { currentDeadline, type Obligation, type PlannedItem, type RoundContext } from './obligation.ts';
import { missingPartsOf, partKeyOf } from './parts.ts';

/** Does one planned item whose instant has come. `late`: it leaves after its day because the system was away. */
export function applyDue(
  obligation: Obligation,
  item: PlannedItem,
  at: Instant,
  late: boolean,
  context: RoundContext,
  out: Effects,
  now: Instant = at,
): Obligation {
  const voice = new ObligationVoice(obligation, context, at, out, now);
  const deadline = currentDeadline(obligation);
  switch (item.kind) {
    case 'reminder':
      voice.toAgency('reminder', `reminder-${item.n}`, {
        facts: { workingDaysBefore: item.n },
        late,
        rung: `reminder-${item.n}`,
      });
      return obligation;
    case 'rung':
      return climb(voice, item, late);
    case 'leadershipRepeat':
      voice.notify(
        'leadershipRepeat',
        `lead-repeat-${item.n}-${obligation.leadership?.askedOn ?? ''}`,
        leadershipPost(context, item.n),
        {
          late,
          rung: 'leadership',
        },
      );
      return obligation;
    case 'leadershipHandover':
      voice.record('handedOver', `handover-${item.n}-${obligation.leadership?.askedOn ?? ''}`, null, { rank: item.n });
      voice.notify(
        'leadershipHandover',
        `lead-handover-${item.n}-${obligation.leadership?.askedOn ?? ''}`,
        leadershipPost(context, item.n),
        {
          late,
          rung: 'leadership',
        },
      );
      return {
        ...obligation,
        leadership: { deadline: deadline.number, askedOn: dayOf(at), askedAt: at, rank: item.n, answered: false },
      };
    case 'confirmReminder': {
      const number = obligation.submissions.length;
      voice.toHead('confirmReminder', `confirm-${number}-${item.n}`, { facts: { workingDays: item.n }, late });
      if (item.last)
        voice.toCoordinator('confirmReminder', `confirm-${number}-${item.n}`, { facts: { workingDays: item.n }, late });
      return obligation;
    }
    case 'reviewReminder': {
      const number = obligation.submissions.length;
      const facts = { version: number, workingDaysOver: item.n, dueOn: obligation.review?.dueOn ?? null };
      voice.toReviewer('reviewReminder', `review-${number}-${item.n}`, { facts, late });
      if (item.last) {
        const agency = context.reviewer ?? context.coordinator;
        voice.notify('reviewReminder', `review-${number}-${item.n}/head`, { agency, role: 'head' }, { facts, late });
      }
      return obligation;
    }
    case 'extensionReminder':
      voice.toReviewer('extensionReminder', `ask-${obligation.extensionRequest?.act ?? 0}-${item.n}`, {
        facts: { to: obligation.extensionRequest?.to ?? null, workingDaysOver: item.n },
        ref: obligation.extensionRequest?.ref ?? null,
        late,
      });
      return obligation;
  }
}

function leadershipPost(context: RoundContext, rank: number): { agency: string; role: 'leadership'; rank: number } {
  return { agency: context.leadership, role: 'leadership', rank };
}

/**
 * One rung of the ladder. The head's is never skipped; the coordinator's goes one post higher where the coordinator is
 * the one that owes. A rung that reaches leadership after it has answered asks anew. Where all parts that the agency
 * asked others for are missing, the rungs above its own head go to the heads of those who block: their own round climbs
 * further by itself.
 */
function climb(voice: ObligationVoice, item: PlannedItem, late: boolean): Obligation {
  const { obligation, context, at } = voice;
  const deadline = currentDeadline(obligation);
  const rung = `rung-${item.n}`;
  const asksLeadership =
    item.to === 'leadership' || (item.to === 'coordinator' && obligation.agency === context.coordinator);
  const to = asksLeadership
    ? leadershipPost(context, 1)
    : item.to === 'head'
      ? { agency: obligation.agency, role: 'head' as const }
      : { agency: context.coordinator, role: 'coordinator' as const };
  const { missing, all } = missingPartsOf(obligation);
  const waits = missing.length === 0 ? {} : { missing: missing.join(',') };
  const facts = { step: item.n, workingDaysAfter: item.after ?? item.n, ...waits };
  const deadlines = obligation.deadlines.map((each) => (each === deadline ? { ...each, rungsSent: item.n } : each));
  if (all && item.to !== 'head') {
    for (const agency of missing) {
      const blocks = { ...facts, blocks: 1, part: partKeyOf(obligation, agency) };
      voice.notify('escalation', `${rung}/${agency}`, { agency, role: 'head' }, { facts: blocks, late, rung });
    }
    voice.record('escalated', rung, null, { ...facts, to: 'blockers', late });
    return { ...obligation, deadlines };
  }
  voice.notify('escalation', rung, to, { facts, late, rung });
  voice.record('escalated', rung, null, { ...facts, to: to.role, late });
  return {
    ...obligation,
    deadlines,
    leadership:
      asksLeadership && obligation.leadership?.answered !== false
        ? { deadline: deadline.number, askedOn: dayOf(at), askedAt: at, rank: 1, answered: false }
        : obligation.leadership,
  };
}
