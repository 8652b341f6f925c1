import { dayOf } from '../../domain/calendar/instant.ts';
import { dayFault, dayRequest } from './day-flow.ts';
import { parseDay } from './parse-day.ts';
import { complain, request, turnTo } from './turn.ts';
import type { DialogueContext, DialogueState, EscalationItem, Step } from './types.ts';

const LINE = /^([23])[\s:.,;-]+(\S[\s\S]*)$/u;
const WAIVE = /^(?:miễn|mien)(?=[\s:.,;-]|$)[\s:.,;-]*([\s\S]*)$/iu;
const DAY_FIRST = /^(?:đến |den )?(?:ngày |ngay )?(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)[\s:,;.-]*([\s\S]*)$/iu;
const ENDS_WITH_DAY = /^([\s\S]+?)[\s;,.]+(?:hạn|han)[\s:]+(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)\.?$/iu;

/**
 * A leader's answer in one line: "2 <chỉ đạo>", "3 <ngày> <lý do>", "3 miễn <lý do>"; a bare "1", "2" or "3" is an
 * option and not read here. A directive may end with its own day, "… hạn 12/11". Null when the text is none of these.
 */
export function answerLeaderLine(
  state: DialogueState,
  item: EscalationItem,
  text: string,
  context: DialogueContext,
): Step | null {
  const line = LINE.exec(text);
  const rest = line?.[2]?.trim();
  if (rest === undefined) return null;
  return line?.[1] === '2' ? direct(state, item, rest, context) : extendOrWaive(state, item, rest, context);
}

/** A directive, word for word; the day is its own when it names one, else the proposed day. */
export function direct(state: DialogueState, item: EscalationItem, words: string, context: DialogueContext): Step {
  const { obligation } = item;
  const deadline = item.deadline.number;
  const dated = ENDS_WITH_DAY.exec(words);
  if (dated?.[2] === undefined) {
    return request(state, { kind: 'leaderDirect', obligation, deadline, text: words, day: item.proposedDay });
  }
  const reading = parseDay(dated[2], { from: dayOf(context.now), to: item.latestDayOn });
  const day = 'day' in reading ? reading.day : null;
  const fault = day === null ? null : dayFault(day, item, context);
  if (fault !== null) return complain(state, context, fault.line);
  return request(state, { kind: 'leaderDirect', obligation, deadline, text: words, day: day ?? item.proposedDay });
}

function extendOrWaive(
  state: DialogueState,
  item: EscalationItem,
  words: string,
  context: DialogueContext,
): Step | null {
  const waive = WAIVE.exec(words);
  if (waive) return leaderWaive(state, item, waive[1]?.replace(/^báo cáo[\s:.,;-]*/iu, '').trim() ?? '', context);
  const dated = DAY_FIRST.exec(words);
  if (dated?.[1] === undefined) return null;
  const reading = parseDay(dated[1], { from: dayOf(context.now), to: item.latestDayOn });
  if (!('day' in reading)) return null;
  const fault = dayFault(reading.day, item, context);
  const reason = dated[2]?.trim() ?? '';
  if (fault !== null) {
    const proposed = fault.nearest === null ? [] : [fault.nearest];
    return turnTo(state, { kind: 'day', key: item.key, purpose: 'leaderExtend', proposed }, context, [
      { kind: 'error', lines: [fault.line] },
    ]);
  }
  if (reason !== '') return request(state, dayRequest('leaderExtend', item, reading.day, reason));
  return turnTo(state, { kind: 'dayReason', key: item.key, purpose: 'leaderExtend', day: reading.day }, context);
}

function leaderWaive(state: DialogueState, item: EscalationItem, reason: string, context: DialogueContext): Step {
  if (reason === '') return turnTo(state, { kind: 'reason', key: item.key, purpose: 'leaderWaive' }, context);
  const { obligation } = item;
  return request(state, { kind: 'leaderWaive', obligation, deadline: item.deadline.number, reason });
}
