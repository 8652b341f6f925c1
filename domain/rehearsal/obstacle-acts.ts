import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { WorkflowRow } from '../engine/effects.ts';
import type { Actor } from '../engine/message.ts';
import type { ObstacleCommand, ObstacleSpec, ObstacleState } from '../machines/obstacle.ts';
import type { CastAct, CastWords } from './act.ts';
import { draw, drawNumber } from './draw.ts';
import { officeInstantAfter } from './office-hours.ts';
import { castActor, type Scene } from './scene.ts';

/** What the projection keeps of an obstacle. */
type ObstacleFacts = Pick<ObstacleSpec, 'id' | 'raisedBy' | 'coordinator' | 'leadership'> &
  Pick<ObstacleState, 'step' | 'dueOn' | 'answers'>;

type Said<Command> = Command extends unknown ? Omit<Command, 'by'> : never;

/** What whoever owes the next word on an obstacle will do: answer, pass it on, say that it is settled or that it is not. */
export function obstacleActs(scene: Scene, row: WorkflowRow, at: Instant): CastAct[] {
  const facts = row.state as ObstacleFacts;
  const { id, step, answers, dueOn, coordinator, leadership } = facts;
  if (step === 'settled') return [];
  const turn = `${step}-${answers.length}`;
  const chance = (what: string): number => draw(scene.seed, 'obstacle', what, id, turn);
  const days = (least: number, most: number): number =>
    drawNumber(least, most, scene.seed, 'obstacle', 'days', id, turn);
  const act = (
    day: Day,
    who: (on: Day) => Actor | null,
    says: CastWords | null,
    command: (ref: string) => Said<ObstacleCommand>,
  ): CastAct[] => {
    const key = `cast/${id}/${turn}`;
    const when = officeInstantAfter(scene.calendar, at, day, chance('moment'));
    const by = who(dayOf(when));
    if (by === null) return [];
    const body = { ...command(`text:${key}`), by } as ObstacleCommand;
    return [{ key, at: when, person: by.person, workflow: row.workflow, says, body, kind: 'command' }];
  };
  const late = chance('late') < 0.15;
  const day = late
    ? addWorkingDays(scene.calendar, dueOn, 1)
    : addWorkingDays(scene.calendar, dayOf(at), days(1, step === 'coordinator' ? 3 : 4));
  switch (step) {
    case 'coordinator': {
      const who = (on: Day): Actor | null => castActor(scene, coordinator, 'coordinator', on);
      return answers.length === 0 && chance('forward') < 0.25
        ? act(day, who, 'forward', (ref) => ({ do: 'forward', ref }))
        : act(day, who, 'answer', (ref) => ({ do: 'answer', ref }));
    }
    case 'leadership':
      return act(
        day,
        (on) => castActor(scene, leadership, 'leadership', on),
        'decision',
        (ref) => ({ do: 'answer', ref }),
      );
    case 'raiser':
      return raiserActs(scene, facts, chance('word'), (says, command) =>
        act(day, (on) => castActor(scene, facts.raisedBy.agency, 'focalPoint', on), says, command),
      );
  }
}

/** Four in five say that it is settled; one in ten asks again, once; the others stay silent and it settles by itself. */
function raiserActs(
  scene: Scene,
  { raisedBy, answers }: ObstacleFacts,
  share: number,
  act: (says: CastWords | null, command: (ref: string) => Said<ObstacleCommand>) => CastAct[],
): CastAct[] {
  const plays = scene.played.some(({ agency, role }) => agency === raisedBy.agency && raisedBy.roles.includes(role));
  if (plays || share >= 0.9) return [];
  return share >= 0.8 && answers.length === 1
    ? act('reopen', (ref) => ({ do: 'reopen', ref }))
    : act(null, () => ({ do: 'settle', ref: null }));
}
