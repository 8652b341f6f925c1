import type { Hono } from 'hono';
import { formatDayWithWeekday } from '../../wording/format.ts';
import type { WebCommand } from '../commands.ts';
import type { ActPanelProps } from '../components/act-form.tsx';
import { setFlash } from '../flash.ts';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { readDay } from '../forms/day-field.ts';
import { documentFields, documentOf } from '../forms/document-fields.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefAssign, hrefPlan, hrefRequest, hrefTrigger } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import {
  AssignPage,
  type PlanAskingView,
  RequestPage,
  TriggerPage,
  type WaitingMeasureFact,
} from '../pages/plan-asking.tsx';
import type { WebDeps } from '../ports.ts';

/** Reports asked out of turn, and measures that somebody sets going. */
export function planAskingRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ke-hoach/:plan/yeu-cau', async (c) => requestPage(c, deps, {}));
  app.post('/ke-hoach/:plan/yeu-cau', async (c) => requestPage(c, deps, await formOf(c)));
  app.get('/ke-hoach/:plan/kich-hoat', async (c) => triggerPage(c, deps, c.req.query()));
  app.post('/ke-hoach/:plan/kich-hoat', async (c) => triggerPage(c, deps, await formOf(c)));
  app.get('/ke-hoach/:plan/chi-dinh', async (c) => assignPage(c, deps, c.req.query()));
  app.post('/ke-hoach/:plan/chi-dinh', async (c) => assignPage(c, deps, await formOf(c)));
}

const URGENT: FieldSpec = {
  name: 'khan',
  label: 'Việc khẩn',
  kind: 'many',
  optional: true,
  options: [{ value: 'co', label: 'Khẩn: nhận cả hạn ngắn hơn 2 ngày làm việc' }],
};

const isUrgent = (read: ReadValues): boolean => read.chosen(URGENT.name).length > 0;

function requestFields(view: PlanAskingView): FieldSpec[] {
  return [
    {
      name: 'co-quan',
      label: 'Cơ quan được hỏi',
      kind: 'many',
      hint: 'Cơ quan có phần trong kế hoạch đứng trước',
      options: view.agencies.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'den',
      label: 'Hạn trả lời',
      kind: 'day',
      hint: `Ngày/tháng/năm, một ngày làm việc. Sớm nhất ${formatDayWithWeekday(view.earliest)}: cơ quan cần ít nhất 2 ngày làm việc để trả lời, trừ việc khẩn`,
    },
    URGENT,
    { name: 'noi-dung', label: 'Nội dung yêu cầu', kind: 'text', hint: 'Gửi nguyên văn đến từng cơ quan' },
    ...documentFields('văn bản yêu cầu'),
  ];
}

async function requestPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.planAsking(actor, c.req.param('plan') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'askReport', view.subject);
  if (refused !== null) return refused;
  const { id } = view.plan;
  const day = readDay(typed.den ?? '') ?? view.today;
  return askingAct(c, deps, typed, {
    fields: requestFields(view),
    command: (read): WebCommand => ({
      do: 'request',
      plan: id,
      agencies: read.chosen('co-quan'),
      to: read.day('den'),
      text: read.text('noi-dung'),
      document: documentOf(read),
      urgent: isUrgent(read),
    }),
    next: hrefPlan(id, Number(day.slice(0, 4))),
    panel: {
      title: 'Nội dung yêu cầu',
      verb: 'Gửi yêu cầu',
      action: hrefRequest(id),
      hidden: {},
      cancelHref: hrefPlan(id),
    },
    title: `Yêu cầu báo cáo, ${view.plan.name}`,
    page: (act) => RequestPage(view, act),
  });
}

function triggerFields(view: PlanAskingView): FieldSpec[] {
  return [
    ...documentFields('văn bản làm căn cứ', 'Văn bản yêu cầu hoặc ghi nhận sự kiện, ví dụ: 88/KH-UBND'),
    {
      name: 'den',
      label: 'Hạn trả lời',
      kind: 'day',
      optional: true,
      hint: `Để trống: ${formatDayWithWeekday(view.triggerDay)}, sau 10 ngày làm việc (mặc định). Sớm nhất ${formatDayWithWeekday(view.earliest)}, trừ việc khẩn`,
    },
    URGENT,
    {
      name: 'noi-dung',
      label: 'Nội dung gửi cơ quan chủ trì',
      kind: 'text',
      optional: true,
      hint: 'Gửi nguyên văn; để trống thì gửi số và ngày văn bản',
    },
  ];
}

