import type {
  DeliverPorts,
  NewMessage,
  NoticeFacts,
  NoticeReach,
  ObstacleRecord,
  Outbox,
  Regrouping,
  RoundRecord,
  StoredNotice,
  StoredWords,
} from '../../activities/ports.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Batch } from '../../domain/engine/effects.ts';
import type { RoundFacts } from '../../domain/machines/round.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { type CastAct, wordsRef } from '../../domain/rehearsal/act.ts';
import type { SentMessage } from '../../domain/rehearsal/ledger.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { castText } from '../../wording/cast.ts';
import { REHEARSAL_LINKS } from './rehearsal-links.ts';

/** Sending without channels: the outbox and the facts that messages quote, kept in memory; everything arrives. */
export interface SimulatedPost {
  ports: DeliverPorts;
  /** Follows what workflows write: rounds with their obligations, obstacles. */
  note(batch: Batch): void;
  /** Keeps the words of an act. */
  hear(act: CastAct): void;
  /** Hands over the notices that may leave now. */
  queue(notices: Notice[]): void;
  sent: SentMessage[];
}

export function simulatedPost(given: { roster: Roster; plans: Plan[]; calendar: WorkCalendar }): SimulatedPost {
  const rounds = new Map<string, RoundRecord>();
  const obstacles = new Map<string, ObstacleRecord>();
  const words = new Map<string, StoredWords>();
  const notices = new Map<string, StoredNotice>();
  const sent: SentMessage[] = [];
  let queued: StoredNotice[] = [];
  let tried: NoticeReach[] = [];

  const outbox: Outbox = {
    pending: async () => ({ notices: queued, letters: [] }),
    async regroup(change) {
      queued = [];
      tried = triedIn(change, notices);
      for (const message of change.messages) sent.push(sentMessage(message, change, notices));
      for (const key of [...change.grouped, ...change.vacant, ...change.overtaken]) notices.delete(key);
    },
    letters: async () => [],
    claim: async () => false,
    settle: async () => undefined,
    excuse: async () => undefined,
    reach: async () => tried,
  };
  const facts: NoticeFacts = {
    roster: async () => given.roster,
    entered: async (people) => new Set(people),
    plan: async (id) => given.plans.find((plan) => plan.id === id) ?? null,
    rounds: async (ids) => picked(rounds, ids),
    words: async (refs) => picked(words, refs),
    obstacles: async (_province, ids) => picked(obstacles, ids),
  };
  return {
    ports: { outbox, facts, mail: null, links: REHEARSAL_LINKS, calendar: () => given.calendar },
    note(batch) {
      if (batch.workflow.type === 'round') noteRound(rounds, batch);
      if (batch.workflow.type === 'obstacle') noteObstacle(obstacles, batch);
    },
    hear(act) {
      if (act.says === null) return;
      words.set(wordsRef(act), { text: castText(act.says, act.key), person: act.person, at: act.at });
    },
    queue(due) {
      queued = due.map(storedNotice);
      tried = [];
      for (const notice of queued) notices.set(notice.key, notice);
    },
    sent,
  };
}

function storedNotice({ to, ...notice }: Notice): StoredNotice {
  return { ...notice, to: { agency: to.agency, role: to.role, rank: to.rank ?? null, person: to.person ?? null } };
}

function noteRound(rounds: Map<string, RoundRecord>, { workflow, obligations }: Batch): void {
  const known = rounds.get(workflow.workflow);
  const rows = new Map((known?.obligations ?? []).map((row) => [row.agency, row]));
  for (const { agency, closing, phase, standing, state } of obligations) {
    rows.set(agency, { agency, closing, phase, standing, state: state as Obligation });
  }
  rounds.set(workflow.workflow, {
    facts: workflow.state as RoundFacts,
    obligations: [...rows.values()],
    acts: [],
    rungs: [],
    failures: [],
  });
}

function noteObstacle(obstacles: Map<string, ObstacleRecord>, { workflow, at }: Batch): void {
  const { id, ref, measure, obligation, raisedBy, coordinator } = workflow.state as Omit<ObstacleRecord, 'raisedAt'> & {
    id: string;
  };
  const raisedAt = obstacles.get(id)?.raisedAt ?? at;
  obstacles.set(id, { ref, measure, obligation, raisedBy, raisedAt, coordinator });
}

/** What became of the notices to owing agencies (store/outbox.ts, reach): what somebody gets arrives. */
function triedIn({ grouped, vacant, messages }: Regrouping, notices: Map<string, StoredNotice>): NoticeReach[] {
  const carried = new Set(messages.flatMap((message) => message.notices));
  const reach: NoticeReach[] = [];
  for (const key of notices.keys()) {
    if (!grouped.includes(key) && !vacant.includes(key)) continue;
    const { round, about, deadline, to } = notices.get(key) ?? { round: null, about: null, deadline: null, to: null };
    const owing = to?.agency === about && (to?.role === 'focalPoint' || to?.role === 'head');
    if (!owing || round === null || about === null || deadline === null) continue;
    reach.push({ notice: key, round, about, states: carried.has(key) ? ['delivered'] : [] });
  }
  return reach;
}

function sentMessage(message: NewMessage, { at }: Regrouping, notices: Map<string, StoredNotice>): SentMessage {
  const { person, agency, channel, subject } = message;
  return { at, person, agency, channel, subject, notices: message.notices.flatMap((key) => notices.get(key) ?? []) };
}

function picked<Value>(all: Map<string, Value>, keys: string[]): Map<string, Value> {
  return new Map(
    keys.flatMap((key) => {
      const value = all.get(key);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}
