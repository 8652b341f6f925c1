import type { CommandIo } from '../cli/command.ts';
import { answering } from '../cli/output.ts';
import { askedText } from '../wording/operator/asking.ts';
import { dayGiven, needed } from './asking-commands.ts';
import { CONTRIBUTION_USAGE } from './asking-usage.ts';
import { ask } from './desk-command.ts';
import type { Asked } from './operator-handlers.ts';

/** `dondoc contribution`: a lead asks cooperating agencies for their parts of a measure. */
export function contributionCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = {
    usage: CONTRIBUTION_USAGE,
    words: ['mã kế hoạch', 'số nhiệm vụ'],
    values: ['--lead', '--agencies', '--due', '--text', '--for'],
  };
  return answering(io, args, shape, async ({ words, values }) => {
    const agencies = needed(values, '--agencies')
      .split(',')
      .flatMap((id) => id.trim() || []);
    const asked = await ask<Asked>(io, 'contribution', {
      plan: words[0],
      measure: words[1],
      lead: needed(values, '--lead'),
      agencies,
      due: dayGiven(needed(values, '--due')),
      text: needed(values, '--text'),
      obligation: values['--for'] ?? null,
    });
    return { json: asked, text: () => askedText(asked) };
  });
}
