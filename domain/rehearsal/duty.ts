import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { ObligationRow } from '../engine/effects.ts';
import type { Actor } from '../engine/message.ts';
import type { RoundFacts } from '../machines/round.ts';
import type { ObligationCommand } from '../obligation/command.ts';
import { currentDeadline, type Deadline, type Obligation } from '../obligation/obligation.ts';
import type { CastAct, CastWords } from './act.ts';
import { type Character, characterOf } from './character.ts';
import { draw, drawNumber } from './draw.ts';
import { officeInstantAfter } from './office-hours.ts';
import { firstActor, type Scene } from './scene.ts';

type Said<Command> = Command extends unknown ? Omit<Command, 'by' | 'agency'> : never;

/** One obligation as the people around it see it at an instant: what they draw, and how their acts are written down. */
export class Duty {
  readonly scene: Scene;
  readonly row: ObligationRow;
  readonly obligation: Obligation;
  readonly round: Pick<RoundFacts, 'coordinator' | 'leadership'>;
  readonly at: Instant;
  readonly deadline: Deadline;
  readonly character: Character;

  constructor(scene: Scene, row: ObligationRow, round: Pick<RoundFacts, 'coordinator' | 'leadership'>, at: Instant) {
    this.scene = scene;
    this.row = row;
    this.obligation = row.state as Obligation;
    this.round = round;
    this.at = at;
    this.deadline = currentDeadline(this.obligation);
    this.character = characterOf(scene.seed, {
      key: row.key,
      agency: row.agency,
      deadline: this.deadline.number,
      first: ['plan', 'reopened', 'calendar'].includes(this.deadline.because),
      byLetter: row.closing === 'letter',
    });
  }

  /** From 0 up to 1, for one question about this deadline. */
  chance(what: string): number {
    return draw(this.scene.seed, what, this.row.key, this.deadline.number);
  }

  /** A whole number for one question about this deadline, both ends included. */
  days(what: string, least: number, most: number): number {
    return drawNumber(least, most, this.scene.seed, what, this.row.key, this.deadline.number);
  }

  /** A working day `n` after (before) a day. */
  workingDay(from: Day, n: number): Day {
    return addWorkingDays(this.scene.calendar, from, n);
  }

  /** When an act of this name happens if it is to happen on `day`; later than now in any case. */
  moment(what: string, day: Day): Instant {
    return officeInstantAfter(this.scene.calendar, this.at, day, this.chance(`moment/${what}`));
  }

  /** `what` names the act within this deadline. `who` is asked for the day on which it happens. */
  act(
    what: string,
    day: Day,
    who: (day: Day) => Actor | null,
    says: CastWords | null,
    command: (at: Instant, ref: string) => Said<ObligationCommand>,
  ): CastAct[] {
    const at = this.moment(what, day);
    const by = who(dayOf(at));
    if (by === null) return [];
    const key = this.key(what);
    const body = { ...command(at, `text:${key}`), agency: this.row.agency, by } as ObligationCommand;
    return [{ key, at, person: by.person, workflow: this.row.round, says, body, kind: 'command' }];
  }

  /** Who answers for the agency: the focal point; where nobody is, the head himself. */
  readonly reporter = (day: Day): Actor | null => {
    const { agency } = this.row;
    return firstActor(
      this.scene,
      [
        { agency, role: 'focalPoint' },
        { agency, role: 'head' },
      ],
      day,
    );
  };

  key(what: string): string {
    return `cast/${this.row.key}/${this.deadline.number}/${what}`;
  }
}
