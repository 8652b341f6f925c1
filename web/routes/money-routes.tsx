import type { Hono } from 'hono';
import type { MoneySource } from '../../domain/form/form.ts';
import { SOURCE_NAMES } from '../../wording/report/budget-words.ts';
import { may, NO_SUBJECT } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { documentFields, documentOf } from '../forms/document-fields.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefMoney } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { MoneyPage, type MoneyStep, type MoneyView } from '../pages/money.tsx';
import type { WebDeps } from '../ports.ts';
import { askedYear } from './plan-routes.tsx';

/** The money of a plan's budget year, and recording what was allocated or settled. */
export function moneyRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ke-hoach/:plan/kinh-phi', async (c) => moneyPage(c, deps, c.req.query()));
  app.post('/ke-hoach/:plan/kinh-phi', async (c) => moneyPage(c, deps, await formOf(c)));
}

const STEPS: Record<string, { step: MoneyStep; title: string; verb: string }> = {
  'phan-bo': { step: 'allocation', title: 'Ghi kinh phí phân bổ', verb: 'Ghi phân bổ' },
  'quyet-toan': { step: 'settlement', title: 'Ghi kinh phí quyết toán', verb: 'Ghi quyết toán' },
};

/** Stands for the plan as a whole in the list of measures. */
const WHOLE = 'ca-ke-hoach';
const LABEL = 90;

function moneyFields(view: MoneyView, step: MoneyStep): FieldSpec[] {
  const short = (text: string): string => (text.length > LABEL ? `${text.slice(0, LABEL)}…` : text);
  return [
    {
      name: 'co-quan',
      label: step === 'allocation' ? 'Cơ quan được giao' : 'Cơ quan đã chi',
      kind: 'list',
      options: view.agencies.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'nhiem-vu',
      label: 'Nhiệm vụ',
      kind: 'list',
      options: [
        ...view.measures.map(({ no, text }) => ({ value: no, label: `${no}. ${short(text)}` })),
        { value: WHOLE, label: 'Cả kế hoạch, không chia theo nhiệm vụ' },
      ],
    },
    {
      name: 'nguon',
      label: 'Nguồn',
      kind: 'choice',
      options: Object.entries(SOURCE_NAMES).map(([value, label]) => ({ value, label: capital(label) })),
    },
    {
      name: 'so-tien',
      label: 'Số tiền (đồng)',
      kind: 'line',
      hint: 'Ghi 1.250.000.000 hoặc 1,25 tỷ; số được đọc lại bằng chữ trước khi ghi',
    },
    ...documentFields(step === 'allocation' ? 'quyết định giao' : 'văn bản quyết toán', 'Ví dụ: 3456/QĐ-UBND'),
    { name: 'noi-dung', label: 'Ghi chú', kind: 'text', optional: true },
  ];
}

function moneyCommand(view: MoneyView, step: MoneyStep, read: ReadValues): WebCommand {
  const measure = read.text('nhiem-vu');
  return {
    do: 'recordMoney',
    plan: view.plan.id,
    step,
    year: view.year,
    agency: read.text('co-quan'),
    measure: measure === WHOLE ? null : measure,
    source: read.text('nguon') as MoneySource,
    amount: read.text('so-tien'),
    document: documentOf(read),
    text: read.text('noi-dung'),
  };
}

async function moneyPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.money(actor, c.req.param('plan') ?? '', askedYear(typed.nam));
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeMoney', view.subject);
  if (refused !== null) return refused;
  const options = {
    buttons: (['allocation', 'settlement'] as const).filter((step) => may(actor, 'recordMoney', view.recorders[step])),
    roundLinks: may(actor, 'seeRound', { ...NO_SUBJECT, coordinator: view.subject.coordinator }),
  };
  const page = { title: `Kinh phí năm ${view.year}, ${view.plan.name}`, active: 'plans' as const };
  const act = STEPS[typed.viec ?? ''];
  if (act === undefined) return showPage(c, deps, { ...page, body: MoneyPage(view, { ...options, act: null }) });
  const forbidden = await unlessMay(c, deps, actor, 'recordMoney', view.recorders[act.step]);
  if (forbidden !== null) return forbidden;
  const here = hrefMoney(view.plan.id, view.year);
  const fields = moneyFields(view, act.step);
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields,
    typed,
    commands: (read) => [moneyCommand(view, act.step, read)],
    next: here,
    show: (form, preview, status) => {
      const hidden = { viec: typed.viec ?? '', nam: String(view.year) };
      const panel = { title: `${act.title} năm ${view.year}`, verb: act.verb, action: here, hidden, cancelHref: here };
      const body = MoneyPage(view, { ...options, act: { ...panel, fields, form, preview } });
      return showPage(c, deps, { ...page, body }, status);
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
