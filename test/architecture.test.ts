import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runDirectory } from './harness/services.ts';

const ROOT = join(import.meta.dirname, '..');
const CONFIG = join(ROOT, '.dependency-cruiser.cjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

/** Checks the folders found in a directory against the repository's rules. */
async function violations(cwd: string, folders: string[]): Promise<{ violations: Violation[]; modules: number }> {
  const program = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [program, '--config', CONFIG, '--output-type', 'json', ...folders];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 200_000_000 }, (error, stdout) =>
      stdout === '' && error ? reject(error) : resolve(stdout),
    );
  });
  const { summary, modules } = JSON.parse(output) as { summary: { violations: Violation[] }; modules: unknown[] };
  return { violations: summary.violations, modules: modules.length };
}

/** Each breaks one rule on purpose. */
const BROKEN = [
  { file: 'domain/reads-store.ts', source: "import { x } from '../store/kept.ts';", rule: 'domain-is-alone' },
  {
    file: 'domain/type-of-store.ts',
    source: "import type { X } from '../store/kept.ts';",
    rule: 'domain-is-alone-types',
  },
  { file: 'domain/checks.ts', source: "import { z } from 'zod';", rule: 'domain-is-alone' },
  { file: 'domain/reads-file.ts', source: "import { readFileSync } from 'node:fs';", rule: 'domain-is-alone' },
  {
    file: 'domain/plan/counts.ts',
    source: "import { addDays } from 'date-fns/addDays';",
    rule: 'dates-are-counted-in-the-calendar',
  },
  { file: 'plans/asks.ts', source: "import { x } from '../store/kept.ts';", rule: 'plans-are-data' },
  { file: 'wording/looks-up.ts', source: "import { x } from '../plans/data.ts';", rule: 'wording-is-pure' },
  {
    file: 'workflows/runs-activity.ts',
    source: "import { x } from '../activities/does.ts';",
    rule: 'workflows-stay-light',
  },
  { file: 'workflows/checks.ts', source: "import { z } from 'zod';", rule: 'workflows-stay-light' },
  {
    file: 'activities/writes.ts',
    source: "import { x } from '../store/kept.ts';",
    rule: 'activities-speak-through-ports',
  },
  { file: 'store/shows.ts', source: "import { x } from '../web/page.ts';", rule: 'store-knows-its-driver' },
  { file: 'mail/keeps.ts', source: "import { x } from '../store/kept.ts';", rule: 'mail-knows-its-driver' },
  {
    file: 'bot/dialogue/sends.ts',
    source: "import { x } from '../telegram/sender.ts';",
    rule: 'dialogue-knows-no-channel',
  },
  {
    file: 'bot/conversation/keeps.ts',
    source: "import { x } from '../../store/kept.ts';",
    rule: 'conversation-speaks-through-ports',
  },
  {
    file: 'bot/web-chat/borrows.ts',
    source: "import { x } from '../telegram/sender.ts';",
    rule: 'web-chat-imports-no-other-channel',
  },
  { file: 'bot/telegram/keeps.ts', source: "import { x } from '../../store/kept.ts';", rule: 'a-channel-stands-alone' },
  { file: 'client/keeps.ts', source: "import { x } from '../store/kept.ts';", rule: 'client-is-the-gateway' },
  { file: 'web/page.ts', source: "import { x } from '../activities/does.ts';", rule: 'web-shows' },
  { file: 'cli/starts.ts', source: "import { x } from '../worker/all.ts';", rule: 'the-worker-is-imported-by-nobody' },
  { file: 'store/back.ts', source: "import { y } from './there.ts';\nexport const x = () => y;", rule: 'no-circles' },
  { file: 'worker/lost.ts', source: "import { x } from './nowhere.ts';", rule: 'nothing-is-missing' },
];

/** What the broken files reach for. */
const GROUND: Record<string, string> = {
  'store/kept.ts': 'export const x = 1;\nexport type X = number;',
  'store/there.ts': "import { x } from './back.ts';\nexport const y = x;",
  'plans/data.ts': 'export const x = 1;',
  'activities/does.ts': 'export const x = 1;',
  'bot/telegram/sender.ts': 'export const x = 1;',
  'worker/all.ts': 'export const x = 1;',
  'node_modules/zod/package.json': '{ "name": "zod", "main": "index.js" }',
  'node_modules/zod/index.js': 'exports.z = 1;',
  'node_modules/date-fns/addDays.js': 'exports.addDays = 1;',
  'node_modules/date-fns/package.json': '{ "name": "date-fns" }',
};

describe('who may import whom', () => {
  it('holds everywhere in the house', async () => {
    const folders = ['domain', 'plans', 'wording', 'workflows', 'activities', 'bot', 'mail', 'store'];
    const found = await violations(ROOT, [...folders, 'client', 'web', 'cli', 'worker']);
    expect(found.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(found.modules).toBeGreaterThan(300);
  });

  describe('is noticed when broken', () => {
    let found: Violation[];
    beforeAll(async () => {
      const house = mkdtempSync(join(runDirectory(), 'house-'));
      const files = { ...GROUND, ...Object.fromEntries(BROKEN.map(({ file, source }) => [file, source])) };
      for (const [file, source] of Object.entries(files)) {
        mkdirSync(join(house, dirname(file)), { recursive: true });
        writeFileSync(join(house, file), `${source}\n`);
      }
      const folders = [...new Set(BROKEN.map(({ file }) => file.split('/')[0] ?? ''))];
      found = (await violations(house, folders)).violations;
    });

    it.each(BROKEN)('$rule: $file', ({ file, rule }) => {
      expect(found.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
    });

    it('and every rule says what to do instead', () => {
      const { forbidden } = createRequire(import.meta.url)(CONFIG) as {
        forbidden: { name: string; comment: string }[];
      };
      expect(forbidden.filter(({ comment }) => comment.length < 40)).toEqual([]);
    });
  });
});
