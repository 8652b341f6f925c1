import { dayOf, type Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { answerTo } from '../../domain/form/answers.ts';
import { partsOffer } from '../../domain/obligation/ask-parts.ts';
import { lastSubmission, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { DeskReader, ObligationRecord, SubmissionRecord } from '../../store/desk-reader.ts';
import type { PartStanding } from '../../wording/dialogue/parts.ts';
import type { AskedPartFacts, OwedItem, ReportFacts } from '../dialogue/types.ts';
import { agencyName } from './actor.ts';
import { daysLeft, formOf } from './report-facts.ts';

type Live = ObligationRecord & { state: Obligation };

interface Around {
  reader: DeskReader;
  calendar: WorkCalendar;
  roster: Roster;
  at: Instant;
}

/** Parts that others owe for a lead's duty: how they stand, what may still be asked, and what he may build with. */
export async function partFacts(
  { reader, calendar, roster, at }: Around,
  plan: Plan,
  row: Live,
): Promise<{ parts: NonNullable<OwedItem['parts']>; given: NonNullable<ReportFacts['given']> }> {
  const rounds = Object.keys(row.state.parts ?? {});
  const rows = (await Promise.all(rounds.map((round) => reader.obligations({ round })))).flat().filter(isLive);
  const submissions = await reader.submissions({ obligations: rows.map(({ key }) => key) });
  const today = dayOf(at);
  const asked = rows.map((part): AskedPartFacts => {
    const over = Math.max(0, -daysLeft(calendar, today, part.lastDayOn));
    return {
      agency: agencyName(roster, part.agency),
      measure: measureOf(part),
      standing: standingOf(part, over),
      lastDayOn: part.lastDayOn,
      daysOver: over,
    };
  });
  const offer = partsOffer(plan, row, roster.agencies, calendar, at);
  return {
    parts: {
      asked,
      offer: offer && {
        from: offer.from,
        until: offer.until,
        days: daysOffered(calendar, offer),
        measures: offer.measures.map(({ measure, agencies }) => ({
          measure,
          text: plan.measures.find(({ no }) => no === measure)?.text ?? '',
          agencies: agencies.map((id) => ({ id, name: agencyName(roster, id) })),
        })),
      },
    },
    given: givenBy(plan, roster, rows, submissions),
  };
}

/** The last possible day, and three working days before it where that is possible too. */
function daysOffered(calendar: WorkCalendar, { from, until }: { from: string; until: string }): string[] {
  const earlier = addWorkingDays(calendar, until, -3);
  return earlier >= from ? [until, earlier] : [until];
}

function standingOf({ state }: Live, over: number): PartStanding {
  if (state.phase === 'accepted') return 'accepted';
  if (state.phase === 'waived') return 'waived';
  if (state.phase === 'submitted' && lastSubmission(state)?.standing === 'official') return 'came';
  if (over > 0) return 'late';
  return lastSubmission(state)?.decision === 'returned' ? 'returned' : 'missing';
}

/** The words of accepted parts, by measure. */
function givenBy(
  plan: Plan,
  roster: Roster,
  rows: Live[],
  submissions: SubmissionRecord[],
): NonNullable<ReportFacts['given']> {
  const given: NonNullable<ReportFacts['given']> = {};
  for (const row of rows.filter(({ state }) => state.phase === 'accepted')) {
    const measure = measureOf(row);
    const receipt = lastSubmission(row.state)?.receipt;
    const answers = submissions.find((submission) => submission.receipt === receipt)?.answers ?? [];
    for (const field of formOf(plan, row).fields) {
      const value = field.about.measure === measure ? answerTo(answers, field.id)?.value : undefined;
      if (value?.kind !== 'text') continue;
      given[measure] = [...(given[measure] ?? []), { agency: agencyName(roster, row.agency), text: value.text }];
    }
  }
  return given;
}

function measureOf({ state }: Live): string {
  return state.asks.measures[0] ?? '';
}

function isLive(row: ObligationRecord): row is Live {
  return row.state !== null;
}
