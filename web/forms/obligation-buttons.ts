import { type Action, may, type WebActor } from '../access.ts';
import type { ActButtonFact } from '../components/act-button.tsx';
import { hrefObligation } from '../href.ts';
import type { ObligationAct, ObligationView } from '../pages/obligation-facts.ts';
import { specOf } from './obligation-acts.ts';

/** Acts that lead to a page of their own: answering opens the chat at this duty. */
const LINKS: Partial<Record<ObligationAct, { may: Action; label: string }>> = {
  answer: { may: 'answer', label: 'Trả lời báo cáo' },
  raiseObstacle: { may: 'raiseObstacle', label: 'Nêu khó khăn, vướng mắc' },
};

/** Buttons of the acts that a reader may do now, and what the others wait for: "Duyệt, Trả lại: khi có bản 2." */
export function obligationButtons(
  actor: WebActor,
  view: Pick<ObligationView, 'key' | 'acts' | 'subject'>,
): { buttons: (ActButtonFact & { act: ObligationAct })[]; waiting: string[] } {
  const buttons: (ActButtonFact & { act: ObligationAct })[] = [];
  const waiting = new Map<string, string[]>();
  for (const { act, ready, when } of view.acts) {
    const spec = specOf(act) ?? LINKS[act];
    if (spec === undefined || !may(actor, spec.may, view.subject)) continue;
    if (!ready) {
      if (when !== null) waiting.set(when, [...(waiting.get(when) ?? []), spec.label]);
      continue;
    }
    buttons.push({ act, label: spec.label, ...targetOf(act, view.key) });
  }
  return { buttons, waiting: [...waiting].map(([when, labels]) => `${labels.join(', ')}: ${when}.`) };
}

function targetOf(act: ObligationAct, key: string): Omit<ActButtonFact, 'label'> {
  if (act === 'answer') return { href: '/chat/mo', primary: true, fields: { viec: key } };
  if (act === 'raiseObstacle') return { href: `/kho-khan/moi?ve=${encodeURIComponent(key)}`, primary: false };
  const spec = specOf(act);
  return { href: hrefObligation(key, spec?.slug), primary: spec?.primary ?? false };
}
