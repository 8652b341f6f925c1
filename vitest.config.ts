import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/harness/closing-line-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // One process a file: the SDK's native part does not like to share one.
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['test/harness/global-setup.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 300_000,
    hookTimeout: 900_000,
    teardownTimeout: 30_000,
    reporters: ['default', new ClosingLineReporter()],
  },
});
