import type { ActOutcome, Perform, Records } from '../client/act.ts';
import { CalendarYearMissing } from '../domain/calendar/calendar-year.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { defaultTriggerDay } from '../domain/machines/plan-asking.ts';
import { roundWorkflow } from '../domain/plan/keys.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { actDone, EMAIL_WRONG, yearWithoutTable } from '../wording/act-done.ts';
import { refusalText } from '../wording/refusal.ts';
import type { WebActor } from './access.ts';
import { withAnnouncedDay } from './announce-day.ts';
import { type ActCommand, actOf, type ReadNumber, type RefusedOutcome } from './command-act.ts';
import { previewAct, previewCalendar } from './command-preview.ts';
import type { WebCommand } from './commands.ts';
import { hrefRound } from './href.ts';
import type { Commands, Outcome, Preview } from './ports.ts';
import { type Desk, openDesk } from './views/desk.ts';
import { dutyName } from './views/duty-words.ts';
import type { ViewSources } from './views/view-sources.ts';

/** What commands need beside the sources of the views; put together in worker. */
export interface CommandSources extends ViewSources {
  perform: Perform;
  records: Records;
  readNumber: ReadNumber;
  changeAddress(person: string, address: { email: string | null; phone: string | null }): Promise<void>;
  /** Puts changed tables in force for pages and messages; running plans are told by the act itself. */
  keepCalendar(calendar: WorkCalendar, by: { person: string; at: string }): Promise<void>;
  /** A name for one act that never comes again. */
  newKey(): string;
}

/** Acts of people on pages: previewed on copies, then done once under a key of their own. */
export function createWebCommands(sources: CommandSources): Commands {
  return {
    async preview(actor, command) {
      const desk = await openDesk(sources);
      if (command.do === 'changeAddress') return previewAddress(desk, command);
      if (command.do === 'announceDay') {
        const calendar = withAnnouncedDay(desk.calendar, command);
        return 'kind' in calendar ? calendar : previewCalendar(sources, desk, calendar);
      }
      const act = await actOf(desk, actor, command, sources.readNumber);
      if ('kind' in act) return act;
      try {
        const preview = await previewAct(sources, desk, actor, act);
        return isRefusal(preview) ? refusedBy(preview) : preview;
      } catch (error) {
        if (!(error instanceof CalendarYearMissing)) throw error;
        return { kind: 'refused', text: yearWithoutTable(`${error.year}-01-01`), field: 'den' };
      }
    },
    async submit(actor, command, once = null) {
      const desk = await openDesk(sources);
      if (command.do === 'changeAddress') return changeAddress(sources, command);
      if (command.do === 'announceDay') return announce(sources, desk, actor, command, once);
      const act = await actOf(desk, actor, command, sources.readNumber);
      if ('kind' in act) return act;
      const { person, agency, roles } = actor;
      const context = { actor: { person, agency, roles }, channel: 'page', key: keyOf(sources, actor, once) };
      const outcome = await outcomeOf(desk, command, await sources.perform(context, act));
      const round = openedRound(desk, command, context.key);
      if (outcome.kind !== 'done' || round === null) return outcome;
      return { ...outcome, link: { href: hrefRound(round), label: 'Mở kỳ vừa lập' } };
    },
  };
}

/** The act's name for ever; nobody can name an act of somebody else. */
function keyOf(sources: CommandSources, { person }: WebActor, once: string | null): string {
  return once === null ? sources.newKey() : `page:${person}:${once}`;
}

async function outcomeOf(desk: Desk, command: ActCommand, outcome: ActOutcome): Promise<Outcome> {
  if (outcome.kind === 'refused') return refusedBy(outcome.refusal);
  if (outcome.kind === 'kept') return { kind: 'kept', at: outcome.at };
  const key = 'obligation' in command ? command.obligation : null;
  const [row] = key === null ? [] : await desk.reader.obligations({ keys: [key] });
  const plan = row && desk.plans.get(row.plan);
  const text = actDone({
    do: command.do,
    agency: row === undefined ? null : desk.agencyName(row.agency),
    what: row === undefined || plan === undefined ? null : dutyName(plan, row),
    to: 'to' in command ? command.to : null,
    receipt: outcome.receipt,
  });
  return { kind: 'done', text };
}

