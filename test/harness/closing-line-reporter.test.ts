import { describe, expect, it } from 'vitest';
import { runChild } from './child.ts';

async function run(fixtures: string[], require = ''): Promise<{ code: number | null; lines: string[] }> {
  const { VITEST: _inside, ...env } = process.env;
  const child = runChild('test/harness/children/run-fixtures.ts', fixtures, { ...env, DONDOC_TEST_REQUIRE: require });
  const { code } = await child.ended;
  return { code, lines: child.lines.filter((line) => line !== '') };
}

describe('the closing line', () => {
  it('counts what passed, and a run without failure ends with status 0', async () => {
    const { code, lines } = await run(['all-pass.fixture.ts']);
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('a skipped test is a failure, by name', async () => {
    const { code, lines } = await run(['passed-and-skipped.fixture.ts']);
    expect(lines.at(-1)).toBe('1 passed, 2 failed');
    expect(lines).toContain('skipped: passed-and-skipped.fixture.ts > is left out');
    expect(code).toBe(1);
  });

  it('a file that cannot be loaded is a failure, by name', async () => {
    const { code, lines } = await run(['all-pass.fixture.ts', 'does-not-load.fixture.ts']);
    expect(lines.at(-1)).toBe('2 passed, 1 failed');
    expect(lines).toContain('could not run: does-not-load.fixture.ts');
    expect(code).toBe(1);
  });

  it('a run that must be complete fails with the name of the real part that nobody used', async () => {
    const { code, lines } = await run(['all-pass.fixture.ts'], 'temporal');
    expect(lines).toContain('no test used the real part: Temporal server');
    expect(lines.at(-1)).toBe('2 passed, 1 failed');
    expect(code).toBe(1);
  });
});
