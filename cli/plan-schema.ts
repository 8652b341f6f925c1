import { planFileSchema } from '../plans/plan-file.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';

const usage = 'plan schema';

export const planSchema: Command = {
  name: ['plan', 'schema'],
  usage,
  help: 'In lược đồ JSON Schema của tệp kế hoạch, để trình soạn thảo gợi ý và báo lỗi.',
  run: (args, io) =>
    answering(io, args, { usage, words: [] }, () => {
      const json = planFileSchema();
      return { json, text: () => JSON.stringify(json, null, 2) };
    }),
};
