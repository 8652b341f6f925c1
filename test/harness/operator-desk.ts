import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../cli/command.ts';
import { createPerform } from '../../client/perform.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createRecords } from '../../store/records.ts';
import { contributionHandlers } from '../../worker/contribution-handlers.ts';
import { openOperatorDoor } from '../../worker/operator-door.ts';
import { askingHandlers } from '../../worker/operator-handlers.ts';
import { recordingHandlers } from '../../worker/recording-handlers.ts';
import type { Story } from './story.ts';

/** The operator's commands as a terminal would run them against the story's program. */
export interface OperatorDesk {
  run(
    command: (args: string[], io: CommandIo) => Promise<number>,
    ...args: string[]
  ): Promise<{ code: number; out: string; err: string }>;
  close(): Promise<void>;
}

export async function openDesk(story: Story): Promise<OperatorDesk> {
  const directory = mkdtempSync(join(tmpdir(), 'dieu-hanh-'));
  const perform = createPerform(
    createRecords(story.database.db, () => story.calendar),
    story.engine.counter,
  );
  const ports = {
    perform,
    reader: createDeskReader(story.database.db),
    plans: async () => story.plans,
    roster: async () => story.roster,
    calendar: () => story.calendar,
    now: () => story.now(),
  };
  const door = await openOperatorDoor(directory, {
    ...askingHandlers(ports),
    ...contributionHandlers(ports),
    ...recordingHandlers(ports),
  });
  return {
    async run(command, ...args) {
      const said = { out: '', err: '' };
      const code = await command(args, {
        out: (text) => {
          said.out += text;
        },
        err: (text) => {
          said.err += text;
        },
        env: { DONDOC_DATA: directory },
      });
      return { code, ...said };
    },
    async close() {
      await door.close();
      rmSync(directory, { recursive: true });
    },
  };
}
