import { type Day, dayOf } from '../calendar/instant.ts';
import type { ObstacleSpec } from '../machines/obstacle.ts';
import { DEFAULT_POLICY } from '../obligation/policy.ts';
import { obstacleWorkflow } from '../plan/keys.ts';
import { COMPLETED, PROLONG } from '../plan/measure-year.ts';
import { type CastAct, wordsRef } from './act.ts';
import { draw } from './draw.ts';
import type { Duty } from './duty.ts';
import { castActor } from './scene.ts';

/** What an agency that still owes will do about it, by its character. */
export function owingActs(duty: Duty): CastAct[] {
  const { obligation, deadline, character } = duty;
  if (obligation.suspendedSince !== null || obligation.extensionRequest !== null) return [];
  if (obligation.leadership?.answered) return submit(duty, 'afterWord', duty.workingDay(dayOf(duty.at), 2));
  switch (character) {
    case 'onTime':
    case 'withErrors':
      return submit(duty, 'submit', dayBefore(duty, 5));
    case 'late':
      return submit(duty, 'submit', duty.workingDay(deadline.overdueAfter, duty.days('late', 1, 4)));
    case 'silent':
      return [];
    case 'asksForTime':
      return askForTime(duty);
    case 'raisesObstacle':
      return [...raiseObstacle(duty), ...submit(duty, 'submit', dayAroundAim(duty))];
  }
}

/** Up to `most` working days before the day aimed at, the day itself included. */
function dayBefore(duty: Duty, most: number): Day {
  const n = duty.days('early', 0, most);
  return n === 0 ? duty.deadline.aimOn : duty.workingDay(duty.deadline.aimOn, -n);
}

function dayAroundAim(duty: Duty): Day {
  const n = duty.days('afterObstacle', -1, 2);
  return n === 0 ? duty.deadline.aimOn : duty.workingDay(duty.deadline.aimOn, n);
}

function submit(duty: Duty, what: string, day: Day): CastAct[] {
  const { obligation, scene } = duty;
  const number = obligation.submissions.length + 1;
  return duty.act(`${what}-${number}`, day, duty.reporter, 'report', (at, ref) => ({
    do: 'submit',
    receipt: '',
    source: draw(scene.seed, 'source', duty.row.key) < 0.6 ? 'chat' : 'page',
    actedOn: dayOf(at),
    signed: false,
    measures: measuresOf(duty),
    ref,
  }));
}

function measuresOf(duty: Duty): Record<string, string> {
  const { measures, endingMeasures } = duty.obligation.asks;
  const states: Record<string, string> = {};
  for (const no of measures) {
    const share = duty.chance(`measure/${no}`);
    states[no] = share < 0.7 ? 'underWay' : share < 0.85 ? 'done' : share < 0.95 ? 'notDone' : 'hindered';
  }
  for (const no of endingMeasures) states[no] = duty.chance(`measure/${no}`) < 0.8 ? COMPLETED : PROLONG;
  return states;
}

/** Asks once, some days before; when the answer was no, reports a little late. */
function askForTime(duty: Duty): CastAct[] {
  const { deadline, at } = duty;
  const asking = duty.workingDay(deadline.aimOn, -duty.days('ask', 2, 4));
  const to = duty.workingDay(deadline.overdueAfter, duty.days('askFor', 4, 8));
  const planned = duty.act(
    'ask',
    asking,
    (day) => castActor(duty.scene, duty.row.agency, 'focalPoint', day),
    'askTime',
    (_, ref) => ({
      do: 'requestExtension',
      to,
      ref,
    }),
  );
  const [ask] = planned;
  const asked = ask === undefined || dayOf(at) > asking || dayOf(ask.at) > deadline.overdueAfter;
  if (!asked) return planned;
  return submit(duty, 'afterRefusal', duty.workingDay(deadline.overdueAfter, duty.days('afterRefusal', 1, 2)));
}

function raiseObstacle(duty: Duty): CastAct[] {
  const { scene, row, round } = duty;
  const raising = duty.workingDay(duty.deadline.aimOn, -duty.days('raise', 6, 9));
  const at = duty.moment('raise', raising);
  const by = castActor(scene, row.agency, 'focalPoint', dayOf(at));
  if (by === null) return [];
  const key = duty.key('raise');
  const id = key.replaceAll('/', '-');
  const province = row.round.split('/')[1] ?? '';
  const spec: ObstacleSpec = {
    id,
    province,
    plan: row.plan,
    obligation: row.key,
    measure: duty.obligation.asks.measures[0] ?? null,
    raisedBy: by,
    ref: wordsRef({ key }),
    coordinator: round.coordinator,
    leadership: round.leadership,
    calendar: scene.calendar,
    policy: DEFAULT_POLICY,
  };
  const workflow = obstacleWorkflow(province, id);
  return [{ key, at, person: by.person, workflow, says: 'obstacle', body: spec, kind: 'open' }];
}
