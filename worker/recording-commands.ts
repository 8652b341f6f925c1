import { yearArgument } from '../cli/arguments.ts';
import type { CommandIo } from '../cli/command.ts';
import { wrongUsage } from '../cli/failure.ts';
import { answering } from '../cli/output.ts';
import { REVIEW_OUTCOMES } from '../domain/machines/plan-state.ts';
import { recordedText } from '../wording/operator/asking.ts';
import { needed } from './asking-commands.ts';
import { ASSIGN_USAGE, DECIDE_USAGE, MONEY_USAGE, TARGET_USAGE } from './asking-usage.ts';
import { ask } from './desk-command.ts';

interface Recorded {
  status: 'done' | 'kept';
}

/** `dondoc assign`: who takes the part of a measure's lead that the plan leaves to nobody. */
export function assignCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: ASSIGN_USAGE,
    words: ['mã kế hoạch', 'số nhiệm vụ'],
    values: ['--agencies', '--text'],
  };
  return answering(io, args, shape, async ({ words, values }) => {
    const recorded = await ask<Recorded>(io, 'assign', {
      plan: words[0],
      measure: words[1],
      agencies: needed(values, '--agencies')
        .split(',')
        .flatMap((id) => id.trim() || []),
      text: needed(values, '--text'),
    });
    return { json: recorded, text: () => recordedText(recorded) };
  });
}

/** `dondoc decide`: leadership's decision after a review, by the number of its letter. */
export function decideCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: DECIDE_USAGE,
    words: ['mã kế hoạch', 'mã sơ kết, tổng kết'],
    values: ['--outcome', '--feeds', '--document', '--text'],
  };
  return answering(io, args, shape, async ({ words, values }) => {
    const recorded = await ask<Recorded>(io, 'decide', {
      plan: words[0],
      review: words[1],
      outcome: oneOf('--outcome', needed(values, '--outcome'), REVIEW_OUTCOMES),
      feeds: values['--feeds'] ?? null,
      document: needed(values, '--document'),
      text: needed(values, '--text'),
    });
    return { json: recorded, text: () => recordedText(recorded) };
  });
}

/** `dondoc money`: what was allocated to an agency, or settled by it. */
export function moneyCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: MONEY_USAGE,
    words: ['mã kế hoạch', 'allocation hoặc settlement'],
    values: ['--year', '--agency', '--measure', '--source', '--amount', '--document', '--text'],
  };
  return answering(io, args, shape, async ({ words, values }) => {
    const recorded = await ask<Recorded>(io, 'money', {
      plan: words[0],
      step: oneOf('bước', words[1] ?? '', ['allocation', 'settlement']),
      year: yearArgument(values['--year']),
      agency: needed(values, '--agency'),
      measure: values['--measure'] ?? null,
      source: oneOf('--source', needed(values, '--source'), ['recurrent', 'investment', 'other']),
      amount: dong(needed(values, '--amount')),
      document: needed(values, '--document'),
      text: values['--text'] ?? '',
    });
    return { json: recorded, text: () => recordedText(recorded) };
  });
}

/** `dondoc target`: what no plan prints about a target's figures. */
export function targetCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: TARGET_USAGE,
    words: ['mã kế hoạch', 'mã chỉ tiêu'],
    values: ['--base', '--from', '--same', '--apart', '--text'],
  };
  return answering(io, args, shape, async ({ words, values }) => {
    const recorded = await ask<Recorded>(io, 'target', {
      plan: words[0],
      target: words[1],
      base: values['--base'] === undefined ? null : decimal(values['--base']),
      from: values['--from'] === undefined ? null : yearArgument(values['--from']),
      same: receiptsIn(values['--same']),
      apart: receiptsIn(values['--apart']),
      text: needed(values, '--text'),
    });
    return { json: recorded, text: () => recordedText(recorded) };
  });
}

function receiptsIn(list = ''): string[] {
  return list.split(',').flatMap((receipt) => receipt.trim() || []);
}

function oneOf(what: string, given: string, known: readonly string[]): string {
  if (known.includes(given)) return given;
  throw wrongUsage(`Không có ${what} “${given}”. Hiện có: ${known.join(', ')}.`);
}

/** Whole đồng, with or without dots between thousands. */
function dong(text: string): number {
  if (/^(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return Number(text.replaceAll('.', ''));
  throw wrongUsage(`“${text}” không phải số đồng nguyên. Ghi 150.000.000 hoặc 150000000.`);
}

/** A number with a decimal comma. */
function decimal(text: string): number {
  if (/^\d+(,\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  throw wrongUsage(`“${text}” không phải một số. Ghi 50 hoặc 8,3.`);
}
