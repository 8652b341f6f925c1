import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../domain/rehearsal/ledger.ts';
import { ledger } from '../../worker/rehearsal/commands.ts';
import { runCommand } from '../cli/run-command.ts';
import { expectGolden } from '../harness/golden.ts';

const NOVEMBER = ['brvt-kh54-2022', '--from', '2024-11-01', '--to', '2024-11-30', '--seed', '7'];

describe('dondoc ledger', () => {
  it('tells a month as an official reads it', async () => {
    const { code, out } = await runCommand(ledger(), NOVEMBER);
    expect(code).toBe(0);
    expectGolden('rehearsal/brvt-kh54-2022-2024-11.txt', out);
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const [first, again, other] = [
      await runCommand(ledger(), [...NOVEMBER, '--json']),
      await runCommand(ledger(), [...NOVEMBER, '--json']),
      await runCommand(ledger(), [...NOVEMBER.slice(0, -1), '8', '--json']),
    ];
    expect(again.out).toBe(first.out);
    expect(other.out).not.toBe(first.out);
  });

  it('has the shape that scripts rely on', async () => {
    const { out } = await runCommand(ledger(), [...NOVEMBER, '--json']);
    const told = JSON.parse(out) as Ledger;
    expect(told).toMatchObject({
      schema: 1,
      plans: ['brvt-kh54-2022'],
      from: '2024-11-01',
      to: '2024-11-30',
      seed: 7,
      server: null,
    });
    expect(told.totals.messages).toBe(told.messages.length);
    const climbed = told.messages.find(({ kind, person }) => kind === 'escalation' && person === 'p31');
    expect(climbed).toMatchObject({
      at: '2024-11-22T08:00:00.000+07:00',
      post: 'leadership',
      agency: 'ubnd-tinh',
      obligation: 'brvt-kh54-2022/2024/IV.1.c/2024/so-khcn',
      deadline: 1,
      rung: 'rung-2',
      why: 'Đây là bậc 2 của thang đôn đốc.',
    });
    const sorted = told.messages.map(({ at, person, subject }) => [at, person, subject].join('\n'));
    expect(sorted).toEqual([...sorted].sort());
  });

  it('plays provinces side by side, each with its own people', async () => {
    const args = ['brvt-kh54-2022', 'tthue-kh149-2021', '--from', '2021-11-01', '--to', '2022-07-31', '--json'];
    const { out } = await runCommand(ledger(), args);
    const told = JSON.parse(out) as Ledger;
    expect(told.plans).toEqual(['brvt-kh54-2022', 'tthue-kh149-2021']);
    const plans = new Set(
      told.messages.flatMap(({ items }) => items.map(({ obligation }) => obligation?.split('/')[0])),
    );
    expect([...plans].filter((plan) => plan !== undefined).sort()).toEqual(told.plans);
  });

  it.each([
    ['no plan', ['--from', '2024-11-01', '--to', '2024-11-30'], 2, 'Thiếu mã kế hoạch.'],
    ['an unknown plan', ['brvt', '--from', '2024-11-01', '--to', '2024-11-30'], 1, 'Hiện có: '],
    ['no first day', ['brvt-kh54-2022', '--to', '2024-11-30'], 2, 'Thiếu --from <ngày>.'],
    ['a day that does not exist', ['brvt-kh54-2022', '--from', '2024-02-30', '--to', '2024-11-30'], 2, '“2024-02-30”'],
    ['days the wrong way round', ['brvt-kh54-2022', '--from', '2024-12-01', '--to', '2024-11-30'], 2, 'đứng trước'],
    ['a year without a table', ['brvt-kh54-2022', '--from', '2044-01-01', '--to', '2044-11-30'], 1, '“2044”'],
    ['a seed in words', [...NOVEMBER.slice(0, -1), 'bảy'], 2, '“bảy” sau --seed'],
  ])('%s', async (_label, args, code, said) => {
    const ran = await runCommand(ledger(), args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(said);
  });
});
