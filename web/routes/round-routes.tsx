import type { Hono } from 'hono';
import { may } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { ActPanelProps } from '../components/act-form.tsx';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefRound } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { RoundPage, type RoundRow, type RoundView } from '../pages/round.tsx';
import type { WebDeps } from '../ports.ts';

/** One round: its agencies, locking, and extending several at once. */
export function roundRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ky/:round{.+}', async (c) => roundPage(c, deps, c.req.query()));
  app.post('/ky/:round{.+}', async (c) => roundPage(c, deps, await formOf(c)));
}

interface RoundAct {
  slug: string;
  title: string;
  verb: string;
  may: 'lockRound' | 'decide';
  fields(view: RoundView): FieldSpec[];
  commands(view: RoundView, read: ReadValues): WebCommand[];
}

const ACTS: RoundAct[] = [
  {
    slug: 'khoa',
    title: 'Khóa kỳ',
    verb: 'Khóa kỳ',
    may: 'lockRound',
    fields: () => [
      { name: 'ly-do', label: 'Lý do', kind: 'text', hint: 'Sau khi khóa, kỳ không nhận thêm bản trả lời.' },
    ],
    commands: (view, read) => [{ do: 'lock', round: view.round, reason: read.text('ly-do') }],
  },
  {
    slug: 'mo-khoa',
    title: 'Mở khóa kỳ',
    verb: 'Mở khóa',
    may: 'lockRound',
    fields: () => [{ name: 'ly-do', label: 'Lý do', kind: 'text' }],
    commands: (view, read) => [{ do: 'unlock', round: view.round, reason: read.text('ly-do') }],
  },
  {
    slug: 'gia-han',
    title: 'Gia hạn nhiều cơ quan',
    verb: 'Gia hạn',
    may: 'decide',
    fields: (view) => [
      {
        name: 'co-quan',
        label: 'Cơ quan',
        kind: 'many',
        options: view.rows.filter(isAwaited).map((row) => ({ value: row.agencyId, label: row.agency })),
      },
      { name: 'den', label: 'Hạn mới', kind: 'day', hint: 'Ngày/tháng/năm, một ngày làm việc' },
      { name: 'ly-do', label: 'Lý do', kind: 'text', hint: 'Gửi nguyên văn đến từng cơ quan.' },
    ],
    commands: (view, read) =>
      view.rows
        .filter((row) => read.chosen('co-quan').includes(row.agencyId))
        .map((row) => ({ do: 'extend', obligation: row.key, to: read.day('den'), reason: read.text('ly-do') })),
  },
];

const AWAITED: RoundRow['state']['is'][] = ['notDue', 'due', 'overdue', 'returned', 'extended', 'unreachable'];

function isAwaited(row: RoundRow): boolean {
  return AWAITED.includes(row.state.is);
}

async function roundPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.round(actor, c.req.param('round') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeRound', view.subject);
  if (refused !== null) return refused;
  const act = ACTS.find((candidate) => candidate.slug === typed.viec);
  if (act === undefined) return showRound(c, deps, view, null, 200);
  const forbidden = await unlessMay(c, deps, actor, act.may, view.subject);
  if (forbidden !== null) return forbidden;
  const flow = roundFlow(c, deps, view, act, typed);
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function roundFlow(
  c: WebContext,
  deps: WebDeps,
  view: RoundView,
  act: RoundAct,
  typed: Record<string, string>,
): ActFlow {
  const here = hrefRound(view.round);
  const fields = act.fields(view);
  return {
    c,
    deps,
    actor: signedIn(c),
    fields,
    typed,
    commands: (read) => act.commands(view, read),
    next: here,
    show: (form, preview, status) =>
      showRound(
        c,
        deps,
        view,
        {
          title: act.title,
          verb: act.verb,
          action: here,
          hidden: { viec: act.slug },
          fields,
          form,
          preview,
          cancelHref: here,
        },
        status,
      ),
  };
}

function showRound(
  c: WebContext,
  deps: WebDeps,
  view: RoundView,
  act: ActPanelProps | null,
  status: 200 | 409 | 422,
): Promise<Response> {
  const actor = signedIn(c);
  const body = RoundPage(view, {
    canLock: may(actor, 'lockRound', view.subject),
    canExtend: may(actor, 'decide', view.subject) && view.rows.some(isAwaited),
    act,
  });
  return showPage(c, deps, { title: `${view.title}, ${view.plan.name}`, active: 'plans', body }, status);
}
