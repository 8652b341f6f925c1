import type { Command } from './command.ts';
import { answering } from './output.ts';
import { planText } from './plan-text.ts';
import { planCalled, plansOf } from './plans-of.ts';

const usage = 'plan show <mã kế hoạch> [--json]';

export const planShow: Command = {
  name: ['plan', 'show'],
  usage,
  help: 'Cho xem một kế hoạch: mục tiêu, nhiệm vụ, yêu cầu, sơ kết, tổng kết và lưu ý.',
  run: (args, io) =>
    answering(io, args, { usage, words: ['mã kế hoạch'] }, ({ words: [id = ''] }) => {
      const plan = planCalled(id, plansOf(io));
      return { json: plan, text: () => planText(plan) };
    }),
};
