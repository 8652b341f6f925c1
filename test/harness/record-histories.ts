/**
 * Records the histories that test/engine/replay.test.ts replays: `npx tsx test/harness/record-histories.ts`. Run it for a
 * release; the files of former releases stay, because their workflows may still be running somewhere.
 */
import { startVitest } from 'vitest/node';

const vitest = await startVitest('test', [], {
  watch: false,
  include: ['test/histories/recorder/*.record.ts'],
  env: { TZ: 'UTC' },
});
await vitest.close();
