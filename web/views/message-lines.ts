import { dayOf, type Instant } from '../../domain/calendar/instant.ts';
import type { JournalEntry, ObligationRow, WorkflowRow } from '../../domain/engine/effects.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Role, Roster } from '../../domain/roster/roster.ts';
import { noticeLine } from '../../wording/notice-line.ts';
import type { Desk } from './desk.ts';
import { rungTo } from './ladder-fact.ts';
import type { Milestone } from './planned-notices.ts';

/** Who gets a notice by the directory of a day; the rule that sending uses. */
export type Recipients = (
  roster: Roster,
  notice: Notice,
  day: string,
) => { person: string; agency: string; post: Role; standsInFor: string | null }[];

/** Writes messages that have not left, word for word, and sends nothing. */
export type Compose = (asked: {
  province: string;
  slot: Instant;
  notices: Notice[];
  /** Obligations as an act would leave them, where it is only being considered. */
  changed?: Obligation[];
  /** Its lines in the journal. */
  journal?: JournalEntry[];
  /** Rounds it would open, with the obligations in them. */
  opened?: { round: WorkflowRow; obligations: ObligationRow[] }[];
  /** Words of such an act. */
  words?: { ref: string; text: string; person: string; at: Instant; document?: string }[];
}) => Promise<{ person: string; agency: string; channel: string; subject: string; text: string }[]>;

/** Everything that one person gets in one slot. */
export interface PlannedMessage {
  /** Null where nobody holds the post: then it waits for somebody. */
  person: string | null;
  to: Notice['to'];
  post: Role;
  standsInFor: string | null;
  notices: Notice[];
}

/** One message a person: the notices of a slot by the person who gets them. */
export function messagesOf(desk: Desk, { at, notices }: Milestone, recipients: Recipients): PlannedMessage[] {
  const messages = new Map<string, PlannedMessage>();
  for (const notice of notices) {
    const { agency, role } = notice.to;
    const found = recipients(desk.roster, notice, dayOf(at));
    const empty = { person: null, post: role, standsInFor: null };
    for (const { person: who, post, standsInFor } of found.length > 0 ? found : [empty]) {
      const name = who ?? `${agency}/${role}`;
      const message = messages.get(name) ?? { person: who, to: notice.to, post, standsInFor, notices: [] };
      if (!message.notices.some(({ key }) => key === notice.key)) message.notices.push(notice);
      messages.set(name, message);
    }
  }
  return [...messages.values()];
}

/** One line a message. Example: Điều phối: bậc 2, Sở Du lịch và Sở Xây dựng (KH 54). */
export function messageLine(desk: Desk, { to, notices, person }: PlannedMessage): string {
  const groups = new Map<string, { words: string; plan: string | null; about: string[] }>();
  for (const notice of notices) {
    const words = noticeLine(notice);
    const plan = notice.plan === null ? null : (desk.plans.get(notice.plan)?.shortName ?? notice.plan);
    const group = groups.get(`${words}/${plan}`) ?? { words, plan, about: [] };
    if (notice.about !== null && notice.about !== to.agency) group.about.push(desk.agencyName(notice.about));
    groups.set(`${words}/${plan}`, group);
  }
  const parts = [...groups.values()].map(({ words, plan, about }) => {
    const whom = about.length === 0 ? '' : `, ${listed([...new Set(about)])}`;
    return `${words}${whom}${plan === null ? '' : ` (${plan})`}`;
  });
  return `${addressed(desk, to)}${person === null ? ' (chưa có người)' : ''}: ${parts.join('; ')}`;
}

/** A post in words: an agency's specialist by the agency, others by what they are. */
export function addressed(desk: Desk, to: { agency: string; role: string }): string {
  switch (to.role) {
    case 'focalPoint':
      return desk.agencyName(to.agency);
    case 'head':
      return `Lãnh đạo ${desk.agencyName(to.agency)}`;
    case 'reviewer':
      return `Người duyệt, ${desk.agencyName(to.agency)}`;
    default:
      return rungTo(desk, { toRole: to.role, toAgency: to.agency });
  }
}

/** "A", "A và B", "A, B và C". */
export function listed(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} và ${last}`;
}
