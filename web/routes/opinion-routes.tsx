import type { Hono } from 'hono';
import type { WebCommand } from '../commands.ts';
import { setFlash } from '../flash.ts';
import { type FieldSpec, isFormState, readFields } from '../forms/act.ts';
import { EMPTY_FORM, type FormState } from '../forms/form-state.ts';
import { hrefOpinion } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { OpinionPage, type OpinionView } from '../pages/opinion.tsx';
import type { WebDeps } from '../ports.ts';

/** The leader's letter: read it, answer in one line. */
export function opinionRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/xin-y-kien/:key{.+}', async (c) => opinionPage(c, deps, null));
  app.post('/xin-y-kien/:key{.+}', async (c) => opinionPage(c, deps, await formOf(c)));
}

const DIRECT: FieldSpec[] = [
  { name: 'noi-dung', label: 'Nội dung chỉ đạo', kind: 'line' },
  { name: 'han-chi-dao', label: 'Hạn mới', kind: 'day' },
];

const DECIDE: FieldSpec[] = [
  {
    name: 'quyet-dinh',
    label: 'Gia hạn hay miễn',
    kind: 'choice',
    options: [
      { value: 'gia-han', label: 'Gia hạn' },
      { value: 'mien', label: 'Miễn' },
    ],
  },
  { name: 'den', label: 'Gia hạn đến', kind: 'day', when: { field: 'quyet-dinh', is: 'gia-han' } },
  { name: 'ly-do', label: 'Lý do', kind: 'line' },
];

function commandOf(view: OpinionView, typed: Record<string, string>): WebCommand | FormState {
  const obligation = view.key;
  if (typed.viec === 'da-xem') return { do: 'leaderSeen', obligation };
  if (typed.viec === 'chi-dao') {
    const read = readFields(DIRECT, typed);
    if (isFormState(read)) return read;
    return { do: 'leaderDirect', obligation, text: read.text('noi-dung'), to: read.day('han-chi-dao') };
  }
  const read = readFields(DECIDE, typed);
  if (isFormState(read)) return read;
  const reason = read.text('ly-do');
  if (read.text('quyet-dinh') === 'mien') return { do: 'leaderWaive', obligation, reason };
  return { do: 'leaderExtend', obligation, to: read.day('den'), reason };
}

async function opinionPage(c: WebContext, deps: WebDeps, typed: Record<string, string> | null): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.opinion(actor, c.req.param('key') ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'giveOpinion', view.subject);
  if (refused !== null) return refused;
  if (typed === null) return showOpinion(c, deps, view, EMPTY_FORM, 200);
  const command = commandOf(view, typed);
  if ('errors' in command) return showOpinion(c, deps, view, command, 422);
  const outcome = await deps.commands.submit(actor, command);
  if (outcome.kind === 'refused' && typed.viec !== 'da-xem') {
    const field = outcome.field === 'den' && typed.viec === 'chi-dao' ? 'han-chi-dao' : (outcome.field ?? 'noi-dung');
    const form = { values: typed, errors: [{ field, short: outcome.text, text: outcome.text }] };
    return showOpinion(c, deps, view, form, 409);
  }
  setFlash(c, outcome);
  return c.redirect(hrefOpinion(view.key), 303);
}

function showOpinion(
  c: WebContext,
  deps: WebDeps,
  view: OpinionView,
  form: FormState,
  status: 200 | 409 | 422,
): Promise<Response> {
  const title = `Xin ý kiến: ${view.agency}, ${view.title}`;
  return showPage(c, deps, { title, active: 'today', width: 'letter', body: OpinionPage(view, form) }, status);
}
