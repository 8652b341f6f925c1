import { answerTo } from '../../domain/form/answers.ts';
import type { Field } from '../../domain/form/form.ts';
import {
  DAY_HINT,
  DAY_HINT_TYPED,
  DAY_TITLE,
  dayQuestion,
  extendOrWaiveQuestion,
  letterLines,
  letterQuestion,
  OBSTACLE_ABOUT_QUESTION,
  obstacleTextQuestion,
  REASON_HINT,
  reasonQuestion,
  SURE_TITLE,
  sureLines,
} from '../../wording/dialogue/act.ts';
import {
  greeting,
  menuCount,
  menuHint,
  menuMore,
  menuRest,
  NUMBER_HINT,
  nothingWaits,
  TEXT_HINT,
} from '../../wording/dialogue/common.ts';
import { answerText, fieldName, questionHint, questionLines, questionTitle } from '../../wording/dialogue/field.ts';
import { shortBasis } from '../../wording/dialogue/item.ts';
import {
  askPartsLines,
  givenPartsLines,
  PART_AGENCIES_HINT,
  PART_MEASURE_QUESTION,
  PART_TEXT_QUESTION,
  PART_TITLE,
  partAgenciesQuestion,
  partDayQuestion,
  USE_PARTS_HINT,
  USE_PARTS_QUESTION,
} from '../../wording/dialogue/parts.ts';
import {
  aimLines,
  ambiguousLines,
  presentAnswerLine,
  REMARK_HINT,
  raiseNowQuestion,
  readingTitle,
  remarkQuestion,
  SUMMARY_HINT,
  SUMMARY_TITLE,
  smallMoneyLines,
  summaryLine,
  tenfoldLines,
  whichLineQuestion,
} from '../../wording/dialogue/report.ts';
import { fieldOf, numberOf } from './draft.ts';
import { itemCard } from './item-card.ts';
import {
  givenFor,
  isAboutObligation,
  isWaiting,
  itemOf,
  itemOfRequest,
  offerOf,
  type ReportItem,
  reportItemOf,
} from './items.ts';
import { aboutLabel, optionsOf } from './options.ts';
import { answerRows } from './rows.ts';
import type { DialogueContext, DialogueState, OpenQuestion, Reply, Request } from './types.ts';

type Body = Omit<Reply, 'options' | 'question'>;

/** The open question as a message, with its numbered answers. Asking it twice changes nothing. */
export function questionReply(state: DialogueState, context: DialogueContext): Reply {
  const options = optionsOf(state, context).map(({ label }, index) => ({
    n: index + 1,
    label,
    id: `${state.question}.${index + 1}`,
  }));
  const body = bodyOf(state, context);
  return { ...body, ...(options.length === 0 ? {} : { options }), question: state.question };
}

function bodyOf(state: DialogueState, context: DialogueContext): Body {
  const { open } = state;
  switch (open.kind) {
    case 'menu':
      return menuBody(open.keys, open.greet, context);
    case 'item': {
      const item = itemOf(context, open.key);
      return item === null ? menuBody([], false, context) : itemCard(item);
    }
    case 'field':
    case 'reading':
    case 'remark':
    case 'raiseNow':
    case 'useParts':
    case 'summary':
    case 'whichLine':
      return reportBody(state, open, context);
    case 'day': {
      const item = itemOf(context, open.key);
      const current = item !== null && isAboutObligation(item) ? item.deadline.lastDayOn : context.now.slice(0, 10);
      const hint = open.proposed.length === 0 ? DAY_HINT_TYPED : DAY_HINT;
      return question(dayQuestion(open.purpose, current), hint, headed(DAY_TITLE[open.purpose], item));
    }
    case 'dayReason':
    case 'reason':
      return question([reasonQuestion(open.purpose)], REASON_HINT);
    case 'extendOrWaive':
      return question([extendOrWaiveQuestion()], NUMBER_HINT);
    case 'obstacleAbout':
      return question([OBSTACLE_ABOUT_QUESTION], NUMBER_HINT);
    case 'obstacleText':
      return question(
        [obstacleTextQuestion(open.about.kind === 'free' ? null : aboutLabel(open.about, context))],
        TEXT_HINT,
      );
    case 'partMeasure':
      return question([PART_MEASURE_QUESTION], NUMBER_HINT);
    case 'partAgencies':
    case 'partDay':
      return partBody(open, context);
    case 'partText':
      return question([PART_TEXT_QUESTION], REASON_HINT);
    case 'letter':
      return question([letterQuestion(open.part)], letterHint(open.part));
    case 'sure':
      return { kind: 'summary', title: SURE_TITLE, lines: linesOfRequest(open.request, context), hint: NUMBER_HINT };
  }
}

function question(lines: string[], hint: string, title?: string): Body {
  return { kind: 'question', ...(title === undefined ? {} : { title }), lines, hint };
}

function partBody(open: Extract<OpenQuestion, { kind: 'partAgencies' | 'partDay' }>, context: DialogueContext): Body {
  const here = offerOf(context, open.key, open.measure);
  if (here === null) return menuBody([], false, context);
  const title = headed(PART_TITLE, here.item);
  if (open.kind === 'partAgencies') {
    const text = here.offer.measures.find(({ measure }) => measure === open.measure)?.text ?? '';
    const hint = here.agencies.length > 1 ? PART_AGENCIES_HINT : NUMBER_HINT;
    return question(partAgenciesQuestion(open.measure, text), hint, title);
  }
  const { from, until } = here.offer;
  return question(partDayQuestion(namesOf(open.agencies, here.agencies), from, until), DAY_HINT, title);
}

