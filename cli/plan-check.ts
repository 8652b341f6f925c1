import { existsSync } from 'node:fs';
import type { Plan } from '../domain/plan/plan.ts';
import { checkPlanFile, type PlanCheck, planFiles } from '../plans/load-plans.ts';
import { problemLine } from '../plans/plan-file-error.ts';
import type { Command, CommandIo } from './command.ts';
import { unknownValue } from './failure.ts';
import { answering } from './output.ts';
import { plansDirectory } from './plans-of.ts';

const usage = 'plan check <tệp hoặc mã kế hoạch> [--json]';

/**
 * A file with mistakes ends with code 1. The verdict stands on standard output only with `--json`; the mistakes as
 * `file:line:column: sentence` always on standard error.
 */
export const planCheck: Command = {
  name: ['plan', 'check'],
  usage,
  help: 'Kiểm tra một tệp kế hoạch: mọi lỗi kèm dòng, cột, và các lưu ý.',
  run: async (args, io) => {
    let bad = false;
    const toOfficial: CommandIo = {
      ...io,
      out: (text) => {
        if (!bad || args.includes('--json')) io.out(text);
      },
    };
    const code = await answering(
      toOfficial,
      args,
      { usage, words: ['tệp hoặc mã kế hoạch'] },
      ({ words: [asked = ''] }) => {
        const check = checkPlanFile(fileOf(asked, io));
        bad = check.problems.length > 0;
        for (const problem of check.problems) io.err(`${problemLine(problem)}\n`);
        return { json: verdict(check), text: () => soundText(check.plan) };
      },
    );
    return bad ? 1 : code;
  },
};

function verdict({ plan, problems }: PlanCheck): object {
  return { ok: problems.length === 0, errors: problems, warnings: plan?.warnings ?? [] };
}

/** A file as it is named, or the file of a known plan. Throws `CommandFailure` 1 where there is neither. */
function fileOf(asked: string, io: CommandIo): string {
  if (existsSync(asked)) return asked;
  const known = planFiles(plansDirectory(io));
  const found = known.find(({ id }) => id === asked);
  if (found) return found.file;
  throw unknownValue(
    'tệp hay kế hoạch',
    asked,
    known.map(({ id }) => id),
  );
}

function soundText(plan: Plan | null): string {
  if (plan === null) return '';
  const { id, measures, requirements, reviews, warnings } = plan;
  const counts = `${measures.length} nhiệm vụ, ${requirements.length} yêu cầu, ${reviews.length} lần sơ kết, tổng kết`;
  return [`${id}: đúng lược đồ; ${counts}.`, ...warnings.map(({ text }) => `Lưu ý: ${text}`)].join('\n');
}
