import type { Hono } from 'hono';
import { may } from '../access.ts';
import type { ActButtonFact } from '../components/act-button.tsx';
import type { ActPanelProps } from '../components/act-form.tsx';
import { setFlash } from '../flash.ts';
import { type ActSpec, actOfSlug, specOf } from '../forms/obligation-acts.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefObligation } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import {
  ObligationPage,
  type ObligationPageOptions,
  type ObligationView,
  type StoryFilter,
} from '../pages/obligation.tsx';
import type { WebDeps } from '../ports.ts';

const FILTERS: Record<string, StoryFilter> = { tin: 'sent', 'tra-loi': 'answer', 'quyet-dinh': 'decision' };

/** One duty: its story, and every decision about it as a form. */
export function obligationRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/nghia-vu/:key{.+}', async (c) => obligationPage(c, deps, c.req.query()));
  app.post('/nghia-vu/:key{.+}', async (c) => obligationPage(c, deps, await formOf(c)));
}

async function obligationPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.obligation(actor, c.req.param('key') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeObligation', view.subject);
  if (refused !== null) return refused;
  const act = actOfSlug(typed.viec ?? '');
  if (act === null) return showObligation(c, deps, view, null, 200);
  const forbidden = await unlessMay(c, deps, actor, act.may, view.subject);
  if (forbidden !== null) return forbidden;
  const offered = view.acts.find((candidate) => candidate.act === act.act);
  if (offered === undefined || !offered.ready) {
    setFlash(c, { kind: 'refused', text: `Chưa làm được “${act.label}” với nghĩa vụ này.` });
    return c.redirect(hrefObligation(view.key), 303);
  }
  const flow = obligationFlow(c, deps, view, act, typed);
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

function obligationFlow(
  c: WebContext,
  deps: WebDeps,
  view: ObligationView,
  act: ActSpec,
  typed: Record<string, string>,
): ActFlow {
  const here = hrefObligation(view.key);
  const fields = act.fields(view);
  return {
    c,
    deps,
    actor: signedIn(c),
    fields,
    typed,
    commands: (read) => [act.command(view, read)],
    next: here,
    show: (form, preview, status) =>
      showObligation(
        c,
        deps,
        view,
        {
          title: act.title,
          verb: act.label,
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

function showObligation(
  c: WebContext,
  deps: WebDeps,
  view: ObligationView,
  act: ActPanelProps | null,
  status: 200 | 409 | 422,
): Promise<Response> {
  const actor = signedIn(c);
  const body = ObligationPage(view, {
    filter: FILTERS[c.req.query('loc') ?? ''] ?? 'all',
    ...actsFor(c, view),
    act,
    roundLink: may(actor, 'seeRound', view.subject),
  });
  return showPage(c, deps, { title: `${view.agency}: ${view.title}`, active: 'plans', body }, status);
}

/** Buttons of the acts that this reader may do now, and what the others wait for. */
function actsFor(c: WebContext, view: ObligationView): Pick<ObligationPageOptions, 'buttons' | 'waiting'> {
  const actor = signedIn(c);
  const buttons: ObligationPageOptions['buttons'] = [];
  const waiting = new Map<string, string[]>();
  for (const offered of view.acts) {
    const spec = specOf(offered.act);
    if (!may(actor, spec?.may ?? linkAction(offered.act), view.subject)) continue;
    const label = spec?.label ?? (offered.act === 'answer' ? 'Trả lời báo cáo' : 'Nêu khó khăn, vướng mắc');
    if (!offered.ready) {
      if (offered.when !== null) waiting.set(offered.when, [...(waiting.get(offered.when) ?? []), label]);
      continue;
    }
    buttons.push(spec === null ? linkButton(offered.act, label, view.key) : specButton(spec, view.key));
  }
  return { buttons, waiting: [...waiting].map(([when, labels]) => `${labels.join(', ')}: ${when}.`) };
}

function linkAction(act: string): 'answer' | 'raiseObstacle' {
  return act === 'answer' ? 'answer' : 'raiseObstacle';
}

function specButton(spec: ActSpec, key: string): ActButtonFact {
  return { label: spec.label, href: hrefObligation(key, spec.slug), primary: spec.primary ?? false };
}

/** Answering opens the chat at this duty; an obstacle has a page of its own. */
function linkButton(act: string, label: string, key: string): ActButtonFact {
  if (act === 'answer') return { label, href: '/chat/mo', primary: true, fields: { viec: key } };
  return { label, href: `/kho-khan/moi?ve=${encodeURIComponent(key)}`, primary: false };
}
