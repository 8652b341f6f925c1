import { createDeliverActivities } from '../../activities/deliver.ts';
import { instantOn } from '../../domain/calendar/instant.ts';
import type { SentMessage } from '../../domain/rehearsal/ledger.ts';
import { inOrder, type Ledger, totalsOf } from '../../domain/rehearsal/ledger.ts';
import { type Play, provincesOf } from '../../domain/rehearsal/play.ts';
import { simulate } from '../../domain/rehearsal/simulate.ts';
import { ledgerMessage } from '../../wording/rehearsal/ledger-message.ts';
import { planStart } from '../open-plans.ts';
import { simulatedPost } from './simulated-post.ts';

/** A play's first and last instant: the whole of both days. */
export function playTime({ from, to }: Pick<Play, 'from' | 'to'>): { start: string; end: string } {
  return { start: instantOn(from, '00:00'), end: instantOn(to, '23:59:59.999') };
}

/** The ledger by the pure rules alone: the machines, the cast and the delivery's own composing, without a server. */
export async function simulatedLedger(play: Play): Promise<Ledger> {
  const sent: SentMessage[] = [];
  for (const province of provincesOf(play)) sent.push(...(await simulatedProvince(play, province)));
  return ledgerOf(play, sent, null);
}

export function ledgerOf(play: Play, sent: SentMessage[], server: Ledger['server']): Ledger {
  const { plans, from, to, seed } = play;
  const messages = inOrder(sent.map(ledgerMessage));
  return { schema: 1, plans: plans.map(({ id }) => id), from, to, seed, server, messages, totals: totalsOf(messages) };
}

async function simulatedProvince(play: Play, province: string): Promise<SentMessage[]> {
  const { all, calendar, seed } = play;
  const roster = play.rosters[province];
  if (roster === undefined) throw new Error(`no directory for ${province}`);
  const { start, end } = playTime(play);
  const plans = play.plans.filter((plan) => plan.province === province);
  const post = simulatedPost({ roster, plans: all, calendar });
  const { deliver } = createDeliverActivities(post.ports);
  const happenings = simulate({
    scene: { seed, calendar, roster, played: [] },
    starts: plans.map((plan) => planStart(plan, all, calendar, start)),
    until: end,
  });
  for (let next = happenings.next(); !next.done; ) {
    const happening = next.value;
    if (happening.kind === 'deliver') {
      post.queue(happening.notices);
      next = happenings.next(await deliver(happening.call));
      continue;
    }
    if (happening.kind === 'written') post.note(happening.batch);
    else post.hear(happening.act);
    next = happenings.next(undefined);
  }
  return post.sent;
}
