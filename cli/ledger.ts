import { ledgerText } from '../wording/rehearsal/ledger-text.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';
import { PLAY_USAGE, playOf, playShape } from './rehearsal-play.ts';
import type { Rehearsals } from './rehearsals.ts';

export const LEDGER_USAGE = `ledger ${PLAY_USAGE} [--json]`;
export const LEDGER_HELP = 'Tính trước mọi tin sẽ gửi trong một khoảng thời gian, theo quy tắc, không cần máy chủ.';

/** Every message that the rules alone foresee. */
export function ledgerCommand({ simulated }: Pick<Rehearsals, 'simulated'>): Command {
  return {
    name: ['ledger'],
    usage: LEDGER_USAGE,
    help: LEDGER_HELP,
    run: (args, io) =>
      answering(io, args, playShape(LEDGER_USAGE), async (given) => {
        const play = playOf(io, given);
        const json = await simulated(play);
        return { json, text: () => ledgerText(json, Object.values(play.rosters)) };
      }),
  };
}
