export { cycle } from './cycle.ts';
export { digest } from './digest.ts';
export { obstacle } from './obstacle.ts';
export { plan } from './plan.ts';
export { round } from './round.ts';
