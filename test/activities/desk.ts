import { createDeliverActivities } from '../../activities/deliver.ts';
import type { Mail } from '../../activities/ports.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { type Effects, noEffects } from '../../domain/engine/effects.ts';
import type { Delivered } from '../../domain/machines/digest.ts';
import { type RoundState, roundMachine } from '../../domain/machines/round.ts';
import { roundSpec } from '../../domain/machines/round-spec.ts';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { schedule } from '../../domain/plan/schedule.ts';
import type { LetterBox } from '../../mail/ports.ts';
import { type Receiver, startReceiver } from '../../mail/receiver.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import type { Database } from '../../store/database.ts';
import { createLedger } from '../../store/ledger.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import { createTextStore } from '../../store/text-store.ts';
import { freshDatabase } from '../harness/database.ts';
import { memoryBox } from '../mail/box.ts';
import { planNamed } from '../plans/plan-named.ts';

type Said = ObligationCommand extends infer Command ? (Command extends unknown ? Omit<Command, 'by'> : never) : never;

/** A round of a real plan in a real database, with the trial's directory and mail server, without any workflow server. */
export interface Desk {
  database: Database;
  box: ReturnType<typeof memoryBox>;
  receiver: Receiver;
  round: string;
  /** Does everything that is due until the moment, and writes it. */
  until(at: Instant): Promise<void>;
  act(at: Instant, by: { person: string; agency: string; roles: string[] }, command: Said): Promise<void>;
  fact(at: Instant, fact: { type: 'reach'; agency: string; reached: boolean; notice: string }): Promise<void>;
  keepWords(ref: string, person: string, text: string, at: Instant): Promise<void>;
  /** Runs a slot; `mail` replaces the trial's, null = no settings. */
  deliver(slot: Instant, options?: { at?: Instant; attempt?: number; mail?: Mail | null }): Promise<Delivered>;
  /** The mail that the program uses by default. */
  mail: Mail;
  messages(): Promise<
    { key: string; person: string; channel: string; status: string; subject: string; error: string | null }[]
  >;
  close(): Promise<void>;
}

export const SENDER = 'Đôn Đốc, Sở Khoa học và Công nghệ <don-doc@so-khcn.example>';

/** Opens the round on 23/09/2024, on which the first reminder of the report of KH 54 stands. */
export async function openDesk(
  { requirement, agencies, plan: id }: { requirement?: string; agencies?: string[]; plan?: string } = {},
  box: ReturnType<typeof memoryBox> & LetterBox = memoryBox(),
): Promise<Desk> {
  const database = await freshDatabase();
  const { db } = database;
  const calendar = loadCalendar();
  const plan = planNamed(id ?? 'brvt-kh54-2022');
  await createRosterStore(db).saveRoster(loadTrial().roster);
  await createPlanStore(db).savePlan(plan, '2024-01-01T00:00:00.000+07:00');
  const receiver = await startReceiver({ box });
  const mail = createSmtpMail({
    host: receiver.host,
    port: receiver.port,
    auth: null,
    from: SENDER,
    ca: null,
    plain: true,
  });
  const ledger = createLedger(db);
  const spec = specOf(plan, calendar, requirement ?? 'IV.2.đ', agencies);
  let out = noEffects();
  const state: RoundState = roundMachine.open(spec, '2024-09-20T06:00:00.000+07:00', out);
  let n = 0;
  const write = async (at: Instant): Promise<void> => {
    const effects: Effects = out;
    out = noEffects();
    n += 1;
    await ledger.write({ ...effects, workflow: roundMachine.row(state), n, at, wake: roundMachine.wake(state) });
  };
  const until = async (at: Instant): Promise<void> => {
    for (let wake = roundMachine.wake(state); wake !== null && wake <= at; wake = roundMachine.wake(state)) {
      roundMachine.due(state, wake, wake, out);
      await write(wake);
    }
  };
  await write('2024-09-20T06:00:00.000+07:00');
  let acts = 0;
  return {
    database,
    box,
    receiver,
    round: spec.id,
    mail,
    until,
    async act(at, by, command) {
      await until(at);
      acts += 1;
      const message = { kind: 'command' as const, key: `act-${acts}`, at, body: { ...command, by } };
      const reply = roundMachine.apply(state, message, out);
      if (!('ok' in reply)) throw new Error(JSON.stringify(reply));
      await write(at);
    },
    async fact(at, body) {
      roundMachine.apply(state, { kind: 'fact', key: `fact-${body.notice}-${body.reached}`, at, body }, out);
      await write(at);
    },
    keepWords: (ref, person, text, at) => createTextStore(db).saveText({ ref, person, text, at }),
    deliver: (slot, options = {}) =>
      createDeliverActivities({
        outbox: createOutbox(db),
        facts: createNoticeFacts(db),
        mail: options.mail === undefined ? mail : options.mail,
        links: {
          obligation: (key) => `http://127.0.0.1:8080/nghia-vu/${key}`,
          opinion: (key) => `http://127.0.0.1:8080/xin-y-kien/${key}`,
          obstacle: (key) => `http://127.0.0.1:8080/kho-khan/${key}`,
          round: (key) => `http://127.0.0.1:8080/ky/${key}`,
        },
        calendar: () => calendar,
      }).deliver({ province: plan.province, slot, at: options.at ?? slot, attempt: options.attempt ?? 1 }),
    messages: () =>
      db
        .selectFrom('message')
        .select(['key', 'person', 'channel', 'status', 'subject', 'error'])
        .orderBy('slot')
        .orderBy('key')
        .execute(),
    async close() {
      await receiver.close();
      await database.close();
    },
  };
}

function specOf(
  plan: Plan,
  calendar: WorkCalendar,
  requirement: string,
  agencies?: string[],
): ReturnType<typeof roundSpec> {
  const year = 2024;
  const found = schedule(plan, calendar, year, { parent: null }).rounds.find(
    (each) => each.requirement === requirement,
  );
  if (!found) throw new Error(`no round of ${requirement}`);
  const cycle = {
    province: plan.province,
    plan,
    parent: null,
    year,
    calendar,
    policy: DEFAULT_POLICY,
    importedUntil: '2024-01-01',
    measures: {},
  };
  const owing = agencies ?? ['so-gddt'];
  return roundSpec(cycle, { ...found, agencies: found.agencies.filter(({ id }) => owing.includes(id)) });
}
