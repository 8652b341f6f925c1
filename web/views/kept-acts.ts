import { plusMs } from '../../domain/calendar/instant.ts';
import type { KeptActRecord } from '../../store/desk-reader.ts';
import { actDone } from '../../wording/act-done.ts';
import { actRecorded, actRefused, actWaits } from '../../wording/dialogue/kept-act.ts';
import { refusalText } from '../../wording/refusal.ts';
import type { WebActor } from '../access.ts';
import type { KeptFact } from '../pages/today-facts.ts';
import type { Desk } from './desk.ts';
import { dutyName } from './duty-words.ts';

/** So long Hôm nay shows what became of an act: over a weekend. */
const SHOWN_MS = 3 * 24 * 3_600_000;

/** What the reader was told is kept, lately, newest first, and what became of each. */
export async function keptFacts(desk: Desk, { person }: WebActor): Promise<KeptFact[]> {
  const acts = await desk.reader.keptActs({ person, since: plusMs(desk.now, -SHOWN_MS) });
  return Promise.all(acts.toReversed().map((act) => keptFact(desk, act)));
}

async function keptFact(desk: Desk, { at, status, refusal, facts }: KeptActRecord): Promise<KeptFact> {
  if (status === 'waiting') return { is: 'waiting', title: actWaits(at), text: null };
  if (refusal !== null) return { is: 'refused', title: actRefused(at), text: refusalText(refusal) };
  const { act, to, receipt, obligation } = facts;
  const [duty] = obligation === null ? [] : await desk.reader.obligations({ keys: [obligation] });
  const plan = desk.plans.get(duty?.plan ?? '');
  const what = duty && plan ? dutyName(plan, duty) : null;
  const agency = duty ? desk.agencyName(duty.agency) : null;
  return { is: 'done', title: actRecorded(at), text: actDone({ do: act, agency, what, to, receipt }) };
}
