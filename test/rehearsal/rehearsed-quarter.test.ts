import { beforeAll, describe, expect, it } from 'vitest';
import { playOf } from '../../cli/rehearsal-play.ts';
import { rehearseCommand } from '../../cli/rehearse.ts';
import type { Ledger } from '../../domain/rehearsal/ledger.ts';
import { quietRuntime } from '../../worker/engine.ts';
import { playedLedger } from '../../worker/rehearsal/played-ledger.ts';
import { simulatedLedger } from '../../worker/rehearsal/simulated-ledger.ts';
import type { TemporalTarget } from '../../worker/temporal-server/target.ts';
import { runCommand } from '../cli/run-command.ts';
import { freshDatabase } from '../harness/database.ts';
import { freshNamespace } from '../harness/namespace.ts';
import { testTemporal, workflowBundlePath } from '../harness/temporal.ts';

const QUARTER = {
  json: true,
  flags: [],
  words: ['brvt-kh54-2022'],
  values: { '--from': '2024-10-01', '--to': '2024-12-31', '--seed': '7' },
};

describe('a quarter rehearsed on the real server', () => {
  const play = playOf({ env: {} }, QUARTER);
  let target: TemporalTarget;
  let rehearsed: Ledger;
  let computed: Ledger;

  beforeAll(async () => {
    quietRuntime();
    target = await freshNamespace('rehearsal');
    const { serverVersion } = await testTemporal();
    const bundle = { codePath: await workflowBundlePath() };
    rehearsed = await playedLedger(play, { target, serverVersion, bundle, freshDatabase });
    computed = await simulatedLedger(play);
  });

  it('sends, letter by letter, what the rules foresee', () => {
    expect(rehearsed.messages.length).toBeGreaterThan(100);
    expect(rehearsed.messages).toEqual(computed.messages);
    expect(JSON.stringify({ ...rehearsed, server: null })).toBe(JSON.stringify(computed));
  });

  it('has receipts, the ladder and leadership in it', () => {
    expect(rehearsed.totals).toMatchObject(computed.totals);
    expect(rehearsed.totals.receipts).toBeGreaterThan(5);
    expect(rehearsed.messages.some(({ kind, post }) => kind === 'escalation' && post === 'leadership')).toBe(true);
  });

  it('says which server it was played on', async () => {
    expect(rehearsed.server).toEqual({ version: (await testTemporal()).serverVersion });
  });

  describe('dondoc rehearse --compare', () => {
    const args = ['brvt-kh54-2022', '--from', '2024-10-01', '--to', '2024-12-31', '--compare'];
    const compared = (played: Ledger) =>
      rehearseCommand({ simulated: async () => computed, played: async () => played });

    it('ends with 0 where nothing differs', async () => {
      const { code, out } = await runCommand(compared(rehearsed), args);
      expect({ code, out }).toEqual({
        code: 0,
        out: `Diễn tập và tính trước giống nhau từng dòng: ${rehearsed.messages.length} tin.\n`,
      });
    });

    it('ends with 1 and names the line that differs', async () => {
      const missing = { ...rehearsed, messages: rehearsed.messages.slice(1) };
      const { code, out } = await runCommand(compared(missing), args);
      expect(code).toBe(1);
      expect(out).toMatch(/^- 2024-10-0\dT08:00/);
      expect(out).toContain('1 tin chỉ có khi tính trước');
    });
  });
});
