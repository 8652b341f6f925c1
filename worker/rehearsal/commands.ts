import type { Command, CommandIo } from '../../cli/command.ts';
import { CommandFailure } from '../../cli/failure.ts';
import { ledgerCommand } from '../../cli/ledger.ts';
import type { Rehearsals } from '../../cli/rehearsals.ts';
import { rehearseCommand } from '../../cli/rehearse.ts';
import { REHEARSAL_WORDS } from '../../wording/operator/rehearsal.ts';
import { quietRuntime } from '../engine.ts';
import { StartRefused } from '../start-refused.ts';
import { openStage } from './open-stage.ts';
import { playedLedger } from './played-ledger.ts';
import { simulatedLedger } from './simulated-ledger.ts';

/** Ends a rehearsal before its time; its server and its files go with it. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const INTERRUPTED = 130;

/** `dondoc rehearse` with the whole program behind it. */
export function rehearse(io: Pick<CommandIo, 'env'>): Command {
  return rehearseCommand(rehearsals(io.env));
}

/** `dondoc ledger`: the rules alone. */
export function ledger(): Command {
  return ledgerCommand({ simulated: simulatedLedger });
}

function rehearsals(env: CommandIo['env']): Rehearsals {
  return {
    simulated: simulatedLedger,
    async played(play, say) {
      quietRuntime();
      const began = performance.now();
      const stage = await openStage(env, say).catch(refused);
      const cutShort = (): void => void stage.close().finally(() => process.exit(INTERRUPTED));
      for (const signal of SIGNALS) process.once(signal, cutShort);
      try {
        const played = await playedLedger(play, stage).catch(refused);
        say(REHEARSAL_WORDS.done(Math.round((performance.now() - began) / 1000), played.messages.length));
        return played;
      } finally {
        for (const signal of SIGNALS) process.off(signal, cutShort);
        await stage.close();
      }
    },
  };
}

function refused(error: unknown): never {
  throw error instanceof StartRefused ? new CommandFailure(1, error.message) : error;
}
