import { createDeliverActivities } from '../../activities/deliver.ts';
import { playOf } from '../../cli/rehearsal-play.ts';
import { type Instant, instantOn } from '../../domain/calendar/instant.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import type { Actor } from '../../domain/engine/message.ts';
import type { RoundSpec } from '../../domain/machines/round.ts';
import { agendaItemOf, castSubmission, withReceipt } from '../../domain/rehearsal/act.ts';
import { simulate } from '../../domain/rehearsal/simulate.ts';
import { planStart } from '../../worker/open-plans.ts';
import { simulatedPost } from '../../worker/rehearsal/simulated-post.ts';

const PLANS = ['brvt-kh54-2022', 'brvt-kh57-2022'];
const PROVINCE = 'brvt';
const YEAR = { from: '2024-01-01', to: '2024-12-31' };

/** Everything that rounds are told in a year but the ticks of the clock, which they ask for themselves. */
export interface YearMessages {
  items: AgendaItem[];
  obligations: number;
  start: Instant;
  end: Instant;
}

/** Two plans' year as the cast plays it, by the pure rules: starts of rounds, facts and people's acts, by instant. */
export async function yearMessages(seed: number): Promise<YearMessages> {
  const values = { '--from': YEAR.from, '--to': YEAR.to, '--seed': String(seed) };
  const play = playOf({ env: {} }, { words: PLANS, values, flags: [], json: false });
  const roster = play.rosters[PROVINCE];
  if (roster === undefined) throw new Error(`no directory for ${PROVINCE}`);
  const [start, end] = [instantOn(YEAR.from, '00:00'), instantOn(YEAR.to, '23:59:59.999')];
  const post = simulatedPost({ roster, plans: play.all, calendar: play.calendar });
  const { deliver } = createDeliverActivities(post.ports);
  const told = new Map<string, AgendaItem>();
  const obligations = new Set<string>();
  const note = (item: AgendaItem): void => {
    if (item.workflow.startsWith('round/') && item.at <= end && !told.has(item.key)) told.set(item.key, item);
  };
  const happenings = simulate({
    scene: { seed: play.seed, calendar: play.calendar, roster, played: [] },
    starts: play.plans.map((plan) => planStart(plan, play.all, play.calendar, start)),
    until: end,
  });
  for (let next = happenings.next(); !next.done; ) {
    const happening = next.value;
    if (happening.kind === 'deliver') {
      post.queue(happening.notices);
      next = happenings.next(await deliver(happening.call));
      continue;
    }
    if (happening.kind === 'planned') {
      post.hear(happening.act);
      note(agendaItemOf(happening.act));
    } else {
      post.note(happening.batch);
      for (const item of happening.batch.agenda) note(item);
      for (const { key, phase } of happening.batch.obligations) if (phase !== 'imported') obligations.add(key);
    }
    next = happenings.next(undefined);
  }
  return { items: numbered([...told.values()]), obligations: obligations.size, start, end };
}

function numbered(items: AgendaItem[]): AgendaItem[] {
  return items.map((item, index) => {
    const submission = castSubmission(item);
    return submission === null ? item : withReceipt(item, submission, `BN-2024-${String(index).padStart(4, '0')}`);
  });
}

/** The same year in a province with more agencies: each stands so many times, and each acts as the first one did. */
export function widened({ items, obligations, start, end }: YearMessages, times: number): YearMessages {
  const names = (agency: string): string[] =>
    Array.from({ length: times }, (_, copy) => (copy === 0 ? agency : `${agency}-${copy}`));
  const wide = items.flatMap((item): AgendaItem[] => {
    const { message, key } = item;
    if (message.kind === 'open') {
      const spec = message.body as RoundSpec;
      const agencies = spec.agencies.flatMap((one) => names(one.agency).map((agency) => ({ ...one, agency })));
      return [{ ...item, message: { ...message, body: { ...spec, agencies } } }];
    }
    const body = message.body as { agency?: string; by?: Actor };
    const { agency: about, by } = body;
    if (about === undefined) return [item];
    return names(about).map((agency, copy) => {
      const own = by?.agency === about ? { by: { ...by, agency } } : {};
      const name = copy === 0 ? key : `${key}-${copy}`;
      return { ...item, key: name, message: { ...message, key: name, body: { ...body, agency, ...own } } };
    });
  });
  return { items: wide, obligations: obligations * times, start, end };
}
