import { composeRun } from '../activities/compose-run.ts';
import type { DeliverPorts, StoredNotice } from '../activities/ports.ts';
import { recipientsOf } from '../activities/recipients.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { Compose, Recipients } from '../web/views/message-lines.ts';

function stored(notice: Notice): StoredNotice {
  const { rank, person, ...to } = notice.to;
  return { ...notice, to: { ...to, rank: rank ?? null, person: person ?? null } };
}

/** Who gets a notice: the rule that sending uses. */
export const recipientsByRule: Recipients = (roster, notice, day) => recipientsOf(roster, stored(notice), day);

/**
 * Messages as they would leave, word for word, by the same composition that sends them. Obligations and words that an act
 * under consideration would leave behind are laid over what the database says; nothing is written.
 */
export function composeUnsent(ports: DeliverPorts): Compose {
  return async ({ province, slot, notices, changed = [], words = [] }) => {
    const byKey = new Map(changed.map((obligation) => [`${obligation.key}`, obligation]));
    const facts: DeliverPorts['facts'] = {
      ...ports.facts,
      async rounds(ids) {
        const rounds = await ports.facts.rounds(ids);
        return new Map(
          [...rounds].map(([id, round]) => [
            id,
            {
              ...round,
              obligations: round.obligations.map((row) => ({ ...row, state: byKey.get(row.state.key) ?? row.state })),
            },
          ]),
        );
      },
      async words(refs) {
        const known = await ports.facts.words(refs);
        for (const { ref, ...said } of words) known.set(ref, said);
        return known;
      },
    };
    const run = { province, slot, at: slot };
    const { messages } = await composeRun({ ...ports, facts }, run, { notices: notices.map(stored), letters: [] });
    return messages.map(({ person, agency, channel, subject, text }) => ({ person, agency, channel, subject, text }));
  };
}
