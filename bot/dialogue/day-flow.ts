import { addDays } from '../../domain/calendar/day.ts';
import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import {
  dayBeyond,
  dayNotLater,
  dayNotWorking,
  dayPast,
  dayTaken,
  noSuchDay,
  notADay,
} from '../../wording/dialogue/act.ts';
import { CLOSED_ITEM } from '../../wording/dialogue/common.ts';
import { isAboutObligation, itemOf, type ObligationItem } from './items.ts';
import { parseDay } from './parse-day.ts';
import { complain, say, turnTo, turnToMenu } from './turn.ts';
import type { DayPurpose, DialogueContext, DialogueState, OpenQuestion, Request, Step, WorkItem } from './types.ts';

type DayQuestion = Extract<OpenQuestion, { kind: 'day' }>;

/** Days offered before one is typed: those the calendar counted for this item, later than its present deadline. */
function offeredDays(item: WorkItem): Day[] {
  if (item.kind !== 'owed' && item.kind !== 'late' && item.kind !== 'escalation') return [];
  const choices = item.kind === 'owed' ? item.report.extensionChoices : item.extensionChoices;
  return choices.map(({ day }) => day).filter((day) => day > item.deadline.lastDayOn);
}

export function turnToDay(state: DialogueState, item: WorkItem, purpose: DayPurpose, context: DialogueContext): Step {
  return turnTo(state, { kind: 'day', key: item.key, purpose, proposed: offeredDays(item) }, context);
}

/** What is wrong with a day for an item; null when nothing is. `nearest` is set when another day can be offered. */
export function dayFault(
  day: Day,
  item: ObligationItem,
  context: DialogueContext,
): { line: string; nearest: Day | null } | null {
  const today = dayOf(context.now);
  const latest = latestDayOf(item) ?? day;
  if (day < today) return { line: dayPast(day, today), nearest: null };
  if (day > latest) return { line: dayBeyond(day, latest), nearest: null };
  const current = item.deadline.lastDayOn;
  if (day <= current) return { line: dayNotLater(day, current), nearest: null };
  const check = context.checkDay(day);
  if (check.working) return null;
  const usable = check.nearest >= today && check.nearest > current && check.nearest <= latest;
  return { line: dayNotWorking(day, check.why ?? null, check.nearest), nearest: usable ? check.nearest : null };
}

/** A typed day: echoed with its weekday, or sent back with the nearest right one. */
export function answerDay(state: DialogueState, open: DayQuestion, text: string, context: DialogueContext): Step {
  const item = itemOf(context, open.key);
  if (item === null || !isAboutObligation(item)) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  const today = dayOf(context.now);
  const reading = parseDay(text, { from: today, to: latestDayOf(item) ?? addDays(today, 366) });
  if ('day' in reading) return takeDay(state, open, reading.day, context);
  return complain(state, context, reading.why === 'notDay' ? notADay() : noSuchDay(text));
}

/** A day, chosen or typed: checked, then its reason is asked. */
export function takeDay(state: DialogueState, open: DayQuestion, day: Day, context: DialogueContext): Step {
  const item = itemOf(context, open.key);
  if (item === null || !isAboutObligation(item)) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  const fault = dayFault(day, item, context);
  if (fault === null) {
    const next: OpenQuestion = { kind: 'dayReason', key: open.key, purpose: open.purpose, day };
    return turnTo(state, next, context, [say('info', dayTaken(day))]);
  }
  if (fault.nearest === null) return complain(state, context, fault.line);
  return turnTo(state, { ...open, proposed: [fault.nearest] }, context, [say('error', fault.line)]);
}

/** The request that a day and its reason make. */
export function dayRequest(purpose: DayPurpose, item: ObligationItem, day: Day, reason: string): Request {
  const { obligation } = item;
  if (purpose === 'leaderExtend') return { kind: purpose, obligation, deadline: item.deadline.number, day, reason };
  return { kind: purpose, obligation, day, reason };
}

function latestDayOf(item: ObligationItem): Day | null {
  if (item.kind === 'owed' || item.kind === 'confirm') return item.report.latestDayOn;
  return 'latestDayOn' in item ? item.latestDayOn : null;
}
