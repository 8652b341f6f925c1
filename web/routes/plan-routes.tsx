import type { Hono } from 'hono';
import { may, type WebActor } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { ActButtonFact } from '../components/act-button.tsx';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefImported, hrefMoney, hrefRequest, hrefTargets } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { type ImportedFact, ImportedPage, type ImportedView } from '../pages/imported.tsx';
import { PlanListPage } from '../pages/plan-list.tsx';
import { PlanYearPage, type PlanYearView } from '../pages/plan-year.tsx';
import type { WebDeps } from '../ports.ts';

/** Plans, a plan's year, and what lies before the day of the start. */
export function planRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ke-hoach', async (c) => {
    const body = PlanListPage(await deps.views.plans(signedIn(c)));
    return showPage(c, deps, { title: 'Kế hoạch', active: 'plans', body });
  });

  app.get('/ke-hoach/:plan', async (c) => {
    const actor = signedIn(c);
    const view = await deps.views.planYear(actor, c.req.param('plan'), askedYear(c.req.query('nam')));
    if (view === null) return notFound(c, deps);
    const body = PlanYearPage(view, {
      roundLinks: may(actor, 'seeRound', view.subject),
      importedLink: may(actor, 'seeImported', view.subject),
      triggerLinks: may(actor, 'triggerMeasure', view.subject) && view.started,
      assignLinks: may(actor, 'assignMeasure', view.subject) && view.started,
      settlesTargets: may(actor, 'settleTarget', view.subject),
      buttons: view.started ? planButtons(actor, view) : [],
    });
    return showPage(c, deps, { title: `${view.name}, năm ${view.year}`, active: 'plans', body });
  });

  app.get('/truoc-ngay-bat-dau/:plan', async (c) => importedPage(c, deps, c.req.query()));
  app.post('/truoc-ngay-bat-dau/:plan', async (c) => importedPage(c, deps, await formOf(c)));
}

/** The year of an address or form; null where there is none. */
export function askedYear(typed: string | undefined): number | null {
  const year = Number(typed);
  return Number.isInteger(year) && year > 0 ? year : null;
}

function planButtons(actor: WebActor, view: PlanYearView): ActButtonFact[] {
  return [
    ...(may(actor, 'askReport', view.subject)
      ? [{ label: 'Yêu cầu báo cáo', href: hrefRequest(view.id), primary: false }]
      : []),
    ...(may(actor, 'seeTargets', view.subject)
      ? [{ label: 'Số liệu chỉ tiêu', href: hrefTargets(view.id, view.year), primary: false }]
      : []),
    ...(view.money !== null && may(actor, 'seeMoney', view.money)
      ? [{ label: `Kinh phí năm ${view.year}`, href: hrefMoney(view.id, view.year), primary: false }]
      : []),
  ];
}

interface ImportedAct {
  slug: string;
  title: string;
  verb: string;
  fields: FieldSpec[];
  command(row: ImportedFact, read: ReadValues): WebCommand;
}

const ACTS: ImportedAct[] = [
  {
    slug: 'co-van-ban',
    title: 'Đã có văn bản',
    verb: 'Ghi số văn bản',
    fields: [
      { name: 'so', label: 'Số văn bản', kind: 'line' },
      { name: 'ngay', label: 'Ngày văn bản', kind: 'day' },
    ],
    command: (row, read) => ({
      do: 'settleImported',
      obligation: row.key,
      as: 'letter',
      number: read.text('so'),
      day: read.day('ngay'),
    }),
  },
  {
    slug: 'khong-ap-dung',
    title: 'Không áp dụng',
    verb: 'Ghi là không áp dụng',
    fields: [{ name: 'ly-do', label: 'Lý do', kind: 'text' }],
    command: (row, read) => ({
      do: 'settleImported',
      obligation: row.key,
      as: 'notApplicable',
      reason: read.text('ly-do'),
    }),
  },
  {
    slug: 'mo-lai',
    title: 'Mở lại với hạn mới',
    verb: 'Mở lại',
    fields: [
      { name: 'den', label: 'Hạn mới', kind: 'day', hint: 'Ngày/tháng/năm, một ngày làm việc' },
      { name: 'ly-do', label: 'Lý do', kind: 'text', hint: 'Gửi nguyên văn đến cơ quan.' },
    ],
    command: (row, read) => ({
      do: 'reopenImported',
      obligation: row.key,
      to: read.day('den'),
      reason: read.text('ly-do'),
    }),
  },
];

async function importedPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.imported(actor, c.req.param('plan') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeImported', view.subject);
  if (refused !== null) return refused;
  const canSettle = may(actor, 'settleImported', view.subject);
  const page = { title: `Trước ngày bắt đầu: ${view.plan.name}`, active: 'plans' as const };
  const row = view.rows.find((candidate) => candidate.key === typed.muc);
  const act = ACTS.find((candidate) => candidate.slug === typed.viec);
  if (row === undefined || act === undefined) {
    return showPage(c, deps, { ...page, body: ImportedPage(view, { canSettle, act: null }) });
  }
  const forbidden = await unlessMay(c, deps, actor, 'settleImported', view.subject);
  if (forbidden !== null) return forbidden;
  const flow = importedFlow({ c, deps, view, row, act, typed });
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function importedFlow(about: {
  c: WebContext;
  deps: WebDeps;
  view: ImportedView;
  row: ImportedFact;
  act: ImportedAct;
  typed: Record<string, string>;
}): ActFlow {
  const { c, deps, view, row, act } = about;
  const here = hrefImported(view.plan.id);
  return {
    c,
    deps,
    actor: signedIn(c),
    fields: act.fields,
    typed: about.typed,
    commands: (read) => [act.command(row, read)],
    next: here,
    show: (form, preview, status) =>
      showPage(
        c,
        deps,
        {
          title: act.title,
          active: 'plans',
          body: ImportedPage(view, {
            canSettle: true,
            act: {
              title: `${act.title}: ${row.agency}, ${row.title}`,
              verb: act.verb,
              action: here,
              hidden: { muc: row.key, viec: act.slug },
              fields: act.fields,
              form,
              preview,
              cancelHref: here,
            },
          }),
        },
        status,
      ),
  };
}
