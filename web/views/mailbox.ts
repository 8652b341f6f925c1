import { dayOf } from '../../domain/calendar/instant.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { LetterStore, MailboxLetter } from '../../store/letter-store.ts';
import { fold } from '../../wording/fold.ts';
import { may, NO_SUBJECT, type WebActor } from '../access.ts';
import type { LetterListFact, MailboxView } from '../pages/mailbox.tsx';
import type { Mailbox } from '../ports.ts';

/** The trial's mailbox, filtered by who reads: everybody his own letters, coordinator and administrator all of them. */
export function createMailbox(letters: LetterStore, roster: () => Promise<Roster>): Mailbox {
  const visible = (actor: WebActor, letter: MailboxLetter): boolean =>
    may(actor, 'seeLetter', { ...NO_SUBJECT, asked: letter.person ? [letter.person.id] : [] });
  const find = async (actor: WebActor, id: string): Promise<MailboxLetter | null> => {
    const letter = await letters.find(id);
    return letter !== null && visible(actor, letter) ? letter : null;
  };
  return {
    async list(actor, filter) {
      const { agencies } = await roster();
      const wanted = fold(filter);
      const days: MailboxView['days'] = [];
      for (const letter of await letters.list()) {
        if (!visible(actor, letter)) continue;
        const agency = agencies.find(({ id }) => id === letter.agency);
        const fact = listFact(letter, agency?.shortName ?? null);
        if (!fold(`${fact.to} ${agency?.name ?? ''} ${fact.subject}`).includes(wanted)) continue;
        const day = dayOf(letter.at);
        const last = days.at(-1);
        if (last?.day === day) last.letters.push(fact);
        else days.push({ day, letters: [fact] });
      }
      return { days };
    },
    async letter(actor, id) {
      const letter = await find(actor, id);
      if (letter === null) return null;
      return {
        id,
        subject: { ...NO_SUBJECT, asked: letter.person ? [letter.person.id] : [] },
        title: letter.subject,
        from: letter.from ?? '',
        to: letter.person ? `${letter.person.name} <${letter.to}>` : letter.to,
        at: letter.at,
        acceptedAt: letter.state === 'received' ? letter.at : null,
        bouncedAt: letter.state === 'refused' ? letter.at : null,
        text: letter.text,
      };
    },
    source: async (actor, id) => (await find(actor, id))?.source ?? null,
  };
}

function listFact(letter: MailboxLetter, agency: string | null): LetterListFact {
  const name = letter.person?.name ?? letter.to;
  return {
    id: letter.id,
    to: agency === null ? name : `${name}, ${agency}`,
    subject: letter.subject,
    at: letter.at,
    bouncedAt: letter.state === 'refused' ? letter.at : null,
  };
}
