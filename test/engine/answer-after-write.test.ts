import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOn } from '../../domain/calendar/instant.ts';
import { openStory, type Story } from '../harness/story.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const OTHER = 'brvt-kh57-2022/2024/IV.2.-2/2024';

/** What the database does to the writes of one workflow. */
const trouble = new Map<string, { slowMs: number; failures: number }>();

describe('an answer is never given before its write', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({
      start: '2024-10-21T10:00',
      plans: ['brvt-kh54-2022', 'brvt-kh57-2022'],
      ledger: (inner) => ({
        async write(batch) {
          const met = trouble.get(batch.workflow.workflow);
          if (met && met.failures > 0) {
            met.failures -= 1;
            throw new Error('database away');
          }
          if (met) await new Promise((resolve) => setTimeout(resolve, met.slowMs));
          await inner.write(batch);
        },
      }),
    });
  });
  afterAll(() => story.close());

  /** Speaks to the round itself and looks into the database the moment the answer is there. */
  async function answered(
    round: string,
    agency: string,
  ): Promise<{ ms: number; line: boolean; row: string | undefined }> {
    const key = `direct-${round}-${agency}`;
    const body = {
      do: 'submit',
      agency,
      by: { person: 'p06', agency, roles: ['head'] },
      receipt: key,
      source: 'chat',
      actedOn: '2024-10-21',
      signed: false,
      measures: {},
      ref: 'text',
    };
    const message = { kind: 'command', key, at: instantOn('2024-10-21', '10:30'), body };
    const started = Date.now();
    const handle = story.engine.client.workflow.getHandle(`round/brvt/${round}`);
    expect(await handle.executeUpdate('say', { args: [message], updateId: key })).toEqual({ ok: true });
    const ms = Date.now() - started;
    const lines = await story.journal(`${round}/${agency}`);
    return {
      ms,
      line: lines.some(({ kind }) => kind === 'submitted'),
      row: (await story.obligation(`${round}/${agency}`)).phase,
    };
  }

  it.each([
    { label: 'the write takes 3 seconds', round: ROUND, slowMs: 3_000, failures: 0, least: 3_000 },
    {
      label: 'the write takes longer than the server waits for the task',
      round: ROUND,
      slowMs: 9_000,
      failures: 0,
      least: 9_000,
    },
    { label: 'the write fails 10 times', round: OTHER, slowMs: 0, failures: 10, least: 8_000 },
  ])('$label', async ({ round, slowMs, failures, least }) => {
    trouble.set(`round/brvt/${round}`, { slowMs, failures });
    const { ms, line, row } = await answered(round, slowMs > 5_000 ? 'so-yt' : 'so-dl');
    trouble.clear();
    expect({ line, row }).toEqual({ line: true, row: 'submitted' });
    expect(ms).toBeGreaterThan(least * 0.95);
  });
});
