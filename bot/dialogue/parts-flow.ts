import { addDays } from '../../domain/calendar/day.ts';
import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import { dayNotWorking, dayPast, dayTaken, noSuchDay, notADay } from '../../wording/dialogue/act.ts';
import { CLOSED_ITEM, WORDS_WANTED } from '../../wording/dialogue/common.ts';
import { noSuchAgencies, partDayEarly, partDayLate } from '../../wording/dialogue/parts.ts';
import { fold } from '../../wording/fold.ts';
import { offerOf } from './items.ts';
import { parseDay } from './parse-day.ts';
import { turnToSure } from './reason-flow.ts';
import { complain, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, OwedItem, PartsOfferFacts, Step } from './types.ts';
import { choiceNumber } from './words.ts';

type AgenciesQuestion = Extract<OpenQuestion, { kind: 'partAgencies' }>;
type DayQuestion = Extract<OpenQuestion, { kind: 'partDay' }>;
type TextQuestion = Extract<OpenQuestion, { kind: 'partText' }>;

/** Asks others for their parts: which measure first, where the report is about several. */
export function askForParts(state: DialogueState, item: OwedItem, context: DialogueContext): Step {
  const measures = item.parts?.offer?.measures ?? [];
  const [only] = measures;
  if (only === undefined) return gone(state, context);
  return measures.length === 1
    ? turnTo(state, { kind: 'partAgencies', key: item.key, measure: only.measure }, context)
    : turnTo(state, { kind: 'partMeasure', key: item.key }, context);
}

/** One agency, or all of them. */
export function chooseAgency(
  state: DialogueState,
  open: AgenciesQuestion,
  chosen: string,
  context: DialogueContext,
): Step {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return gone(state, context);
  const agencies = chosen === '' ? here.agencies.map(({ id }) => id) : [chosen];
  return turnToPartDay(state, open, agencies, context);
}

/** Several agencies by their numbers: "1, 3", "1 và 3". */
export function answerAgencies(
  state: DialogueState,
  open: AgenciesQuestion,
  text: string,
  context: DialogueContext,
): Step {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return gone(state, context);
  const folded = fold(text);
  const numbers = /^\d{1,4}(?:(?: ?[,;.+] ?| va | )\d{1,4})*$/.test(folded)
    ? (folded.match(/\d+/g) ?? []).map(Number)
    : [];
  const wrong = numbers.filter((n) => here.agencies[n - 1] === undefined);
  if (numbers.length === 0 || wrong.length > 0) {
    return complain(state, context, noSuchAgencies(wrong.length > 0 ? wrong : [0], here.agencies.length));
  }
  const chosen = [...new Set(numbers)].flatMap((n) => here.agencies[n - 1]?.id ?? []);
  return turnToPartDay(state, open, chosen, context);
}

function turnToPartDay(
  state: DialogueState,
  open: AgenciesQuestion,
  agencies: string[],
  context: DialogueContext,
): Step {
  const { key, measure } = open;
  return turnTo(state, { kind: 'partDay', key, measure, agencies }, context);
}

export function answerPartDay(state: DialogueState, open: DayQuestion, text: string, context: DialogueContext): Step {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return gone(state, context);
  const today = dayOf(context.now);
  const reading = parseDay(text, { from: today, to: addDays(here.offer.until, 31) });
  if ('day' in reading) return takePartDay(state, open, reading.day, context);
  return complain(state, context, reading.why === 'notDay' ? notADay() : noSuchDay(text));
}

/** A day, chosen or typed: after two working days, before the lead's own, and a working day. */
export function takePartDay(state: DialogueState, open: DayQuestion, day: Day, context: DialogueContext): Step {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return gone(state, context);
  const fault = dayFault(day, here.offer, context);
  if (fault !== null) return complain(state, context, fault);
  const { key, measure, agencies } = open;
  return turnTo(state, { kind: 'partText', key, measure, agencies, day }, context, [say('info', dayTaken(day))]);
}

function dayFault(day: Day, { from, until }: PartsOfferFacts, context: DialogueContext): string | null {
  const today = dayOf(context.now);
  if (day < today) return dayPast(day, today);
  if (day < from) return partDayEarly(day, from);
  if (day > until) return partDayLate(day, until);
  const check = context.checkDay(day);
  return check.working ? null : dayNotWorking(day, check.why ?? null, check.nearest);
}

/** What the others are asked for; read once more before it leaves. */
export function answerPartText(state: DialogueState, open: TextQuestion, text: string, context: DialogueContext): Step {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return gone(state, context);
  if (choiceNumber(text) !== null) return complain(state, context, WORDS_WANTED);
  const { measure, agencies, day, key } = open;
  return turnToSure(
    state,
    key,
    { kind: 'askParts', obligation: here.item.obligation, measure, agencies, day, text },
    context,
  );
}

function gone(state: DialogueState, context: DialogueContext): Step {
  return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
}
