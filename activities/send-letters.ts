import type { Instant } from '../domain/calendar/instant.ts';
import { PURE_REMINDERS } from '../domain/notice/pure-reminders.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { markAgain } from '../wording/notices/message.ts';
import type { DeliverPorts, MailOutcome, MailRun, Outbox, Settled, StoredLetter } from './ports.ts';

/** Error of a letter that waits because no mail server is set. */
export const NO_MAIL_SETTINGS = 'NO_MAIL_SETTINGS';
const ADDRESS_GONE = 'ADDRESS_GONE';

/** Hands the letters of a slot to the mail server, by person; answers how many are worth another attempt. */
export async function sendLetters(
  { outbox, mail, facts }: DeliverPorts,
  { province, slot, at }: { province: string; slot: Instant; at: Instant },
): Promise<number> {
  const letters = await outbox.letters(province, slot);
  const worth = letters.filter((letter) => letter.status === 'queued' || isRepeated(letter));
  if (worth.length === 0) return 0;
  if (mail === null) {
    await outbox.excuse(
      worth.filter(({ status }) => status === 'queued').map(({ key }) => key),
      NO_MAIL_SETTINGS,
    );
    return 0;
  }
  const roster = await facts.roster(province);
  const run = mail.begin();
  let waiting = 0;
  try {
    for (const [index, letter] of worth.entries()) {
      const left = await sendOne(outbox, run, roster, letter, at);
      if (left === 'later' || left === 'unknown') waiting += left === 'later' || isRepeated(letter) ? 1 : 0;
      if (left === 'away') {
        const rest = worth.slice(index);
        return waiting + rest.length;
      }
    }
  } finally {
    await run.end();
  }
  return waiting;
}

/** True for a letter that is sent again, with a mark, when nobody can know whether it arrived. */
function isRepeated({ kinds }: StoredLetter): boolean {
  return kinds.some((kind) => !PURE_REMINDERS.includes(kind));
}

async function sendOne(
  outbox: Outbox,
  run: MailRun,
  roster: Roster,
  letter: StoredLetter,
  at: Instant,
): Promise<MailOutcome['kind']> {
  const { key } = letter;
  const again = letter.status === 'unknown';
  const words = again && !letter.again ? markAgain(letter) : letter;
  const { subject, text, html } = words;
  if (!(await outbox.claim(key, letter.status, again ? { subject, text, html } : undefined))) return 'sent';
  const person = roster.people.find(({ id }) => id === letter.person);
  if (!person?.email) {
    await outbox.settle(key, { status: 'failed', error: ADDRESS_GONE });
    return 'rejected';
  }
  const to = { name: person.name, address: person.email };
  const outcome = await run.send({ key, to, subject, text, html, enclosures: letter.enclosures, at });
  await outbox.settle(key, settled(outcome, at, again || letter.again));
  return outcome.kind;
}

function settled(outcome: MailOutcome, at: Instant, again: boolean): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', at, again, response: outcome.response };
    case 'rejected':
      return { status: 'failed', error: outcome.error };
    case 'later':
    case 'away':
      // One whose first fate nobody knows keeps that standing, or its mark would be lost.
      return { status: again ? 'unknown' : 'queued', error: outcome.error };
    case 'unknown':
      return { status: 'unknown', error: outcome.error };
  }
}
