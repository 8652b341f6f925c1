import type { Kysely } from 'kysely';
import type { NoticeFacts, ObstacleRecord, RoundAct, RoundRecord, SentRung } from '../activities/ports.ts';
import { dayOf } from '../domain/calendar/instant.ts';
import type { RoundFacts } from '../domain/machines/round.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { obstacleWorkflow } from '../domain/plan/keys.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { messagesOf } from './outbox.ts';
import { createPlanStore } from './plan-store.ts';
import { createRosterStore } from './roster-store.ts';
import type { Schema } from './schema.ts';
import { createTextStore } from './text-store.ts';

/** Reads what messages quote: people, plans, rounds with their story, and words. */
export function createNoticeFacts(db: Kysely<Schema>): NoticeFacts {
  const rosters = createRosterStore(db);
  const plans = createPlanStore(db);
  const texts = createTextStore(db);
  return {
    roster: async (province) => withoutReturned(await rosters.loadRoster(province), await returnedAddresses(db)),
    async entered(people) {
      if (people.length === 0) return new Set();
      const rows = await db
        .selectFrom('person')
        .select('id')
        .where('id', 'in', people)
        .where('entered_at', 'is not', null)
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
    plan: (id) => plans.loadPlan(id),
    words: (refs) => texts.loadTexts(refs),
    rounds: (ids) => readRounds(db, ids),
    obstacles: (province, ids) => readObstacles(db, province, ids),
  };
}

/** Addresses that letters come back from, by person. */
async function returnedAddresses(db: Kysely<Schema>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'returned_email'])
    .where('returned_email', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, returned_email }) => [id, returned_email ?? '']));
}

/** No new letter goes to an address that the last one came back from: the person's other channels are left. */
function withoutReturned(roster: Roster, returned: Map<string, string>): Roster {
  const people = roster.people.map((person) =>
    person.email !== null && returned.get(person.id) === person.email
      ? { ...person, channels: person.channels.filter((channel) => channel !== 'email') }
      : person,
  );
  return { ...roster, people };
}

async function readRounds(db: Kysely<Schema>, ids: string[]): Promise<Map<string, RoundRecord>> {
  if (ids.length === 0) return new Map();
  const rounds = await db.selectFrom('workflow').select(['workflow', 'state']).where('workflow', 'in', ids).execute();
  const obligations = await db
    .selectFrom('obligation')
    .select(['round', 'agency', 'closing', 'phase', 'standing', 'state'])
    .where('round', 'in', ids)
    .orderBy('key')
    .execute();
  const acts = await readActs(db, ids);
  const { rungs, failures } = await readSent(db, ids);
  return new Map(
    rounds.map(({ workflow, state }) => [
      workflow,
      {
        facts: state as unknown as RoundFacts,
        obligations: obligations
          .filter(({ round }) => round === workflow)
          .map(({ round: _round, state: own, ...row }) => ({ ...row, state: own as unknown as Obligation })),
        acts: acts.get(workflow) ?? [],
        rungs: rungs.get(workflow) ?? [],
        failures: failures.get(workflow) ?? [],
      },
    ]),
  );
}

async function readActs(db: Kysely<Schema>, ids: string[]): Promise<Map<string, RoundAct[]>> {
  const rows = await db
    .selectFrom('journal')
    .select(['at', 'kind', 'round', 'agency', 'actor', 'facts', 'ref'])
    .where('round', 'in', ids)
    .orderBy('at')
    .orderBy('seq')
    .execute();
  return groupBy(
    rows.map((row) => {
      const facts = row.facts as RoundAct['facts'];
      const act: RoundAct = {
        at: row.at,
        kind: row.kind,
        agency: row.agency ?? '',
        by: row.actor as RoundAct['by'],
        deadline: typeof facts.deadline === 'number' ? facts.deadline : 0,
        facts,
        ref: row.ref,
      };
      return [row.round ?? '', act] as const;
    }),
  );
}

/** Rungs with what became of their messages, and what could not reach the owing agencies, newest first. */
async function readSent(
  db: Kysely<Schema>,
  ids: string[],
): Promise<{ rungs: Map<string, SentRung[]>; failures: Map<string, RoundRecord['failures']> }> {
  const notices = await db
    .selectFrom('notice')
    .select(['key', 'kind', 'round', 'about', 'deadline', 'at', 'to_agency', 'to_role', 'facts'])
    .where('round', 'in', ids)
    .where('status', '=', 'grouped')
    .where((eb) => eb.or([eb('kind', '=', 'escalation'), eb('to_agency', '=', eb.ref('about'))]))
    .orderBy('at')
    .orderBy('seq')
    .execute();
  const messages = await messagesOf(
    db,
    notices.map(({ key }) => key),
  );
  const rungs: (readonly [string, SentRung])[] = [];
  const failures: (readonly [string, RoundRecord['failures'][number]])[] = [];
  for (const { key, kind, round, about, deadline, at, to_agency, to_role, facts } of notices) {
    const carriers = messages.filter((message) => message.notices.includes(key));
    if (kind === 'escalation') {
      const sent = carriers.map(({ channel, status, sent_at, read_at }) => ({
        channel,
        status,
        sentAt: sent_at,
        readAt: read_at,
      }));
      const step = typeof facts.step === 'number' ? facts.step : 0;
      const to = { agency: to_agency, role: to_role };
      rungs.push([round ?? '', { about: about ?? '', deadline: deadline ?? 0, step, at, to, messages: sent }]);
    }
    for (const { channel, status, slot, error } of carriers) {
      if (to_agency !== about || (status !== 'failed' && status !== 'held')) continue;
      failures.push([round ?? '', { about, on: dayOf(slot), channel, error }]);
    }
  }
  return { rungs: groupBy(rungs), failures: newestByChannel(groupBy(failures)) };
}

function newestByChannel(failures: Map<string, RoundRecord['failures']>): Map<string, RoundRecord['failures']> {
  const newest = new Map<string, RoundRecord['failures']>();
  for (const [round, all] of failures) {
    const kept = new Map(all.map((failure) => [`${failure.about}/${failure.channel}`, failure]));
    newest.set(round, [...kept.values()].reverse());
  }
  return newest;
}

function groupBy<Value>(pairs: (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

async function readObstacles(
  db: Kysely<Schema>,
  province: string,
  ids: string[],
): Promise<Map<string, ObstacleRecord>> {
  if (ids.length === 0) return new Map();
  const workflows = ids.map((id) => obstacleWorkflow(province, id));
  const rows = await db
    .selectFrom('workflow')
    .select(['workflow', 'state'])
    .where('workflow', 'in', workflows)
    .execute();
  const raised = await db
    .selectFrom('journal')
    .select(['workflow', 'at'])
    .where('workflow', 'in', workflows)
    .where('kind', '=', 'obstacleRaised')
    .execute();
  const records = new Map<string, ObstacleRecord>();
  for (const { workflow, state } of rows) {
    const own = state as unknown as Omit<ObstacleRecord, 'raisedAt'> & { id: string };
    const raisedAt = raised.find((line) => line.workflow === workflow)?.at;
    if (raisedAt === undefined) continue;
    const { ref, measure, obligation, raisedBy, coordinator } = own;
    records.set(own.id, { ref, measure, obligation, raisedBy, raisedAt, coordinator });
  }
  return records;
}
