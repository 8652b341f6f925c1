import { dayOf, type Instant, instantOn } from '../../../domain/calendar/instant.ts';
import type { Batch } from '../../../domain/engine/effects.ts';
import type { CastAct } from '../../../domain/rehearsal/act.ts';
import { filledRoster } from '../../../domain/rehearsal/fill-roster.ts';
import type { Scene } from '../../../domain/rehearsal/scene.ts';
import { simulate } from '../../../domain/rehearsal/simulate.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { loadPlans } from '../../../plans/load-plans.ts';
import { loadTrial } from '../../../plans/load-trial.ts';
import { planStart } from '../../../worker/open-plans.ts';

const calendar = loadCalendar();
const all = loadPlans();

export function planOf(id: string): (typeof all)[number] {
  const found = all.find((plan) => plan.id === id);
  if (found === undefined) throw new Error(`no plan ${id}`);
  return found;
}

/** The trial's people, with somebody on every post that the plan needs. */
export function sceneOf(seed: number, plan = planOf('brvt-kh54-2022'), played: Scene['played'] = []): Scene {
  const roster = filledRoster(loadTrial().roster, [plan], '2024-01-01', (agency, role) => `${agency.id} ${role}`);
  return { seed, calendar, roster, played };
}

/** Everything that was written and planned while a plan was played; whatever is sent arrives. */
export function played(scene: Scene, { from, to }: { from: string; to: string }, plan = planOf('brvt-kh54-2022')) {
  const start: Instant = instantOn(from, '00:00');
  const batches: Batch[] = [];
  const acts: CastAct[] = [];
  const run = simulate({ scene, starts: [planStart(plan, all, calendar, start)], until: instantOn(to, '23:59') });
  for (const happening of run) {
    if (happening.kind === 'written') batches.push(happening.batch);
    if (happening.kind === 'planned') acts.push(happening.act);
  }
  return { batches, acts, journal: batches.flatMap(({ journal }) => journal) };
}

/** One line an act: day and time, who, what. */
export function actLine({ at, person, key }: CastAct): string {
  return `${dayOf(at)} ${at.slice(11, 16)} ${person} ${key.split('/').slice(1).join('/')}`;
}
