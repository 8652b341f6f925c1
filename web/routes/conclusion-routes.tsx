import type { Hono } from 'hono';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '../../domain/machines/plan-state.ts';
import { OUTCOME_NAMES } from '../../wording/plan-act.ts';
import { may, type WebActor } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import type { FieldSpec, ReadValues } from '../forms/act.ts';
import { documentFields, documentOf } from '../forms/document-fields.ts';
import { type ActFlow, beginAct, continueAct } from '../forms/run-act.ts';
import { hrefConclusion } from '../href.ts';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { ConclusionPage, type ConclusionView } from '../pages/conclusion.tsx';
import type { WebDeps } from '../ports.ts';

/** What becomes of a plan after a review: leadership decides, or the coordinator records its letter. */
export function conclusionRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/ke-hoach/:plan/ket-luan', async (c) => conclusionPage(c, deps, c.req.query()));
  app.post('/ke-hoach/:plan/ket-luan', async (c) => conclusionPage(c, deps, await formOf(c)));
}

async function conclusionPage(c: WebContext, deps: WebDeps, typed: Record<string, string>): Promise<Response> {
  const actor = signedIn(c);
  const view = await deps.views.conclusion(actor, c.req.param('plan') ?? '', typed.lan ?? '');
  if (view === null) return notFound(c, deps);
  const refused = await unlessMay(c, deps, actor, 'seeTargets', view.subject);
  if (refused !== null) return refused;
  const page = {
    title: `Kết luận ${view.name}, ${view.plan.name}`,
    active: 'plans' as const,
    width: 'letter' as const,
  };
  const open = view.askedAt !== null && view.outcome === null;
  if (c.req.method === 'GET' && !(open && may(actor, 'concludeReview', view.subject))) {
    return showPage(c, deps, { ...page, body: ConclusionPage(view, null) });
  }
  const forbidden = await unlessMay(c, deps, actor, 'concludeReview', view.subject);
  if (forbidden !== null) return forbidden;
  const here = hrefConclusion(view.plan.id, view.review);
  const fields = conclusionFields(view, actor);
  const flow: ActFlow = {
    c,
    deps,
    actor,
    fields,
    typed,
    commands: (read) => [commandOf(view, actor, read)],
    next: here,
    show: (form, preview, status) => {
      const body = ConclusionPage(view, {
        title: records(actor, view) ? 'Ghi kết luận của lãnh đạo' : 'Kết luận',
        verb: records(actor, view) ? 'Ghi kết luận' : 'Kết luận',
        action: here,
        hidden: { lan: view.review },
        fields,
        form,
        preview,
        cancelHref: here,
      });
      return showPage(c, deps, { ...page, body }, status);
    },
  };
  return c.req.method === 'GET' ? beginAct(flow) : continueAct(flow);
}

/** The coordinator needs leadership's letter; leadership itself needs none. */
function records(actor: WebActor, view: ConclusionView): boolean {
  return actor.agency === view.subject.coordinator;
}

function conclusionFields(view: ConclusionView, actor: WebActor): FieldSpec[] {
  const outcomes = REVIEW_OUTCOMES.filter((as) => as !== 'feed' || view.others.length > 0);
  const label = (as: ReviewOutcome): string =>
    `${OUTCOME_NAMES[as].charAt(0).toUpperCase()}${OUTCOME_NAMES[as].slice(1)}`;
  return [
    {
      name: 'ket-luan',
      label: 'Kết luận về kế hoạch',
      kind: 'choice',
      options: outcomes.map((as) => ({ value: as, label: label(as) })),
    },
    ...(view.others.length === 0
      ? []
      : [
          {
            name: 'ke-hoach',
            label: 'Kế hoạch nhận kết quả',
            kind: 'choice' as const,
            hint: 'Chỉ khi chuyển tiếp vào kế hoạch khác',
            when: { field: 'ket-luan', is: 'feed' },
            options: view.others.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
    ...(records(actor, view) ? documentFields('văn bản của lãnh đạo', 'Ví dụ: 1024/UBND-VP') : []),
    { name: 'noi-dung', label: 'Ý kiến của lãnh đạo', kind: 'text', hint: 'Giữ nguyên văn' },
  ];
}

function commandOf(view: ConclusionView, actor: WebActor, read: ReadValues): WebCommand {
  const outcome = read.text('ket-luan') as ReviewOutcome;
  return {
    do: 'decideReview',
    plan: view.plan.id,
    review: view.review,
    outcome,
    feeds: outcome === 'feed' ? read.text('ke-hoach') : null,
    document: records(actor, view) ? documentOf(read) : null,
    text: read.text('noi-dung'),
  };
}
