import { startupPrint } from '../terminal.ts';
import { findTemporalServer } from './find.ts';

// Obtains the server's program before anything needs it: `tsx worker/temporal-server/prepare.ts`. Used by .ci/run.
const print = startupPrint({ env: process.env, steps: 1 });
try {
  const step = print.step('temporal');
  step.found(await findTemporalServer({ env: process.env, report: step.way }));
} catch (error) {
  print.failed(error);
  process.exitCode = 1;
}
