import { takeLock } from '../../../store/lock.ts';

const outcome = await takeLock(process.argv[2] ?? '');
process.stdout.write(`${'lock' in outcome ? 'taken' : `held by ${outcome.heldBy.pid}`}\n`);
if ('lock' in outcome) setInterval(() => undefined, 1_000);
