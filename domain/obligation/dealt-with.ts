/** An act on its way, as far as it decides whether its person is still asked. */
interface SentAct {
  status: 'waiting' | 'done' | 'refused';
  facts: { act: string; obligation: string | null; obstacle: string | null };
}

/** Acts after which something about the same duty still waits for who did them: an asked extension leaves the report. */
const LEAVING_WORK = ['requestExtension', 'raiseObstacle', 'contribute', 'object'];

/** Duties and obstacles that somebody has just dealt with and the house has yet to record: he is not asked for them again. */
export function dealtWith(acts: SentAct[]): string[] {
  return acts
    .filter(({ status, facts }) => status === 'waiting' && !LEAVING_WORK.includes(facts.act))
    .flatMap(({ facts }) => facts.obstacle ?? facts.obligation ?? []);
}
