import { createDeliverActivities, type DeliverActivities } from '../../activities/deliver.ts';
import type { Mail, NoticeLinks } from '../../activities/ports.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { ReceivedLetter } from '../../mail/ports.ts';
import { type Receiver, startReceiver } from '../../mail/receiver.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import type { Database } from '../../store/database.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createRosterStore } from '../../store/roster-store.ts';

/** The product's delivery with real SMTP to a receiver on the loopback. */
export interface PostOffice {
  deliver: DeliverActivities;
  /** Letters that arrived, in order. */
  letters: ReceivedLetter[];
  receiver: Receiver;
  close(): Promise<void>;
}

const LINKS: NoticeLinks = {
  obligation: (key) => `http://127.0.0.1/viec/${key}`,
  opinion: (key) => `http://127.0.0.1/y-kien/${key}`,
  obstacle: (id) => `http://127.0.0.1/kho-khan/${id}`,
  round: (id) => `http://127.0.0.1/dot/${id}`,
};

/** Everybody of the directory has entered the web chat, except the people named. */
export async function openPostOffice(
  { db }: Database,
  house: {
    roster: Roster;
    plans: Plan[];
    calendar: WorkCalendar;
    at: Instant;
    neverEntered?: string[];
    /** Letters go there instead of to the receiver. */
    mail?: Mail;
  },
): Promise<PostOffice> {
  const { roster, plans, calendar, at, neverEntered = [], mail } = house;
  await createRosterStore(db).saveRoster(roster);
  await db
    .updateTable('person')
    .set({ entered_at: at })
    .$if(neverEntered.length > 0, (query) => query.where('id', 'not in', neverEntered))
    .execute();
  const store = createPlanStore(db);
  for (const plan of plans) await store.savePlan(plan, at);
  const letters: ReceivedLetter[] = [];
  const receiver = await startReceiver({
    box: {
      async keep(letter) {
        letters.push(letter);
      },
    },
  });
  const { host, port } = receiver;
  return {
    deliver: createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: mail ?? createSmtpMail({ host, port, auth: null, from: 'Đôn Đốc <dondoc@example>', ca: null, plain: true }),
      links: LINKS,
      calendar: () => calendar,
    }),
    letters,
    receiver,
    close: () => receiver.close(),
  };
}
