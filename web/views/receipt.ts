import { answersOf, answerTo } from '../../domain/form/answers.ts';
import { answerText, fieldName } from '../../wording/dialogue/field.ts';
import type { WebActor } from '../access.ts';
import type { ReceiptView } from '../pages/receipt.tsx';
import { isLive, openDesk, subjectOf } from './desk.ts';
import { clauseWords, dutyTitle, planName } from './duty-words.ts';
import { formOf } from './version-facts.ts';
import type { ViewSources } from './view-sources.ts';

/** A receipt as it stands in the database; null where no answer was ever given this number. */
export async function receiptView(sources: ViewSources, _actor: WebActor, number: string): Promise<ReceiptView | null> {
  const desk = await openDesk(sources);
  const [submission] = await desk.reader.submissions({ receipt: number });
  if (submission === undefined) return null;
  const row = (await desk.reader.obligations({ keys: [submission.obligation] })).find(isLive);
  const plan = row && desk.plans.get(row.plan);
  if (row === undefined || plan === undefined) return null;
  const version = row.state.submissions.find(({ receipt }) => receipt === number);
  const form = formOf(plan, row);
  const clause = clauseWords(plan, row.requirement);
  return {
    number,
    subject: subjectOf(desk, plan, row),
    obligation: row.key,
    at: submission.at,
    what: [dutyTitle(plan, row), planName(plan), clause, version === undefined ? null : `bản ${version.number}`]
      .filter((part) => part !== null)
      .join(', '),
    agency: desk.agencyName(row.agency),
    standing: standingWords(version),
    answers: answersOf(form, submission.answers).flatMap((answer) => {
      const field = form.fields.find(({ id }) => id === answer.field);
      if (field === undefined) return [];
      return [{ label: fieldName(field), value: answerText(field, answerTo(submission.answers, field.id)) }];
    }),
  };
}

function standingWords(version: { standing: 'draft' | 'official'; decision: string | null } | undefined): string {
  if (version === undefined) return 'đã được giữ, đang chuyển tới luồng công việc';
  if (version.standing === 'draft') return 'bản nháp, đến khi lãnh đạo cơ quan xác nhận hoặc có số công văn';
  if (version.decision === 'returned') return 'chính thức; đã được trả lại để bổ sung';
  return version.decision === 'accepted' ? 'chính thức; đã được chấp nhận' : 'chính thức';
}
