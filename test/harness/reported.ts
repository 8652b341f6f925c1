import { type PlanReport, reviewReport, yearReport } from '../../domain/report/plan-report.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { reportSources } from '../../web/views/report-sources.ts';
import { documentText } from '../../wording/basis.ts';
import { reportText } from '../../wording/report/report-text.ts';
import type { Story } from './story.ts';

/** The consolidated report of a plan as a round's page reads it. */
export async function reported(
  story: Story,
  plan: string,
  year: number,
  what: 'year' | 'review' = 'year',
): Promise<PlanReport> {
  const found = story.plans.find(({ id }) => id === plan);
  if (found === undefined) throw new Error(`no plan ${plan} in this story`);
  const sources = await reportSources(createDeskReader(story.database.db), found);
  return what === 'year' ? yearReport(sources, year) : reviewReport(sources, year);
}

/** The same as the text that is copied into a document. */
export async function reportedText(
  story: Story,
  plan: string,
  year: number,
  what: 'year' | 'review' = 'year',
): Promise<string> {
  const found = story.plans.find(({ id }) => id === plan);
  if (found === undefined) throw new Error(`no plan ${plan} in this story`);
  return reportText(await reported(story, plan, year, what), {
    document: documentText(found),
    lastYear: found.period.to,
    at: await story.now(),
    nameOf: (id) => story.roster.agencies.find((agency) => agency.id === id)?.name ?? id,
  });
}