function namesOf(ids: string[], known: { id: string; name: string }[]): string[] {
  return ids.map((id) => known.find((agency) => agency.id === id)?.name ?? id);
}

function headed(title: string, item: ReturnType<typeof itemOf>): string {
  if (item === null || !isAboutObligation(item)) return title;
  const agency = 'agency' in item ? `${item.agency}, ` : '';
  return `${title}: ${agency}${item.title}, ${shortBasis(item.basis)}`;
}

function menuBody(keys: string[], greet: boolean, context: DialogueContext): Body {
  const hello = greet ? [greeting(context.person)] : [];
  if (keys.length === 0) return { kind: 'info', lines: [...hello, nothingWaits(context.nextDueOn)] };
  const waiting = context.items.filter(isWaiting).length;
  const count = waiting === 0 ? nothingWaits(context.nextDueOn) : greet ? menuCount(waiting) : menuRest(waiting);
  const more = greet ? context.items.length - keys.length : waiting - keys.length;
  return {
    kind: 'question',
    lines: [...hello, count, ...(more > 0 ? [menuMore(more)] : [])],
    hint: menuHint(keys.length),
  };
}

function letterHint(part: 'number' | 'day' | 'signatory' | 'way'): string {
  if (part === 'way') return NUMBER_HINT;
  return part === 'day' ? DAY_HINT_TYPED : REASON_HINT;
}

function reportBody(
  state: DialogueState,
  open: Extract<OpenQuestion, { obligation: string }>,
  context: DialogueContext,
): Body {
  const draft = state.drafts[open.obligation];
  const item = reportItemOf(context, open.obligation);
  if (draft === undefined || item === null) return menuBody([], false, context);
  const { form, answers } = draft;
  if (open.kind === 'summary') {
    return {
      kind: 'summary',
      title: SUMMARY_TITLE,
      lines: [summaryLine(draft.title, shortBasis(draft.basis), item.report.receiver)],
      rows: answerRows(form, answers, item.report.previous),
      hint: SUMMARY_HINT,
    };
  }
  if (open.kind === 'whichLine') return question([whichLineQuestion(form.fields.length)], NUMBER_HINT);
  const field = fieldOf(form, open.field);
  if (field === null) return menuBody([], false, context);
  const n = numberOf(form, field.id);
  const previous = item.report.previous[field.id] ?? null;
  switch (open.kind) {
    case 'field': {
      const present = answerTo(answers, field.id);
      const known = present === null ? [] : [presentAnswerLine(answerText(field, present))];
      return question(
        [...withGiven(questionLines(form, field, previous), field, item), ...known],
        questionHint(field),
        questionTitle(form, field, n),
      );
    }
    case 'reading':
      return question(readingLines(open, field.unit ?? '', field.aim, previous), NUMBER_HINT, readingTitle(n));
    case 'remark':
      return question([remarkQuestion(remarkAbout(open.answer.value), fieldName(field))], REMARK_HINT);
    case 'useParts':
      return question([...givenPartsLines(givenFor(field, item)), USE_PARTS_QUESTION], USE_PARTS_HINT);
    case 'raiseNow':
      return question(raiseNowQuestion(context.contact?.agency ?? null), NUMBER_HINT);
  }
}

/** What others gave for the same measure stands between the plan's words and what is asked. */
function withGiven(lines: string[], field: Field, item: ReportItem): string[] {
  const given = field.kind === 'figure' ? [] : givenPartsLines(givenFor(field, item));
  return [...lines.slice(0, -1), ...given, ...lines.slice(-1)];
}

function readingLines(
  open: Extract<OpenQuestion, { kind: 'reading' }>,
  unit: string,
  aim: number | undefined,
  previous: { period: string; value: number } | null,
): string[] {
  const [value = 0] = open.readings;
  if (open.why === 'tenfold' && previous !== null) return tenfoldLines(value, unit, previous);
  if (open.why === 'aim' && aim !== undefined) return aimLines(value, unit, aim);
  return open.why === 'small' ? smallMoneyLines(value) : ambiguousLines(open.readings.length);
}

function remarkAbout(value: { kind: string; end?: string }): 'hindered' | 'prolong' | 'notCompleted' {
  if (value.end === 'prolong') return 'prolong';
  return value.end === 'notCompleted' ? 'notCompleted' : 'hindered';
}

/** What is about to be done, in full. */
function linesOfRequest(request: Request, context: DialogueContext): string[] {
  const item = itemOfRequest(context, request);
  if (request.kind === 'recordLetter' || request.kind === 'recordSent') return letterLines(request.letter);
  if (request.kind === 'askParts') {
    const { measure, agencies, day, text } = request;
    const here = item === null ? null : offerOf(context, item.key, measure);
    return askPartsLines({ measure, agencies: namesOf(agencies, here?.agencies ?? []), day, text });
  }
  const text = 'reason' in request ? request.reason : 'text' in request ? request.text : undefined;
  return sureLines({
    kind: request.kind,
    about: request.kind === 'raiseObstacle' ? aboutLabel(request.about, context) : headingOf(item),
    ...('version' in request ? { version: request.version } : {}),
    ...('day' in request ? { day: request.day } : {}),
    ...(text === undefined ? {} : { text }),
  });
}

function headingOf(item: ReturnType<typeof itemOf>): string | null {
  if (item === null || !isAboutObligation(item)) return null;
  const agency = 'agency' in item ? `${item.agency}: ` : '';
  return `${agency}${item.title}, ${shortBasis(item.basis)}`;
}
