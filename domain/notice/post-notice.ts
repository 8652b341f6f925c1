import type { Effects } from '../engine/effects.ts';
import type { Notice } from './notice.ts';

/** Puts a notice into the outbox, and the start of the digest that will carry it into the agenda. */
export function postNotice(out: Effects, province: string, notice: Notice): void {
  out.notices.push(notice);
  const digest = digestId(province, notice.slot);
  if (out.agenda.some((item) => item.workflow === digest)) return;
  out.agenda.push({
    key: `open:${digest}`,
    workflow: digest,
    at: notice.at,
    rank: 0,
    message: { kind: 'open', key: `open:${digest}`, at: notice.at, body: { id: digest, province, slot: notice.slot } },
  });
}

/** One digest per province and slot; a notice that arrives after its digest has closed gets the next number. */
export function digestId(province: string, slot: string, number = 1): string {
  return number === 1 ? `digest/${province}/${slot}` : `digest/${province}/${slot}/${number}`;
}
