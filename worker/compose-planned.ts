import { composeRun } from '../activities/compose-run.ts';
import type { DeliverPorts, RoundAct, RoundRecord, StoredNotice, StoredWords } from '../activities/ports.ts';
import { recipientsOf } from '../activities/recipients.ts';
import type { JournalEntry } from '../domain/engine/effects.ts';
import type { RoundFacts } from '../domain/machines/round.ts';
import type { Notice } from '../domain/notice/notice.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { Compose, Recipients } from '../web/views/message-lines.ts';

type Opened = NonNullable<Parameters<Compose>[0]['opened']>;

/**
 * Writes messages that have not left, word for word as sending would, and sends nothing. An act that is only being
 * considered brings its own obligations and words, so that the message speaks of what the act would make of them.
 */
export function createCompose(ports: DeliverPorts): Compose {
  return async ({ province, slot, notices, changed = [], journal = [], opened = [], words = [] }) => {
    const { facts } = ports;
    const run = await composeRun(
      {
        ...ports,
        facts: {
          ...facts,
          rounds: async (ids) => withOpened(withChanges(await facts.rounds(ids), changed, journal), opened),
          words: async (refs) => withWords(await facts.words(refs), words),
        },
      },
      { province, slot, at: slot },
      { notices: notices.map(stored), letters: [] },
    );
    return run.messages.map(({ person, agency, channel, subject, text }) => ({
      person,
      agency,
      channel,
      subject,
      text,
    }));
  };
}

/** Who gets a notice that has not left: the rule of sending. */
export const recipientsOfPlanned: Recipients = (roster, notice, day) => recipientsOf(roster, stored(notice), day);

function withChanges(
  rounds: Map<string, RoundRecord>,
  changed: Obligation[],
  journal: JournalEntry[],
): Map<string, RoundRecord> {
  return new Map(
    [...rounds].map(([id, round]) => [
      id,
      {
        ...round,
        acts: [...round.acts, ...journal.flatMap((entry) => (entry.round === id ? (actOf(entry) ?? []) : []))],
        obligations: round.obligations.map((each) => {
          const state = changed.find(({ key }) => key === each.state.key);
          if (state === undefined) return each;
          return { ...each, state, phase: state.phase, standing: state.submissions.at(-1)?.standing ?? 'none' };
        }),
      },
    ]),
  );
}

/** Rounds that do not exist yet, as they would begin. */
function withOpened(rounds: Map<string, RoundRecord>, opened: Opened): Map<string, RoundRecord> {
  const begun = opened.map(({ round, obligations }): [string, RoundRecord] => {
    const own = obligations.map(({ agency, closing, phase, standing, state }) => {
      return { agency, closing, phase, standing, state: state as Obligation };
    });
    return [round.workflow, { facts: round.state as RoundFacts, obligations: own, acts: [], rungs: [], failures: [] }];
  });
  return new Map([...rounds, ...begun]);
}

function actOf({ at, kind, agency, by, facts, ref }: JournalEntry): RoundAct | null {
  if (agency === null) return null;
  return { at, kind, agency, by, deadline: typeof facts.deadline === 'number' ? facts.deadline : 1, facts, ref };
}

function withWords(
  known: Map<string, StoredWords>,
  words: (StoredWords & { ref: string })[],
): Map<string, StoredWords> {
  return new Map([...known, ...words.map(({ ref, ...said }) => [ref, said] as const)]);
}

function stored({ to, ...notice }: Notice): StoredNotice {
  return { ...notice, to: { agency: to.agency, role: to.role, rank: to.rank ?? null, person: to.person ?? null } };
}
