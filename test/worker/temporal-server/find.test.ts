import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { StartRefused } from '../../../worker/start-refused.ts';
import { findTemporalServer } from '../../../worker/temporal-server/find.ts';
import { NotObtained } from '../../../worker/temporal-server/not-obtained.ts';
import { cachedProgram } from '../../../worker/temporal-server/program-cache.ts';
import type { WayEvent } from '../../../worker/temporal-server/way.ts';
import { runDirectory } from '../../harness/services.ts';

let root: string;
let events: WayEvent[];
beforeEach(() => {
  root = mkdtempSync(join(runDirectory(), 'find-'));
  events = [];
});

/** A program that names a server version, as the real one does. */
function program(place: string, serverVersion: string): string {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, `#!/bin/sh\necho "temporal version 0.0.0-DEV (Server ${serverVersion}, UI 2.42.1)"\n`);
  chmodSync(place, 0o755);
  return place;
}

function find(
  env: Record<string, string>,
  obtain: { download?: () => Promise<string>; build?: () => Promise<string> } = {},
): ReturnType<typeof findTemporalServer> {
  const unreachable = async (): Promise<string> => {
    throw new NotObtained('20 s');
  };
  return findTemporalServer({
    env: { DONDOC_CACHE: join(root, 'cache'), ...env },
    report: (event) => events.push(event),
    obtain: { download: obtain.download ?? unreachable, build: obtain.build ?? unreachable },
  });
}

const states = (): string[] => events.map((event) => `${event.way} ${event.state}`);

describe('findTemporalServer', () => {
  it('a cluster named by TEMPORAL_ADDRESS comes before everything else', async () => {
    const path = program(join(root, 'temporal'), '1.29.1');
    expect(await find({ TEMPORAL_ADDRESS: 'cum.example:7233', TEMPORAL_CLI_PATH: path })).toEqual({ way: 'address' });
  });

  it('TEMPORAL_CLI_PATH comes before the search path', async () => {
    const configured = program(join(root, 'own', 'temporal'), '1.31.2');
    program(join(root, 'bin', 'temporal'), '1.29.1');
    expect(await find({ TEMPORAL_CLI_PATH: configured, PATH: join(root, 'bin') })).toEqual({
      way: 'configured',
      program: { path: configured, serverVersion: '1.31.2' },
    });
  });

  it('the search path comes before the cache, the cache before a download', async () => {
    const onPath = program(join(root, 'bin', 'temporal'), '1.29.1');
    const cached = program(cachedProgram(join(root, 'cache')), '1.29.1');
    expect(await find({ PATH: join(root, 'bin') })).toMatchObject({ way: 'path', program: { path: onPath } });
    expect(await find({ PATH: join(root, 'empty') })).toMatchObject({ way: 'cache', program: { path: cached } });
  });

  it('a server too old on the search path gives way to the next, and says so', async () => {
    program(join(root, 'bin', 'temporal'), '1.24.2');
    const cached = program(cachedProgram(join(root, 'cache')), '1.29.1');
    expect(await find({ PATH: join(root, 'bin') })).toMatchObject({ way: 'cache', program: { path: cached } });
    expect(events).toContainEqual({ way: 'path', state: 'tooOld', serverVersion: '1.24.2' });
  });

  it('a download that cannot reach its host gives way to a build', async () => {
    program(join(root, 'go-bin', 'go'), '0.0.0');
    const built = program(join(root, 'built', 'temporal'), '1.29.1');
    expect(await find({ PATH: join(root, 'go-bin') }, { build: async () => built })).toMatchObject({ way: 'build' });
    expect(states()).toEqual([
      'address unset',
      'configured unset',
      'path absent',
      'cache absent',
      'download working',
      'download failed',
      'build working',
      'build taken',
    ]);
  });

  it('nothing leads to a server → an error that lists the ways', async () => {
    const failure = await find({ PATH: join(root, 'empty') }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartRefused);
    for (const way of ['TEMPORAL_ADDRESS', 'TEMPORAL_CLI_PATH', 'PATH', 'temporal.download', 'go.dev'])
      expect(String(failure)).toContain(way);
    expect(states()).toContain('build absent');
  });

  it.each([
    { label: 'a path to nothing', make: () => join(root, 'nothing'), says: 'không chạy được' },
    { label: 'a server too old', make: () => program(join(root, 'old'), '1.24.2'), says: 'cần từ bản 1.29.0' },
  ])('TEMPORAL_CLI_PATH with $label is refused, not passed over', async ({ make, says }) => {
    await expect(find({ TEMPORAL_CLI_PATH: make() })).rejects.toThrow(says);
  });
});