/** The round that a request or a trigger has opened: named by its last day's year and the key of the act. */
function openedRound(desk: Desk, command: ActCommand, key: string): string | null {
  if (command.do !== 'request' && command.do !== 'trigger') return null;
  const province = desk.plans.get(command.plan)?.province ?? '';
  const to = command.to ?? defaultTriggerDay(desk.calendar, desk.today);
  return roundWorkflow(province, `${command.plan}/${to.slice(0, 4)}/${command.do}/${key.replaceAll('/', '-')}`);
}

/** Which field of the form a refusal is about. */
const FIELDS: Partial<Record<Refusal['refused'], string>> = {
  TOO_SHORT: 'den',
  DOCUMENT_MISSING: 'so-van-ban',
  NOBODY_ASKED: 'co-quan',
  NOT_COOPERATING: 'co-quan',
  PART_ASKED: 'co-quan',
  NOT_BEFORE_OWN: 'den',
  PLAN_MISSING: 'ke-hoach',
  PLAN_UNKNOWN: 'ke-hoach',
  AMOUNT_WRONG: 'so-tien',
  DAY_NOT_WORKING: 'den',
  DAY_NOT_LATER: 'den',
  DAY_PAST: 'den',
  REASON_MISSING: 'ly-do',
};

function refusedBy(refusal: Refusal): RefusedOutcome {
  const field = FIELDS[refusal.refused];
  return { kind: 'refused', text: refusalText(refusal), ...(field === undefined ? {} : { field }) };
}

type ChangeAddress = Extract<WebCommand, { do: 'changeAddress' }>;

function wrongAddress({ email }: ChangeAddress): RefusedOutcome | null {
  const ok = email === '' || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email);
  return ok ? null : { kind: 'refused', text: EMAIL_WRONG, field: 'thu' };
}

function previewAddress(desk: Desk, command: ChangeAddress): Preview | RefusedOutcome {
  const wrong = wrongAddress(command);
  if (wrong !== null) return wrong;
  const { person, email, phone } = command;
  const effects = [
    `Thư điện tử của ${desk.personName(person)}: ${email === '' ? 'không có' : email}.`,
    `Điện thoại: ${phone === '' ? 'không có' : phone}.`,
    'Tin gửi tới địa chỉ này từ lần gửi kế tiếp; bậc thang đang giữ đi tiếp khi có tin tới.',
  ];
  return { effects, messages: [] };
}

async function changeAddress(sources: CommandSources, command: ChangeAddress): Promise<Outcome> {
  const wrong = wrongAddress(command);
  if (wrong !== null) return wrong;
  const { person, email, phone } = command;
  await sources.changeAddress(person, { email: email === '' ? null : email, phone: phone === '' ? null : phone });
  return done('changeAddress', null);
}

async function announce(
  sources: CommandSources,
  desk: Desk,
  actor: WebActor,
  command: Extract<WebCommand, { do: 'announceDay' }>,
  once: string | null,
): Promise<Outcome> {
  const calendar = withAnnouncedDay(desk.calendar, command);
  if ('kind' in calendar) return calendar;
  const { person, agency, roles } = actor;
  const key = keyOf(sources, actor, once);
  let kept: Outcome | null = null;
  for (const { plan } of await desk.reader.workflows({ type: 'plan', closed: false })) {
    if (plan === null) continue;
    const context = { actor: { person, agency, roles }, channel: 'page', key: `${key}/${plan}` };
    const text = `${command.why}: ${command.basis}`;
    const outcome = await sources.perform(context, { do: 'changeCalendar', plan, calendar, text });
    if (outcome.kind === 'refused') return refusedBy(outcome.refusal);
    if (outcome.kind === 'kept') kept = { kind: 'kept', at: outcome.at };
  }
  await sources.keepCalendar(calendar, { person, at: desk.now });
  return kept ?? done('announceDay', command.day);
}

function done(act: string, to: string | null): Outcome {
  return { kind: 'done', text: actDone({ do: act, agency: null, what: null, to, receipt: null }) };
}