async function triggerPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.planAsking(actor, c.req.param('plan') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'triggerMeasure', view.subject);
  if (refused !== null) return refused;
  const measure = view.measures.find(({ no }) => no === typed['nhiem-vu']);
  if (measure === undefined) return notWaiting(c, view, typed['nhiem-vu'] ?? '');
  return askingAct(c, deps, typed, triggerAct(view, measure, typed));
}

function triggerAct(view: PlanAskingView, measure: WaitingMeasureFact, typed: Record<string, string>): AskingAct {
  const { id } = view.plan;
  const day = readDay(typed.den ?? '') ?? view.triggerDay;
  return {
    fields: triggerFields(view),
    command: (read) => ({
      do: 'trigger',
      plan: id,
      measure: measure.no,
      to: read.day('den') === '' ? null : read.day('den'),
      text: read.text('noi-dung'),
      document: documentOf(read),
      urgent: isUrgent(read),
    }),
    next: hrefPlan(id, Number(day.slice(0, 4))),
    panel: {
      title: 'Căn cứ và hạn',
      verb: 'Kích hoạt',
      action: hrefTrigger(id, measure.no),
      hidden: { 'nhiem-vu': measure.no },
      cancelHref: hrefPlan(id),
    },
    title: `Kích hoạt nhiệm vụ ${measure.no}, ${view.plan.name}`,
    page: (act) => TriggerPage(view, measure, act),
  };
}

async function assignPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.planAsking(actor, c.req.param('plan') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'assignMeasure', view.subject);
  if (refused !== null) return refused;
  const { id } = view.plan;
  const measure = view.vague.find(({ no }) => no === typed['nhiem-vu']);
  if (measure === undefined) return c.redirect(hrefPlan(id), 303);
  return askingAct(c, deps, typed, {
    fields: [
      {
        name: 'co-quan',
        label: 'Cơ quan cùng chủ trì',
        kind: 'many',
        hint: 'Được hỏi về nhiệm vụ này từ kỳ mở kế tiếp',
        options: view.agencies
          .filter((agency) => !measure.named.includes(agency.id))
          .map((agency) => ({ value: agency.id, label: agency.name })),
      },
      { name: 'ly-do', label: 'Lý do', kind: 'text', hint: 'Văn bản hoặc ý kiến làm căn cứ' },
    ],
    command: (read) => ({
      do: 'assignMeasure',
      plan: id,
      measure: measure.no,
      agencies: read.chosen('co-quan'),
      reason: read.text('ly-do'),
    }),
    next: hrefPlan(id),
    panel: {
      title: 'Cơ quan được chỉ định',
      verb: 'Chỉ định',
      action: hrefAssign(id, measure.no),
      hidden: { 'nhiem-vu': measure.no },
      cancelHref: hrefPlan(id),
    },
    title: `Chỉ định chủ trì nhiệm vụ ${measure.no}, ${view.plan.name}`,
    page: (act) => AssignPage(view, measure, act),
  });
}

/** Back to the plan, with the numbers that can be set going. */
function notWaiting(c: WebContext, view: PlanAskingView, asked: string): Response {
  const known = view.measures.map(({ no }) => no).join(', ');
  const which = known === '' ? 'Kế hoạch này không có nhiệm vụ nào như vậy.' : `Các nhiệm vụ chờ: ${known}.`;
  setFlash(c, { kind: 'refused', text: `Nhiệm vụ “${asked}” không chờ yêu cầu hay sự kiện nào. ${which}` });
  return c.redirect(hrefPlan(view.plan.id), 303);
}

interface AskingAct {
  fields: FieldSpec[];
  command(read: ReadValues): WebCommand;
  next: string;
  panel: Omit<ActPanelProps, 'fields' | 'form' | 'preview'>;
  title: string;
  page(act: ActPanelProps): ReturnType<typeof RequestPage>;
}

function askingAct(c: WebContext, deps: WebDeps, typed: Record<string, string>, act: AskingAct): Promise<Response> {
  const { fields, next, panel, title } = act;
  const flow: ActFlow = {
    c,
    deps,
    actor: signedIn(c),
    fields,
    typed,
    commands: (read) => [act.command(read)],
    next,
    show: (form, preview, status) => {
      const body = act.page({ ...panel, fields, form, preview });
      return showPage(c, deps, { title, active: 'plans', width: 'letter', body }, status);
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}
