import { dayOf } from '../domain/calendar/instant.ts';
import { type JournalEntry, noEffects, type ObligationRow, type WorkflowRow } from '../domain/engine/effects.ts';
import { planMachine } from '../domain/machines/plan.ts';
import type { PlanCommand } from '../domain/machines/plan-command.ts';
import type { MoneyCommand } from '../domain/machines/plan-money.ts';
import type { PlanState } from '../domain/machines/plan-state.ts';
import { type RoundSpec, roundMachine } from '../domain/machines/round.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { currentDeadline, type Obligation } from '../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../domain/obligation/policy.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { reportedUnit } from '../domain/plan/reported-unit.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { WorkflowRecord } from '../store/desk-reader.ts';
import { formatDayShort, formatDayWithWeekday } from '../wording/format.ts';
import {
  baseSettled,
  countedApart,
  measureAssigned,
  moneyAskedNext,
  moneyRecorded,
  moneyReplaces,
  reviewEffect,
  sameCounted,
  yearSettled,
} from '../wording/plan-act.ts';
import type { Desk } from './views/desk.ts';
import { dutyName, planName } from './views/duty-words.ts';
import { listed } from './views/message-lines.ts';

/** A round that an act would open. */
export interface OpenedRound {
  round: WorkflowRow;
  obligations: ObligationRow[];
}

/** What the rules make of an act about a plan, tried on a copy. */
export interface TriedPlan {
  effects: string[];
  notices: Notice[];
  journal: JournalEntry[];
  opened: OpenedRound[];
}

/** A round that the act itself opens bears its key, or the word for a duty taken up again; others open by themselves. */
const OWN_ROUND = /^round\/.*\/(preview|reopened-[^/]+)$/;

/** Puts a command to the rules of a plan on a copy, and opens the rounds that it would open. */
export async function triedPlan(desk: Desk, handed: { workflow: string; body: unknown }): Promise<TriedPlan | Refusal> {
  const [row] = await desk.reader.workflows({ workflow: handed.workflow });
  const plan = desk.plans.get(row?.plan ?? '');
  if (row === undefined || plan === undefined) return { refused: 'IMPORT_UNKNOWN', facts: {} };
  const state = planCopy(desk, plan, row);
  const out = noEffects();
  const reply = planMachine.apply(state, { kind: 'command', key: 'preview', at: desk.now, body: handed.body }, out);
  if (isRefusal(reply)) return reply;
  const opened = out.agenda
    .filter(({ message, workflow }) => message.kind === 'open' && OWN_ROUND.test(workflow))
    .map(({ message }): OpenedRound => {
      const own = noEffects();
      const round = roundMachine.open(message.body as RoundSpec, desk.now, own);
      out.notices.push(...own.notices);
      return { round: roundMachine.row(round), obligations: own.obligations };
    });
  const effects = opened.length === 0 ? await recorded(desk, plan, state, handed.body as PlanCommand) : [];
  for (const each of opened) effects.push(...openingEffects(desk, plan, each));
  return { effects, notices: out.notices, journal: out.journal, opened };
}

/** Whom it asks until when, and what follows by itself. */
function openingEffects(desk: Desk, plan: Plan, { obligations }: OpenedRound): string[] {
  const [first] = obligations;
  if (first === undefined) return [];
  const { items, lastDayOn, openedAt } = currentDeadline(first.state as Obligation);
  const names = obligations.map(({ agency }) => desk.agencyName(agency));
  const days = (kind: string): string[] =>
    items.filter((item) => item.kind === kind && item.at > openedAt).map(({ at }) => formatDayShort(dayOf(at)));
  const reminders = days('reminder');
  const rungs = days('rung').map((day, index) => `bậc ${index + 1} ${day}`);
  return [
    `Mở ${dutyName(plan, first)}, hạn ${formatDayWithWeekday(lastDayOn)}: ${listed(names)}.`,
    ...(reminders.length === 0 ? [] : [`Nhắc: ${reminders.join(', ')}.`]),
    `Bậc thang nếu quá hạn: ${rungs.join(', ')}.`,
  ];
}

/** What is written down where no round opens. */
async function recorded(desk: Desk, plan: Plan, state: PlanState, command: PlanCommand): Promise<string[]> {
  switch (command.do) {
    case 'decideReview': {
      const fed = desk.plans.get(command.feeds ?? '');
      return [
        reviewEffect(command.outcome, { feeds: fed ? planName(fed) : command.feeds, last: state.endsAfter ?? null }),
      ];
    }
    case 'recordMoney': {
      const agency = desk.agencyName(command.agency);
      const before = await replaced(desk, plan, command);
      const late = before.length === 0 && state.money?.at(-1)?.lateOn !== undefined;
      return [...moneyRecorded({ ...command, agency }), ...before, ...(late ? [moneyAskedNext(agency)] : [])];
    }
    case 'assignMeasure':
      return [measureAssigned(command.measure, command.agencies.map(desk.agencyName))];
    case 'settleTarget': {
      const { target, base, from, same, apart = [] } = command;
      const found = plan.targets.find(({ id }) => id === target);
      const unit = found === undefined ? '' : reportedUnit(found);
      return [
        ...(base === null ? [] : [baseSettled(target, base, unit)]),
        ...(from === null ? [] : [yearSettled(target, from)]),
        ...(same.length < 2 ? [] : [sameCounted(target, same)]),
        ...(apart.length === 0 ? [] : [countedApart(target, apart)]),
      ];
    }
    default:
      return ['Chỉ ghi vào danh sách trước ngày bắt đầu; không ai nhận tin.'];
  }
}

/** The figure that a new one for the same year, agency, measure and source takes the place of. */
async function replaced(desk: Desk, plan: Plan, command: MoneyCommand): Promise<string[]> {
  const kind = command.step === 'allocation' ? 'allocationRecorded' : 'settlementRecorded';
  const before = (await desk.reader.journal({ plan: plan.id, kind })).filter(
    ({ agency, facts }) =>
      agency === command.agency &&
      facts.year === command.year &&
      facts.measure === command.measure &&
      facts.source === command.source,
  );
  const last = before.at(-1)?.facts;
  return last === undefined ? [] : [moneyReplaces(Number(last.amount), String(last.document))];
}

/** What the projection keeps of a plan is what its rules look at. */
type PlanFacts = Pick<PlanState, 'opened' | 'closedYears' | 'measures' | 'settled' | 'reviews' | 'targets'> & {
  importedUntil: string;
};

function planCopy(desk: Desk, plan: Plan, row: WorkflowRecord): PlanState {
  const { importedUntil, opened, closedYears, measures, settled, reviews, targets } = structuredClone(
    row.state,
  ) as unknown as PlanFacts;
  return {
    v: 1,
    spec: {
      province: plan.province,
      plan,
      parent: desk.plans.get(plan.parent?.planId ?? '') ?? null,
      calendar: desk.calendar,
      policy: DEFAULT_POLICY,
      importedUntil,
    },
    processedUntil: desk.now,
    opened,
    closedYears,
    measures,
    settled,
    reviews: reviews ?? {},
    targets: targets ?? {},
    asked: [],
    renewing: false,
    closed: false,
  };
}
