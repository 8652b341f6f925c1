import { type Kysely, sql } from 'kysely';
import { createDeliverActivities } from '../../activities/deliver.ts';
import { playOf } from '../../cli/rehearsal-play.ts';
import { instantOn } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { wordsRef } from '../../domain/rehearsal/act.ts';
import type { Play } from '../../domain/rehearsal/play.ts';
import { simulate } from '../../domain/rehearsal/simulate.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { startReceiver } from '../../mail/receiver.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import { createLedger } from '../../store/ledger.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import type { Schema } from '../../store/schema.ts';
import { castText } from '../../wording/cast.ts';
import { planStart } from '../../worker/open-plans.ts';
import { REHEARSAL_LINKS } from '../../worker/rehearsal/rehearsal-links.ts';

/** Two and a half years of one province's plans, up to a morning in the reporting season. */
const FROM = '2023-01-01';
const MORNING = { day: '2025-06-13', time: '08:30' };
const PLANS = ['brvt-kh54-2022', 'brvt-kh57-2022', 'brvt-kh-2023'];
const PROVINCE = 'brvt';
/** What is over is copied into earlier years too: a decade on one desk. */
const PLAN_COPIES = 10;
const YEARS_BEFORE = [3, 6];

export interface BoardData {
  play: Play;
  calendar: WorkCalendar;
  counts: {
    plans: number;
    obligations: number;
    open: number;
    rounds: number;
    notices: number;
    messages: number;
    journal: number;
  };
}

/**
 * Fills a database with a large province: what the machines and the delivery really wrote for a few years of three plans,
 * copied row by row under other plans, agencies and years. The clock stands on a morning on which much is open.
 */
export async function fillBoard(
  db: Kysely<Schema>,
  { seed, obligations }: { seed: number; obligations: number },
): Promise<BoardData> {
  const values = { '--from': FROM, '--to': MORNING.day, '--seed': String(seed) };
  const play = playOf({ env: {} }, { words: PLANS, values, flags: [], json: false });
  const roster = play.rosters[PROVINCE];
  if (roster === undefined) throw new Error(`no directory for ${PROVINCE}`);
  await playInto(db, play, roster);
  const { all, over } = await played(db);
  const agencyCopies = Math.ceil(obligations / ((all + over * YEARS_BEFORE.length) * PLAN_COPIES));
  await copyPlans(db, play);
  await copyPeople(db, agencyCopies);
  await copyRows(db, agencyCopies);
  for (const years of YEARS_BEFORE) await copyYears(db, years);
  await sql`analyze`.execute(db);
  await createStoredClock(db).initialise('stepped', instantOn(MORNING.day, MORNING.time));
  return { play, calendar: play.calendar, counts: await countsOf(db) };
}

/** By the pure rules, but into this database and with its own delivery. */
async function playInto(db: Kysely<Schema>, play: Play, roster: Roster): Promise<void> {
  const start = instantOn(FROM, '00:00');
  await createRosterStore(db).saveRoster(roster);
  await db.updateTable('person').set({ entered_at: start }).execute();
  const plans = createPlanStore(db);
  for (const plan of play.plans) await plans.savePlan(plan, start);
  const receiver = await startReceiver({ box: { keep: async () => undefined } });
  try {
    const { host, port } = receiver;
    const { deliver } = createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: createSmtpMail({ host, port, auth: null, from: 'Đôn Đốc <dondoc@example>', ca: null, plain: true }),
      links: REHEARSAL_LINKS,
      calendar: () => play.calendar,
    });
    const ledger = createLedger(db);
    const happenings = simulate({
      scene: { seed: play.seed, calendar: play.calendar, roster, played: [] },
      starts: play.plans.map((plan) => planStart(plan, play.all, play.calendar, start)),
      until: instantOn(MORNING.day, MORNING.time),
    });
    for (let next = happenings.next(); !next.done; ) {
      const happening = next.value;
      if (happening.kind === 'deliver') {
        next = happenings.next(await deliver(happening.call));
        continue;
      }
      if (happening.kind === 'written') await ledger.write(happening.batch);
      else if (happening.act.says !== null) {
        const { act } = happening;
        const text = castText(happening.act.says, act.key);
        const row = { ref: wordsRef(act), at: act.at, person: act.person, text, facts: '{}' };
        await db
          .insertInto('stored_text')
          .values(row)
          .onConflict((oc) => oc.doNothing())
          .execute();
      }
      next = happenings.next(undefined);
    }
    await db.deleteFrom('agenda').execute();
  } finally {
    await receiver.close();
  }
}

