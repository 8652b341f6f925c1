import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkNode, OLDEST_NODE } from '../../worker/node-version.ts';

interface Manifest {
  engines: { node: string };
}
interface LockFile {
  packages: Record<string, { optional?: boolean }>;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as T;
}

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.3'])('%s is enough', (version) => {
    expect(checkNode(version)).toBe(`${version}, đủ (cần từ 20.19)`);
  });

  it.each(['18.20.0', '20.18.3'])('%s is refused with the version that is needed', (version) => {
    expect(() => checkNode(version)).toThrow('cần từ 20.19');
  });

  it('package.json asks for the same', () => {
    expect(read<Manifest>('package.json').engines.node).toBe(`>=${OLDEST_NODE}`);
  });
});

describe('package-lock.json', () => {
  it.each(['darwin', 'win32', 'linux'])('has the builds for %s, so that npm ci works there', (system) => {
    const names = Object.keys(read<LockFile>('package-lock.json').packages);
    for (const family of ['@esbuild/', '@swc/core-', '@biomejs/cli-'])
      expect(
        names.filter((name) => name.includes(`${family}${system}`)),
        family,
      ).not.toEqual([]);
  });
});
