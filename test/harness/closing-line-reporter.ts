import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import { partsUsed } from './parts-used.ts';
import type { RealPart } from './services.ts';

const PART_NAMES: Record<RealPart, string> = {
  temporal: 'Temporal server',
  postgresql: 'PostgreSQL server (DONDOC_TEST_DATABASE_URL)',
  chromium: 'Chromium',
  mta: 'Debian mail server (DONDOC_TEST_MTA)',
};

/**
 * Closes a run with the one line `N passed, N failed`. A skipped test is a failure, by name; so is, in a run that must
 * be complete (`DONDOC_TEST_REQUIRE=temporal,postgresql,…`), a real part that no test used.
 */
export class ClosingLineReporter implements Reporter {
  private passed = 0;
  private failed = 0;
  private readonly complaints: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    if (state === 'passed') this.passed += 1;
    else this.failed += 1;
    if (state === 'skipped' || state === 'pending')
      this.complaints.push(`skipped: ${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<SerializedError>): void {
    for (const module of modules) {
      if (module.errors().length === 0) continue;
      this.fail(`could not run: ${module.relativeModuleId}`);
    }
    for (const error of errors) this.fail(`error outside a test: ${error.message}`);
    for (const part of missingParts(process.env.DONDOC_TEST_REQUIRE)) this.fail(`no test used the real part: ${part}`);

    for (const complaint of this.complaints) process.stdout.write(`${complaint}\n`);
    if (this.failed > 0) process.exitCode = 1;
    process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
  }

  private fail(complaint: string): void {
    this.failed += 1;
    this.complaints.push(complaint);
  }
}

function missingParts(required: string | undefined): string[] {
  const names = (required ?? '').split(',').filter((name) => name !== '');
  return names.filter((name) => !partsUsed().has(name as RealPart)).map((name) => PART_NAMES[name as RealPart] ?? name);
}
