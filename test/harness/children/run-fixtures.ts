import { startVitest } from 'vitest/node';
import { ClosingLineReporter } from '../closing-line-reporter.ts';

// Runs the fixtures named on the command line under the reporter that is being tested, and nothing else.
const run = await startVitest('test', [], {
  config: false,
  watch: false,
  root: import.meta.dirname,
  include: process.argv.slice(2),
  reporters: [new ClosingLineReporter()],
});
await run.close();
