import type { LedgerDifference } from '../../domain/rehearsal/compare.ts';
import type { LedgerMessage } from '../../domain/rehearsal/ledger.ts';

/** What a rehearsal and the rules do not have in common: "+" only on the server, "-" only by the rules. */
export function differenceText(difference: LedgerDifference, messages: number): string {
  if (difference.same) return `Diễn tập và tính trước giống nhau từng dòng: ${messages} tin.`;
  return [
    ...difference.onlyRehearsed.map((message) => `+ ${line(message)}`),
    ...difference.onlyComputed.map((message) => `- ${line(message)}`),
    `Khác nhau: ${difference.onlyRehearsed.length} tin chỉ có khi diễn tập (+), ${difference.onlyComputed.length} tin chỉ có khi tính trước (-).`,
  ].join('\n');
}

function line({ at, person, agency, channel, kind, subject, items }: LedgerMessage): string {
  const about = items.map(({ obligation, deadline, rung }) =>
    [obligation, deadline, rung].filter((part) => part !== null).join(' '),
  );
  return [at, person, agency, channel, kind, subject, about.join('; ')].join(' | ');
}