async function played(db: Kysely<Schema>): Promise<{ all: number; over: number }> {
  const { rows } = await sql<{
    all: number;
    over: number;
  }>`select count(*) as all, count(*) filter (where ${OVER}) as over
    from obligation x`.execute(db);
  return rows[0] ?? { all: 0, over: 0 };
}

/** Copied into an earlier year: duties that are done, in the base years only. */
const OVER = sql`x.phase in ('accepted', 'waived', 'sent') and x.year >= ${Number(FROM.slice(0, 4))}`;

async function copyPlans(db: Kysely<Schema>, play: Play): Promise<void> {
  const plans = createPlanStore(db);
  for (const plan of play.plans) {
    for (let copy = 1; copy < PLAN_COPIES; copy += 1) {
      await plans.savePlan(
        { ...plan, id: `${plan.id}-${copy}`, shortName: `${plan.shortName}-${copy}` },
        instantOn(FROM, '00:00'),
      );
    }
  }
}

async function copyPeople(db: Kysely<Schema>, copies: number): Promise<void> {
  await sql`insert into agency (id, province, name, short_name, kind, names, aliases)
    select id || '-' || c, province, name || ' ' || c, short_name || ' ' || c, kind, names, aliases
    from agency, generate_series(1, ${copies - 1}::int) c where kind not in ('central', 'group', 'international', 'party')`.execute(
    db,
  );
  await sql`insert into person (id, name, title, email, phone, channels, given, entered_at)
    select id || '-' || c, name, title, email, phone, channels, given, entered_at
    from person, generate_series(1, ${copies - 1}::int) c`.execute(db);
  await sql`insert into post (agency, role, person, rank, from_day, to_day)
    select agency || '-' || c, role, person || '-' || c, rank, from_day, to_day
    from post, generate_series(1, ${copies - 1}::int) c where role in ('focalPoint', 'head')`.execute(db);
}

/** `p` numbers the copy of the plan, `a` that of the agency; 0 and 0 are the rows as they were written. */
async function copyRows(db: Kysely<Schema>, agencyCopies: number): Promise<void> {
  const plans = sql`generate_series(0, ${PLAN_COPIES - 1}::int) p`;
  const agencies = sql`generate_series(0, ${agencyCopies - 1}::int) a`;
  const renamed = (column: string) =>
    sql`case when p = 0 then ${sql.ref(column)} else replace(${sql.ref(column)}, x.plan || '/', x.plan || '-' || p || '/') end`;
  const ofPlan = sql`case when p = 0 then x.plan else x.plan || '-' || p end`;
  const suffix = sql`case when a = 0 then '' else '-' || a end`;
  await sql`insert into workflow (workflow, type, province, plan, n, wake, phase, closed, at, state)
    select case when type = 'plan' then workflow || '-' || p else replace(workflow, x.plan || '/', x.plan || '-' || p || '/') end,
      type, province, ${ofPlan}, n, wake, phase, closed, at,
      case when type = 'round' then state || jsonb_build_object('key', replace(state->>'key', x.plan || '/', x.plan || '-' || p || '/')) else state end
    from workflow x, ${plans} where x.plan is not null and p > 0 and type in ('plan', 'cycle', 'round')`.execute(db);
  await sql`insert into obligation
    select ${renamed('x.key')} || ${suffix}, ${renamed('x.round')}, ${ofPlan}, requirement, kind, year, period, agency || ${suffix}, reviewer, closing,
      phase, standing, deadline, named_on, last_day_on, aim_on, overdue_after, rung, n,
      case when phase = 'imported' then state
        else state || jsonb_build_object('key', ${renamed('x.key')} || ${suffix}, 'agency', agency || ${suffix}) end
    from obligation x, ${plans}, ${agencies} where p > 0 or a > 0`.execute(db);
  await sql`insert into journal (key, at, kind, plan, round, agency, person, actor, facts, ref, workflow)
    select key || '#' || p || '.' || a, at, kind, ${ofPlan}, ${renamed('x.round')}, agency || ${suffix}, person, actor, facts, ref, workflow
    from journal x, ${plans}, ${agencies} where (p > 0 or a > 0) and x.agency is not null`.execute(db);
  await sql`insert into journal (key, at, kind, plan, round, agency, person, actor, facts, ref, workflow)
    select key || '#' || p, at, kind, ${ofPlan}, ${renamed('x.round')}, agency, person, actor, facts, ref, workflow
    from journal x, ${plans} where p > 0 and x.agency is null and x.plan is not null`.execute(db);
  const noticeKey = sql`replace(${renamed('x.key')}, '/' || about || '/', '/' || about || ${suffix} || '/')`;
  await sql`insert into notice (key, kind, at, slot, province, to_agency, to_role, to_rank, to_person, plan, round, about, deadline, rung, late, facts, ref, status)
    select ${noticeKey}, kind, at, slot, province, case when to_agency = about then to_agency || ${suffix} else to_agency end,
      to_role, to_rank, to_person, ${ofPlan}, ${renamed('x.round')}, about || ${suffix}, deadline, rung, late, facts, ref, status
    from notice x, ${plans}, ${agencies} where (p > 0 or a > 0) and about is not null and x.plan is not null and x.key like '%/' || about || '/%'`.execute(
    db,
  );
  // A person has one message a slot, however many plans ask him: only people are more.
  await sql`insert into message (key, province, slot, person, agency, channel, subject, text, html, notices, status, attempts, again, error, sent_at, read_at, provider_id, reply, why)
    select key || '-' || c, province, slot, person || '-' || c, agency || '-' || c, channel, subject, text, html, notices, status, attempts, again, error,
      sent_at, read_at, provider_id, reply, why
    from message, generate_series(1, ${agencyCopies - 1}::int) c`.execute(db);
}

