import type { Plan } from '../domain/plan/plan.ts';
import { formatDay } from '../wording/format.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';
import { plansOf } from './plans-of.ts';

const usage = 'plan list [--json]';

export const planList: Command = {
  name: ['plan', 'list'],
  usage,
  help: 'Liệt kê các kế hoạch đã nhập.',
  run: (args, io) =>
    answering(io, args, { usage, words: [] }, () => {
      const plans = plansOf(io);
      return { json: plans.map(rowOf), text: () => plans.map(lineOf).join('\n') };
    }),
};

function rowOf({ id, title, number, issuedOn, period, parent, shortName, province }: Plan): object {
  return { id, title, number, issuedOn, period, parent, shortName, province };
}

function lineOf({ id, title, number, issuedOn, period, parent }: Plan): string {
  const document = number === null ? 'chưa rõ số' : `Số ${number}`;
  const day = issuedOn === null ? 'chưa rõ ngày' : `ngày ${formatDay(issuedOn)}`;
  const years = period.from === period.to ? `năm ${period.from}` : `giai đoạn ${period.from}–${period.to}`;
  const mother = parent?.planId == null ? '' : `, theo ${parent.planId}`;
  return `${id}\n  ${document}, ${day}, ${years}${mother}\n  ${title ?? 'Bản nguồn mất trang có tên văn bản'}`;
}
