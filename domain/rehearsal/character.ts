import { draw, drawOf } from './draw.ts';

/** How an agency meets one duty. */
export type Character =
  /** Answers before its day. */
  | 'onTime'
  /** Answers some working days after it. */
  | 'late'
  /** Answers on time, is given the answer back, and corrects it. */
  | 'withErrors'
  /** Says nothing until leadership does. */
  | 'silent'
  | 'asksForTime'
  | 'raisesObstacle';

/** How an agency is in general; each of its duties is drawn from that. */
type Temperament = 'punctual' | 'ordinary' | 'slack';

const TEMPERAMENTS: Record<Temperament, number> = { punctual: 40, ordinary: 45, slack: 15 };

const CHARACTERS: Record<Temperament, Record<Character, number>> = {
  punctual: { onTime: 80, late: 4, withErrors: 8, silent: 0, asksForTime: 5, raisesObstacle: 3 },
  ordinary: { onTime: 58, late: 14, withErrors: 10, silent: 4, asksForTime: 8, raisesObstacle: 6 },
  slack: { onTime: 32, late: 28, withErrors: 12, silent: 12, asksForTime: 10, raisesObstacle: 6 },
};

/** After a return, an extension or leadership's word an agency takes care, though not always. */
const LATE_AGAIN = 0.1;

/**
 * How an agency meets one deadline of one duty. `first` is true while the day is the plan's own; a duty that a letter
 * closes goes up to the province or beyond, so nobody asks for time or raises obstacles there.
 */
export function characterOf(
  seed: number,
  duty: { key: string; agency: string; deadline: number; first: boolean; byLetter: boolean },
): Character {
  if (!duty.first) return draw(seed, 'again', duty.key, duty.deadline) < LATE_AGAIN ? 'late' : 'onTime';
  const temperament = drawOf(TEMPERAMENTS, seed, 'temperament', duty.agency);
  const weights = CHARACTERS[temperament];
  if (!duty.byLetter) return drawOf(weights, seed, 'character', duty.key);
  const { onTime, late, silent } = weights;
  return drawOf({ onTime, late, silent }, seed, 'character', duty.key);
}
