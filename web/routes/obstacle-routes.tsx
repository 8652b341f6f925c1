import type { Hono } from 'hono';
import { type Action, may, type WebActor } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { ActPanelProps } from '../components/act-form.tsx';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefObstacle } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import {
  ObstacleListPage,
  type ObstacleListView,
  ObstaclePage,
  type ObstacleStep,
  type ObstacleView,
  RaiseObstaclePage,
} from '../pages/obstacle.tsx';
import type { WebDeps } from '../ports.ts';

/** Obstacles: the list, raising one, and each step of one. */
export function obstacleRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/kho-khan', async (c) => {
    const body = ObstacleListPage(await deps.views.obstacles(signedIn(c)));
    return showPage(c, deps, { title: 'Khó khăn, vướng mắc', active: 'obstacles', body });
  });
  app.get('/kho-khan/moi', async (c) => raisePage(c, deps, { ve: c.req.query('ve') ?? '' }));
  app.post('/kho-khan/moi', async (c) => raisePage(c, deps, await formOf(c)));
  app.get('/kho-khan/:id{.+}', async (c) => obstaclePage(c, deps, c.req.query()));
  app.post('/kho-khan/:id{.+}', async (c) => obstaclePage(c, deps, await formOf(c)));
}

const FREE = 'tu-do';

function raiseFields(view: ObstacleListView, about: string): FieldSpec[] {
  const known = view.abouts.some((option) => option.value === about);
  return [
    {
      name: 've',
      label: 'Về việc gì',
      kind: 'choice',
      options: [...view.abouts, { value: FREE, label: 'Việc khác' }],
      ...(known ? { initial: about } : {}),
    },
    { name: 'noi-dung', label: 'Nội dung', kind: 'text', hint: 'Gửi nguyên văn đến cơ quan điều phối.' },
  ];
}

async function raisePage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const own = { owing: [actor.agency], reviewer: null, coordinator: null, asked: [] };
  const refused = await unlessMay(c, deps, actor, 'raiseObstacle', own);
  if (refused !== null) return refused;
  const fields = raiseFields(await deps.views.obstacles(actor), typed.ve ?? '');
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields,
    typed,
    commands: (read) => {
      const about = read.text('ve');
      return [{ do: 'raiseObstacle', about: about === FREE ? null : about, text: read.text('noi-dung') }];
    },
    next: '/kho-khan',
    show: (form, preview, status) => {
      const body = RaiseObstaclePage({
        title: 'Nội dung khó khăn, vướng mắc',
        verb: 'Gửi',
        action: '/kho-khan/moi',
        hidden: {},
        fields,
        form,
        preview,
        cancelHref: '/kho-khan',
      });
      return showPage(
        c,
        deps,
        { title: 'Nêu khó khăn, vướng mắc', active: 'obstacles', width: 'letter', body },
        status,
      );
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

interface ObstacleAct {
  slug: string;
  label: string;
  may: Action;
  /** In which step it can be done. */
  steps: ObstacleStep[];
  primary: boolean;
  fields: FieldSpec[];
  command(view: ObstacleView, read: ReadValues): WebCommand;
}

const words = (label: string): FieldSpec[] => [
  { name: 'noi-dung', label, kind: 'text', hint: 'Gửi nguyên văn đến người nêu.' },
];

const ACTS: ObstacleAct[] = [
  {
    slug: 'tra-loi',
    label: 'Trả lời',
    may: 'answerObstacle',
    steps: ['coordinator', 'leadership'],
    primary: true,
    fields: words('Nội dung trả lời'),
    command: (view, read) => ({ do: 'answerObstacle', obstacle: view.id, text: read.text('noi-dung') }),
  },
  {
    slug: 'chuyen',
    label: 'Chuyển lãnh đạo tỉnh',
    may: 'forwardObstacle',
    steps: ['coordinator'],
    primary: false,
    fields: [{ name: 'noi-dung', label: 'Ý kiến của cơ quan điều phối', kind: 'text' }],
    command: (view, read) => ({ do: 'forwardObstacle', obstacle: view.id, text: read.text('noi-dung') }),
  },
  {
    slug: 'da-giai-quyet',
    label: 'Xác nhận đã giải quyết',
    may: 'settleObstacle',
    steps: ['answered'],
    primary: true,
    fields: [],
    command: (view) => ({ do: 'settleObstacle', obstacle: view.id }),
  },
  {
    slug: 'mo-lai',
    label: 'Chưa giải quyết, mở lại',
    may: 'settleObstacle',
    steps: ['answered'],
    primary: false,
    fields: [{ name: 'ly-do', label: 'Vì sao chưa giải quyết', kind: 'text' }],
    command: (view, read) => ({ do: 'reopenObstacle', obstacle: view.id, reason: read.text('ly-do') }),
  },
];

/** In the leader's step the leader answers, in the coordinator's step the coordinator. */
function mayNow(actor: WebActor, act: ObstacleAct, view: ObstacleView): boolean {
  if (!act.steps.includes(view.step) || !may(actor, act.may, view.subject)) return false;
  if (act.may !== 'answerObstacle' || view.subject.asked.includes(actor.person)) return true;
  return actor.roles.includes(view.step === 'leadership' ? 'leadership' : 'coordinator');
}

async function obstaclePage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.obstacle(actor, c.req.param('id') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeObstacle', view.subject);
  if (refused !== null) return refused;
  const act = ACTS.find((candidate) => candidate.slug === typed.viec);
  if (act === undefined) return showObstacle(c, deps, view, null, 200);
  const forbidden = await unlessMay(c, deps, actor, act.may, view.subject);
  if (forbidden !== null) return forbidden;
  const here = hrefObstacle(view.id);
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields: act.fields,
    typed,
    commands: (read) => [act.command(view, read)],
    next: here,
    show: (form, preview, status) =>
      showObstacle(
        c,
        deps,
        view,
        {
          title: act.label,
          verb: act.label,
          action: here,
          hidden: { viec: act.slug },
          fields: act.fields,
          form,
          preview,
          cancelHref: here,
        },
        status,
      ),
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function showObstacle(
  c: WebContext,
  deps: WebDeps,
  view: ObstacleView,
  act: ActPanelProps | null,
  status: 200 | 409 | 422,
): Promise<Response> {
  const actor = signedIn(c);
  const here = hrefObstacle(view.id);
  const buttons = ACTS.filter((candidate) => mayNow(actor, candidate, view)).map((candidate) => ({
    label: candidate.label,
    href: `${here}?viec=${candidate.slug}#viec`,
    primary: candidate.primary,
  }));
  const body = ObstaclePage(view, { buttons, act });
  return showPage(c, deps, { title: `${view.agency}: khó khăn, vướng mắc`, active: 'obstacles', body }, status);
}
