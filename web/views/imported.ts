import type { ObligationRecord, TextRecord } from '../../store/desk-reader.ts';
import { NO_SUBJECT, type WebActor } from '../access.ts';
import type { ImportedFact, ImportedView } from '../pages/imported.tsx';
import { openDesk } from './desk.ts';
import { basisFact, dutyName, planName } from './duty-words.ts';
import { plansOf, sees } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** Duties whose day lies before the start of use; null for a plan that nobody knows or that has not started. */
export async function importedView(sources: ViewSources, actor: WebActor, id: string): Promise<ImportedView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  const [workflow] = await desk.reader.workflows({ type: 'plan', plan: id });
  if (plan === undefined || workflow === undefined || !(await plansOf(desk, actor)).includes(plan)) return null;
  const rows = (await desk.reader.obligations({ plan: id }))
    .filter(({ imported }) => imported !== null)
    .filter((row) => sees(desk, actor, row));
  const texts = await desk.reader.texts(rows.map(({ imported }) => imported?.ref ?? null));
  const reopened = await desk.reader.journal({ plan: id, kind: 'importedReopened' });
  const newDay = (key: string): string | null => {
    const to = reopened.filter((entry) => entry.key.startsWith(`${key}/`)).at(-1)?.facts.to;
    return typeof to === 'string' ? to : null;
  };
  return {
    subject: { ...NO_SUBJECT, coordinator: plan.coordinator.id },
    plan: { id, name: planName(plan) },
    importedUntil: (workflow.state as { importedUntil: string }).importedUntil,
    rows: rows.map((row): ImportedFact => {
      const standing = standingOf(row, texts, newDay(row.key));
      return {
        key: standing.is === 'reopened' ? reopenedKey(row) : row.key,
        title: dutyName(plan, row),
        agency: desk.agencyName(row.agency),
        clause: basisFact(plan, row.requirement).clause,
        lastDay: row.lastDayOn,
        standing,
      };
    }),
  };
}

/** The duty that a reopened one lives on as: a round of its own (domain/machines/plan.ts). */
function reopenedKey({ key, agency }: ObligationRecord): string {
  return `${key.slice(0, key.lastIndexOf('/'))}/reopened-${agency}/${agency}`;
}

function standingOf(
  { imported, lastDayOn }: ObligationRecord,
  texts: Map<string, TextRecord>,
  reopenedTo: string | null,
): ImportedFact['standing'] {
  const words = texts.get(imported?.ref ?? '');
  switch (imported?.settled) {
    case 'document': {
      const { number, day } = words?.facts ?? {};
      return {
        is: 'letter',
        number: typeof number === 'string' ? number : (words?.text ?? ''),
        day: typeof day === 'string' ? day : lastDayOn,
      };
    }
    case 'notApplicable':
      return { is: 'notApplicable', reason: words?.text ?? '' };
    case 'reopened':
      return { is: 'reopened', to: reopenedTo ?? lastDayOn };
    default:
      return { is: 'noEvidence' };
  }
}
