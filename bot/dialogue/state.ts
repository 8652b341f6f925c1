import type { DialogueState, OpenQuestion } from './types.ts';

/** How many past field questions are remembered, so that a late answer is told the present value. */
const REMEMBERED = 30;

/** The dialogue of a person who was never here. */
export function newDialogue(): DialogueState {
  return {
    schema: 1,
    version: 0,
    question: 0,
    open: { kind: 'menu', keys: [], greet: true },
    paused: false,
    drafts: {},
    lastSent: null,
    asked: [],
  };
}

/** The state with another open question, under the next number; every earlier number is closed by it. */
export function opened(state: DialogueState, open: OpenQuestion): DialogueState {
  const question = state.question + 1;
  const asked =
    open.kind === 'field'
      ? [...state.asked, { question, obligation: open.obligation, field: open.field }].slice(-REMEMBERED)
      : state.asked;
  return { ...state, question, open, paused: false, asked };
}

/** The same question asked again under its own number, with something remembered about it. */
export function reopened(state: DialogueState, open: OpenQuestion): DialogueState {
  return { ...state, open, paused: false };
}
