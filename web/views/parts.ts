import { answerTo } from '../../domain/form/answers.ts';
import { partsOffer } from '../../domain/obligation/ask-parts.ts';
import { lastSubmission } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { answerText } from '../../wording/dialogue/field.ts';
import type { PartFact, PartsFact } from '../pages/obligation-facts.ts';
import { type Desk, isLive, type Live } from './desk.ts';
import { stateOf } from './state-fact.ts';
import { formOf } from './version-facts.ts';

/** Parts that a lead asked others for, and what he may still ask. */
export async function partsOf(desk: Desk, plan: Plan, row: Live): Promise<PartsFact> {
  const rows = await partRows(desk, [row]);
  const submissions = await desk.reader.submissions({ obligations: rows.map(({ key }) => key) });
  const offer = partsOffer(plan, row, desk.roster.agencies, desk.calendar, desk.now);
  return {
    asked: rows.map((part): PartFact => {
      const last = lastSubmission(part.state);
      const came = last?.standing === 'official' && part.state.phase !== 'open';
      const answers = came ? (submissions.find(({ receipt }) => receipt === last.receipt)?.answers ?? []) : [];
      const said = formOf(plan, part)
        .fields.filter(({ kind, about }) => kind === 'text' && about.measure !== undefined)
        .flatMap((field) => {
          const answer = answerTo(answers, field.id);
          return answer === null ? [] : [answerText(field, answer)];
        });
      return {
        key: part.key,
        agency: desk.agencyName(part.agency),
        measure: part.state.asks.measures[0] ?? '',
        lastDay: part.lastDayOn,
        state: stateOf(desk, part),
        words: said.length === 0 ? null : said.join(' '),
        waits: part.state.review !== null,
      };
    }),
    offer: offer && {
      from: offer.from,
      until: offer.until,
      measures: offer.measures.map(({ measure, agencies }) => ({
        measure,
        text: plan.measures.find(({ no }) => no === measure)?.text ?? '',
        agencies: agencies.map((id) => ({ id, name: desk.agencyName(id) })),
      })),
    },
  };
}

/** Duties of those who owe a part for one of some duties, the first due first. */
export async function partRows(desk: Desk, rows: Live[]): Promise<Live[]> {
  const rounds = [...new Set(rows.flatMap(({ state }) => Object.keys(state.parts ?? {})))];
  const found = await Promise.all(rounds.map((round) => desk.reader.obligations({ round })));
  return found
    .flat()
    .filter(isLive)
    .sort((a, b) => (a.lastDayOn < b.lastDayOn ? -1 : a.lastDayOn > b.lastDayOn ? 1 : a.key < b.key ? -1 : 1));
}
