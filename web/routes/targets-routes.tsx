import type { Hono } from 'hono';
import { formatUnit } from '../../wording/format.ts';
import { may } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefTargets } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { TargetsPage, type TargetsView } from '../pages/targets.tsx';
import type { WebDeps } from '../ports.ts';
import { askedYear } from './plan-routes.tsx';

/** Figures of targets, and what the coordinator has to say before they are progress. */
export function targetsRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ke-hoach/:plan/chi-tieu', async (c) => targetsPage(c, deps, c.req.query()));
  app.post('/ke-hoach/:plan/chi-tieu', async (c) => targetsPage(c, deps, await formOf(c)));
}

interface TargetAct {
  title: string;
  verb: string;
  fields: FieldSpec[];
  command(read: ReadValues): WebCommand;
}

/** The act that was asked for; null for the page alone. */
function actOf(view: TargetsView, typed: Record<string, string>): TargetAct | null {
  const target = typed['chi-tieu'] ?? '';
  if (typed.viec === 'can-cu') return basisAct(view, target);
  if (typed.viec === 'cong-rieng') return apartAct(view, target);
  return typed.viec === 'trung' ? sameAct(view, target) : null;
}

const WHY: FieldSpec = {
  name: 'ly-do',
  label: 'Căn cứ vào đâu',
  kind: 'text',
  hint: 'Văn bản, số liệu hoặc ý kiến làm căn cứ; hiện cạnh số liệu',
};

function basisAct(view: TargetsView, target: string): TargetAct | null {
  const open = view.unsettled.find((each) => each.target === target);
  const known = view.figures.find((figure) => figure.target === target);
  const asks = open?.asks ?? known?.asks ?? null;
  if (asks === null) return null;
  const years = Array.from({ length: view.period.to - view.period.from + 1 }, (_, index) => view.period.from + index);
  const unit = open?.unit ?? known?.unit ?? '';
  const field: FieldSpec =
    asks === 'from'
      ? {
          name: 'nam-dau',
          label: 'Cộng dồn từ năm',
          kind: 'choice',
          hint: `Năm đầu tiên được cộng vào lũy kế, trong giai đoạn ${view.period.from}–${view.period.to}`,
          options: years.map((year) => ({ value: String(year), label: String(year) })),
        }
      : {
          name: 'so-goc',
          label: 'Số gốc để so sánh',
          kind: 'line',
          hint: `Ghi số${unit === '' ? '' : `, đơn vị ${formatUnit(unit)}`}, ví dụ: 50 hoặc 8,3`,
        };
  return {
    title: `Căn cứ tính chỉ tiêu ${target}`,
    verb: 'Ghi căn cứ',
    fields: [field, WHY],
    command: (read) => ({
      do: 'settleTarget',
      plan: view.plan.id,
      target,
      base: asks === 'base' ? read.text('so-goc') : null,
      from: asks === 'from' ? Number(read.text('nam-dau')) : null,
      reason: read.text('ly-do'),
    }),
  };
}

function sameAct(view: TargetsView, target: string): TargetAct | null {
  const counted = view.figures.filter((figure) => figure.target === target).flatMap((figure) => figure.counted);
  if (counted.length < 2) return null;
  return {
    title: `Số tính trùng của chỉ tiêu ${target}`,
    verb: 'Đánh dấu',
    fields: [
      {
        ...receiptsField('Các số nói cùng một việc', counted),
        hint: 'Chọn từ hai số trở lên; số lớn nhất được tính một lần',
      },
      { ...WHY, label: 'Vì sao là cùng một việc', hint: 'Ví dụ: cùng một lớp do hai sở phối hợp mở' },
    ],
    command: (read) => markCommand('markSame', view, target, read),
  };
}

/** Figures to choose from, each once, under the receipt that it came with. */
function receiptsField(label: string, figures: { receipt: string; words: string }[]): FieldSpec {
  const byReceipt = new Map(figures.map(({ receipt, words }) => [receipt, words]));
  const options = [...byReceipt].map(([receipt, words]) => ({ value: receipt, label: `${words} (${receipt})` }));
  return { name: 'bien-nhan', label, kind: 'many', options };
}

function markCommand(mark: 'markSame' | 'markApart', view: TargetsView, target: string, read: ReadValues): WebCommand {
  return { do: mark, plan: view.plan.id, target, receipts: read.chosen('bien-nhan'), reason: read.text('ly-do') };
}

function apartAct(view: TargetsView, target: string): TargetAct | null {
  const marked = view.figures.filter((figure) => figure.target === target).flatMap((figure) => figure.marked);
  if (marked.length === 0) return null;
  return {
    title: `Bỏ đánh dấu số tính trùng của chỉ tiêu ${target}`,
    verb: 'Bỏ đánh dấu',
    fields: [
      receiptsField('Số được cộng riêng trở lại', marked),
      { ...WHY, label: 'Vì sao không phải cùng một việc', hint: 'Lần đánh dấu và lần bỏ đều còn trong nhật ký' },
    ],
    command: (read) => markCommand('markApart', view, target, read),
  };
}

async function targetsPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.targets(actor, c.req.param('plan') ?? '', askedYear(typed.nam));
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeTargets', view.subject);
  if (refused !== null) return refused;
  const canSettle = may(actor, 'settleTarget', view.subject);
  const page = { title: `Chỉ tiêu năm ${view.year}, ${view.plan.name}`, active: 'plans' as const };
  const here = hrefTargets(view.plan.id, view.year);
  if (typed.viec === undefined)
    return showPage(c, deps, { ...page, body: TargetsPage(view, { canSettle, act: null }) });
  const forbidden = await unlessMay(c, deps, actor, 'settleTarget', view.subject);
  if (forbidden !== null) return forbidden;
  const act = actOf(view, typed);
  if (act === null) return c.redirect(here, 303);
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields: act.fields,
    typed,
    commands: (read) => [act.command(read)],
    next: here,
    show: (form, preview, status) => {
      const hidden = { viec: typed.viec ?? '', 'chi-tieu': typed['chi-tieu'] ?? '', nam: String(view.year) };
      const { title, verb, fields } = act;
      const panel = { title, verb, action: here, hidden, fields, form, preview, cancelHref: here };
      return showPage(c, deps, { ...page, body: TargetsPage(view, { canSettle, act: panel }) }, status);
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}
