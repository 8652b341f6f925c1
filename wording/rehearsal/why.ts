import type { SentNotice } from '../../domain/rehearsal/ledger.ts';
import type { NoticeItem } from '../notices/item.ts';
import { writeNotice } from '../notices/write-notice.ts';

/** Why somebody gets a notice, as its message tells him under "Vì sao tôi nhận tin này?". */
export function whyOf(notice: SentNotice): string {
  const { key, kind, to, facts, deadline } = notice;
  const item: NoticeItem = {
    key,
    kind,
    today: '',
    late: false,
    to: { role: to.role, post: to.role, agency: '', since: null, standsInFor: null },
    basis: null,
    what: null,
    owner: null,
    receiver: null,
    coordinator: '',
    closesByLetter: false,
    deadline: deadline === null ? null : { number: deadline, lastDayOn: '', default: false, daysLeft: 0, how: [] },
    facts,
    words: null,
    done: [],
    effect: null,
    obstacle: null,
    failures: [],
    link: null,
    obligation: null,
  };
  return writeNotice(item).why;
}
