/**
 * Loaded once in a worker and shared by all its workflows, instead of anew in each (bundle option `preloadModules`): the
 * rules are pure and keep nothing between two calls. Nothing that needs `@temporalio/workflow` may stand here.
 */
export { addEffects, noEffects } from '../domain/engine/effects.ts';
export { cycleMachine } from '../domain/machines/cycle.ts';
export { digestMachine } from '../domain/machines/digest.ts';
export { obstacleMachine } from '../domain/machines/obstacle.ts';
export { planMachine } from '../domain/machines/plan.ts';
export { roundMachine } from '../domain/machines/round.ts';
