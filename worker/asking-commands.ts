import type { CommandIo } from '../cli/command.ts';
import { wrongUsage } from '../cli/failure.ts';
import { answering } from '../cli/output.ts';
import { dayFrom, isDay } from '../domain/calendar/day.ts';
import type { Day } from '../domain/calendar/instant.ts';
import { askedText } from '../wording/operator/asking.ts';
import { REQUEST_USAGE, TRIGGER_USAGE } from './asking-usage.ts';
import { ask } from './desk-command.ts';
import type { Asked } from './operator-handlers.ts';

/** `dondoc request`: a report out of turn, asked by a document. */
export function requestCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: REQUEST_USAGE,
    words: ['mã kế hoạch'],
    values: ['--agencies', '--due', '--text', '--document', '--measure'],
    flags: ['--urgent'],
  };
  return answering(io, args, shape, async ({ words, values, flags }) => {
    const agencies = needed(values, '--agencies')
      .split(',')
      .flatMap((id) => id.trim() || []);
    const asked = await ask<Asked>(io, 'request', {
      plan: words[0],
      agencies,
      due: dayGiven(needed(values, '--due')),
      text: needed(values, '--text'),
      document: needed(values, '--document'),
      measure: values['--measure'] ?? null,
      urgent: flags.includes('--urgent'),
    });
    return { json: asked, text: () => askedText(asked) };
  });
}

/** `dondoc trigger`: a measure that waited for a request or an event is set going. */
export function triggerCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: TRIGGER_USAGE,
    words: ['mã kế hoạch', 'số nhiệm vụ'],
    values: ['--basis', '--due', '--text'],
    flags: ['--urgent'],
  };
  return answering(io, args, shape, async ({ words, values, flags }) => {
    const due = values['--due'];
    const asked = await ask<Asked>(io, 'trigger', {
      plan: words[0],
      measure: words[1],
      document: needed(values, '--basis'),
      due: due === undefined ? null : dayGiven(due),
      text: values['--text'] ?? '',
      urgent: flags.includes('--urgent'),
    });
    return { json: asked, text: () => askedText(asked) };
  });
}

/** The value of an option that must be there. */
export function needed(values: Record<string, string>, option: string): string {
  const value = values[option];
  if (value === undefined) throw wrongUsage(`Thiếu ${option}.`);
  return value;
}

/** `2024-11-12` or `12/11/2024`. */
export function dayGiven(text: string): Day {
  if (isDay(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const read = dayFrom(Number(year), Number(month), 1).slice(0, 8) + String(day).padStart(2, '0');
  if (day !== undefined && isDay(read)) return read;
  throw wrongUsage(`“${text}” không phải một ngày. Ghi 12/11/2024 hoặc 2024-11-12.`);
}
