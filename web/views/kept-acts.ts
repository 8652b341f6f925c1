import { plusMs } from '../../domain/calendar/instant.ts';
import type { KeptActRecord } from '../../store/desk-reader.ts';
import { actDone } from '../../wording/act-done.ts';
import { actAbout, actRecorded, actRefused, actWaits } from '../../wording/dialogue/kept-act.ts';
import { refusalText } from '../../wording/refusal.ts';
import type { WebActor } from '../access.ts';
import type { KeptFact } from '../components/box.tsx';
import type { Desk } from './desk.ts';
import { dutyName } from './duty-words.ts';

/** So long Hôm nay shows what became of an act: over a weekend. One that still waits, or was told nowhere yet, it always shows. */
const SHOWN_MS = 3 * 24 * 3_600_000;

/** What the reader was told is kept, lately or still waiting, newest first. */
export async function keptActs(desk: Desk, { person }: WebActor): Promise<KeptActRecord[]> {
  const untold = await desk.reader.keptActs({ untold: true, person });
  const lately = await desk.reader.keptActs({ person, since: plusMs(desk.now, -SHOWN_MS) });
  const acts = new Map([...untold, ...lately].map((act) => [act.key, act]));
  return [...acts.values()].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** An act that was kept, and what became of it. */
export async function keptFact(desk: Desk, { at, status, refusal, facts }: KeptActRecord): Promise<KeptFact> {
  const { act, to, receipt, obligation } = facts;
  const [duty] = obligation === null ? [] : await desk.reader.obligations({ keys: [obligation] });
  const plan = desk.plans.get(duty?.plan ?? '');
  const what = duty && plan ? dutyName(plan, duty) : null;
  const agency = duty ? desk.agencyName(duty.agency) : null;
  const about = what === null || agency === null ? null : actAbout(what, agency);
  if (status === 'waiting') return { is: 'waiting', title: actWaits(at), text: about };
  if (refusal !== null) {
    return { is: 'refused', title: actRefused(at), text: [about, refusalText(refusal)].filter(Boolean).join(' ') };
  }
  return { is: 'done', title: actRecorded(at), text: actDone({ do: act, agency, what, to, receipt }) };
}
