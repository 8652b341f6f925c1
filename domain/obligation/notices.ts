import type { Instant } from '../calendar/instant.ts';
import type { Effects, JournalEntry } from '../engine/effects.ts';
import type { Actor } from '../engine/message.ts';
import type { Notice, NoticeKind } from '../notice/notice.ts';
import { postNotice } from '../notice/post-notice.ts';
import { currentDeadline, type Obligation, type RoundContext } from './obligation.ts';
import { sendSlot } from './send-slot.ts';

/** What one step says about one obligation: its notices and its line in the journal. */
export class ObligationVoice {
  readonly obligation: Obligation;
  readonly context: RoundContext;
  readonly at: Instant;
  readonly out: Effects;
  /** Later than `at` where the system was away: a notice leaves at the first send time after it, never in the night. */
  readonly now: Instant;

  constructor(obligation: Obligation, context: RoundContext, at: Instant, out: Effects, now: Instant = at) {
    this.obligation = obligation;
    this.context = context;
    this.at = at;
    this.out = out;
    this.now = now;
  }

  /** `what` makes the key unique within the deadline, such as `rung-1` or `returned-2`. */
  notify(
    kind: NoticeKind,
    what: string,
    to: Notice['to'],
    more: Partial<Pick<Notice, 'facts' | 'ref' | 'late' | 'rung'>> & { atOnce?: boolean } = {},
  ): void {
    const { context, obligation, at } = this;
    const { number } = currentDeadline(obligation);
    postNotice(this.out, context.province, {
      key: `${obligation.key}/${number}/${what}`,
      kind,
      at,
      slot: more.atOnce ? at : sendSlot(context.calendar, context.policy, this.now),
      to,
      plan: context.plan,
      round: context.id,
      about: obligation.agency,
      deadline: number,
      rung: more.rung ?? null,
      late: more.late ?? false,
      facts: more.facts ?? {},
      ref: more.ref ?? null,
    });
  }

  toAgency(kind: NoticeKind, what: string, more: Parameters<ObligationVoice['notify']>[3] = {}): void {
    this.notify(kind, what, { agency: this.obligation.agency, role: 'focalPoint' }, more);
  }

  toHead(kind: NoticeKind, what: string, more: Parameters<ObligationVoice['notify']>[3] = {}): void {
    this.notify(kind, `${what}/head`, { agency: this.obligation.agency, role: 'head' }, more);
  }

  toReviewer(kind: NoticeKind, what: string, more: Parameters<ObligationVoice['notify']>[3] = {}): void {
    const agency = this.context.reviewer ?? this.context.coordinator;
    this.notify(kind, what, { agency, role: this.context.reviewerRole ?? 'reviewer' }, more);
  }

  toCoordinator(kind: NoticeKind, what: string, more: Parameters<ObligationVoice['notify']>[3] = {}): void {
    this.notify(kind, `${what}/coordinator`, { agency: this.context.coordinator, role: 'coordinator' }, more);
  }

  /** One journal line; `what` makes it unique within the obligation. */
  record(
    kind: string,
    what: string,
    by: Actor | null,
    facts: JournalEntry['facts'] = {},
    ref: string | null = null,
  ): void {
    const { context, obligation, at } = this;
    const { number } = currentDeadline(obligation);
    this.out.journal.push({
      key: `${obligation.key}/${number}/${what}`,
      at,
      kind,
      plan: context.plan,
      round: context.id,
      agency: obligation.agency,
      by,
      facts: { deadline: number, ...facts },
      ref,
    });
  }
}
