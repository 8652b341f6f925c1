import { randomUUID } from 'node:crypto';
import type { WebActor } from '../access.ts';
import type { WebCommand } from '../commands.ts';
import { setFlash } from '../flash.ts';
import type { WebContext } from '../page.tsx';
import type { Outcome, Preview, WebDeps } from '../ports.ts';
import { type FieldSpec, isFormState, NOTHING_READ, type ReadValues, readFields } from './act.ts';
import { EMPTY_FORM, type FormState } from './form-state.ts';

/** One act on its way: typed, shown with what it would send, done. */
export interface ActFlow {
  c: WebContext;
  deps: WebDeps;
  actor: WebActor;
  fields: FieldSpec[];
  typed: Record<string, string>;
  /** Usually one; several where one form is about several agencies. */
  commands(read: ReadValues): WebCommand[];
  /** Renders the page with the form as it stands, or with the preview. */
  show(form: FormState, preview: Preview | null, status: 200 | 409 | 422): Promise<Response>;
  /** Where the outcome is told. */
  next: string;
}

/**
 * Names one sending of a form from when it is shown for the last time: a form that arrives twice, because its answer never
 * came or a button was pressed twice, is one act.
 */
const SENDING = 'lan-gui';

function sendingOf(typed: Record<string, string>): string | null {
  const name = typed[SENDING] ?? '';
  return /^[\w-]{16,64}$/.test(name) ? name : null;
}

/** True where the act itself is asked for: whether it can be done, or has been done by this very form, the rules say. */
export function isSending(typed: Record<string, string>): boolean {
  return typed['xac-nhan'] === '1' && sendingOf(typed) !== null;
}

/** Opens the form. An act that asks nothing shows at once what it would do. */
export async function beginAct(flow: ActFlow): Promise<Response> {
  if (flow.fields.length > 0) return flow.show(EMPTY_FORM, null, 200);
  return previewAct(flow, NOTHING_READ);
}

/** Takes a posted form one step further: errors, preview, or the act itself. */
export async function continueAct(flow: ActFlow): Promise<Response> {
  if (flow.typed['sua-lai'] === '1') return flow.show({ values: flow.typed, errors: [] }, null, 200);
  const read = readFields(flow.fields, flow.typed);
  if (isFormState(read)) return flow.show(read, null, 422);
  if (flow.typed['xac-nhan'] !== '1') return previewAct(flow, read);
  const outcome = await submitAll(flow, flow.commands(read));
  if (outcome.kind === 'refused') return refused(flow, outcome);
  setFlash(flow.c, outcome);
  return flow.c.redirect(flow.next, 303);
}

/** Does each; what was refused beside what was done is told in the same sentence. */
async function submitAll(flow: ActFlow, commands: WebCommand[]): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  const sending = sendingOf(flow.typed);
  for (const [index, command] of commands.entries()) {
    const once = sending === null ? null : `${sending}.${index}`;
    outcomes.push(await flow.deps.commands.submit(flow.actor, command, once));
  }
  const first = outcomes[0];
  if (first === undefined) throw new Error('an act without a command');
  if (outcomes.length === 1 || outcomes.every((outcome) => outcome.kind === 'refused')) return first;
  const kept = outcomes.find((outcome) => outcome.kind === 'kept');
  if (kept !== undefined) return kept;
  const texts = outcomes.map((outcome) => (outcome.kind === 'kept' ? '' : outcome.text));
  return { kind: 'done', text: texts.filter((text, index) => texts.indexOf(text) === index).join(' ') };
}

async function previewAct(flow: ActFlow, read: ReadValues): Promise<Response> {
  const whole: Preview = { effects: [], messages: [] };
  for (const command of flow.commands(read)) {
    const preview = await flow.deps.commands.preview(flow.actor, command);
    if ('kind' in preview) return refused(flow, preview);
    whole.effects.push(...preview.effects);
    whole.messages.push(...preview.messages);
  }
  return flow.show({ values: { ...flow.typed, [SENDING]: randomUUID() }, errors: [] }, whole, 200);
}

/** A refusal keeps what was typed; where nothing was asked it is told on the next page. */
async function refused(flow: ActFlow, outcome: Extract<Outcome, { kind: 'refused' }>): Promise<Response> {
  if (flow.fields.length === 0) {
    setFlash(flow.c, outcome);
    return flow.c.redirect(flow.next, 303);
  }
  const error = { field: outcome.field ?? '', short: outcome.text, text: outcome.text };
  return flow.show({ values: flow.typed, errors: [error] }, null, 409);
}
