import type { Hono } from 'hono';
import { may } from '../access.ts';
import type { ActPanelProps } from '../components/act-form.tsx';
import { setFlash } from '../flash.ts';
import { type ActSpec, actOfSlug, MEASURE } from '../forms/obligation-acts.ts';
import { obligationButtons } from '../forms/obligation-buttons.ts';
import { type ActFlow, beginAct, continueAct, isSending } from '../forms/run-act.ts';
import { hrefAskParts, hrefObligation } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { ObligationPage, type ObligationView, type StoryFilter } from '../pages/obligation.tsx';
import { MeasureWords } from '../pages/obligation-parts.tsx';
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
  if (!isSending(typed) && (offered === undefined || !offered.ready)) {
    setFlash(c, { kind: 'refused', text: `Chưa làm được “${act.label}” với nghĩa vụ này.` });
    return c.redirect(hrefObligation(view.key), 303);
  }
  if (act.act === 'askParts' && act.fields(view, typed).length === 0) return chooseMeasure(c, deps, view);
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
  const fields = act.fields(view, typed);
  const carried = Object.fromEntries((act.carries ?? []).map((name) => [name, typed[name] ?? '']));
  return {
    c,
    deps,
    actor: signedIn(c),
    fields,
    typed,
    commands: (read) => [act.command(view, read, typed)],
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
          hidden: { viec: act.slug, ...carried },
          fields,
          form,
          preview,
          cancelHref: here,
          ...introOf(view, typed),
        },
        status,
      ),
  };
}

/** The measure whose parts are asked for, in the plan's words. */
function introOf(view: ObligationView, typed: Record<string, string>): Pick<ActPanelProps, 'intro'> {
  const chosen = view.parts.offer?.measures.find(({ measure }) => measure === typed[MEASURE]);
  return chosen === undefined ? {} : { intro: <MeasureWords measure={chosen.measure} text={chosen.text} /> };
}

/** A single measure is opened at once; of several one is chosen first. */
async function chooseMeasure(c: WebContext, deps: WebDeps, view: ObligationView): Promise<Response> {
  const [first, second] = view.parts.offer?.measures ?? [];
  if (first !== undefined && second === undefined) return c.redirect(hrefAskParts(view.key, first.measure), 303);
  return showObligation(c, deps, view, null, 200, true);
}

function showObligation(
  c: WebContext,
  deps: WebDeps,
  view: ObligationView,
  act: ActPanelProps | null,
  status: 200 | 409 | 422,
  choosing = false,
): Promise<Response> {
  const actor = signedIn(c);
  const body = ObligationPage(view, {
    choosing,
    filter: FILTERS[c.req.query('loc') ?? ''] ?? 'all',
    ...obligationButtons(actor, view),
    act,
    roundLink: may(actor, 'seeRound', view.subject),
  });
  return showPage(c, deps, { title: `${view.agency}: ${view.title}`, active: 'plans', body }, status);
}
