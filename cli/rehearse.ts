import { compareLedgers } from '../domain/rehearsal/compare.ts';
import { differenceText } from '../wording/rehearsal/difference-text.ts';
import { ledgerText } from '../wording/rehearsal/ledger-text.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';
import { PLAY_USAGE, playOf, playShape } from './rehearsal-play.ts';
import type { Rehearsals } from './rehearsals.ts';

export const REHEARSE_USAGE = `rehearse ${PLAY_USAGE} [--compare] [--json]`;
export const REHEARSE_HELP =
  'Diễn tập trên máy chủ thật với người giả định, ghi mọi tin đã gửi; --compare: so từng dòng với dondoc ledger.';

/** Every message that the program itself sends when the cast plays the plans; ends with 1 where the rules foresaw others. */
export function rehearseCommand({ simulated, played }: Rehearsals): Command {
  return {
    name: ['rehearse'],
    usage: REHEARSE_USAGE,
    help: REHEARSE_HELP,
    run: async (args, io) => {
      let different = false;
      const code = await answering(io, args, playShape(REHEARSE_USAGE, ['--compare']), async (given) => {
        const play = playOf(io, given);
        const rosters = Object.values(play.rosters);
        const json = await played(play, given.json ? () => undefined : (line) => io.err(`${line}\n`));
        if (!given.flags.includes('--compare')) return { json, text: () => ledgerText(json, rosters) };
        const difference = compareLedgers(json.messages, (await simulated(play)).messages);
        different = !difference.same;
        return {
          json: { ...difference, messages: json.messages.length },
          text: () => differenceText(difference, json.messages.length),
        };
      });
      return code === 0 && different ? 1 : code;
    },
  };
}