/** What is over, once more some years before, with its rounds, journal, notices and messages. */
async function copyYears(db: Kysely<Schema>, years: number): Promise<void> {
  const ago = sql.lit(years);
  const renamed = (column: string) => sql`${sql.ref(column)} || '~' || ${ago}`;
  await sql`insert into workflow (workflow, type, province, plan, n, wake, phase, closed, at, state)
    select ${renamed('x.workflow')}, type, province, plan, n, wake, phase, closed, at, state
    from workflow x where type = 'round' and closed and x.workflow not like '%~%'`.execute(db);
  await sql`insert into obligation
    select ${renamed('x.key')}, ${renamed('x.round')}, plan, requirement, kind, year - ${ago}, period, agency, reviewer, closing, phase, standing, deadline,
      named_on, last_day_on, aim_on, overdue_after, rung, n, state
    from obligation x where ${OVER} and x.key not like '%~%'`.execute(db);
  await sql`insert into journal (key, at, kind, plan, round, agency, person, actor, facts, ref, workflow)
    select ${renamed('x.key')}, at, kind, plan, ${renamed('x.round')}, agency, person, actor, facts, ref, workflow
    from journal x where x.round is not null and x.key not like '%~%'`.execute(db);
  await sql`insert into notice (key, kind, at, slot, province, to_agency, to_role, to_rank, to_person, plan, round, about, deadline, rung, late, facts, ref, status)
    select ${renamed('x.key')}, kind, at, slot, province, to_agency, to_role, to_rank, to_person, plan, ${renamed('x.round')}, about, deadline, rung, late,
      facts, ref, status
    from notice x where status = 'grouped' and x.round is not null and x.key not like '%~%'`.execute(db);
  await sql`insert into message (key, province, slot, person, agency, channel, subject, text, html, notices, status, attempts, again, error, sent_at, read_at, provider_id, reply, why)
    select ${renamed('key')}, province, (left(slot, 4)::int - ${ago}) || substr(slot, 5), person, agency, channel, subject, text, html, '[]', status, attempts, again, error,
      sent_at, read_at, provider_id, reply, why
    from message where status in ('sent', 'delivered') and key not like '%~%'`.execute(db);
}

async function countsOf(db: Kysely<Schema>): Promise<BoardData['counts']> {
  const { rows } = await sql<BoardData['counts']>`select
    (select count(distinct plan) from obligation) as plans, (select count(*) from obligation) as obligations,
    (select count(*) from obligation where phase in ('open', 'submitted')) as open,
    (select count(*) from workflow where type = 'round') as rounds, (select count(*) from notice) as notices,
    (select count(*) from message) as messages, (select count(*) from journal) as journal`.execute(db);
  const [counts] = rows;
  if (counts === undefined) throw new Error('nothing was counted');
  return counts;
}
