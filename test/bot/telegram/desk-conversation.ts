import type { Conversation } from '../../../bot/conversation/conversation.ts';
import type { DialogueStore } from '../../../bot/conversation/ports.ts';
import { converse } from '../../../bot/dialogue/converse.ts';
import { newDialogue } from '../../../bot/dialogue/state.ts';
import type { FakeDesk } from '../dialogue/fake-desk.ts';

/** The conversation over a fake desk and the real store: keys, lines and states are kept as in production. */
export function deskConversation(store: DialogueStore, desks: Map<string, FakeDesk>): Pick<Conversation, 'hear'> {
  return {
    async hear({ person, key, event }) {
      const desk = desks.get(person);
      if (!desk) return null;
      if (await store.knows(key)) return [];
      const before = (await store.load(person)) ?? newDialogue();
      const { state, replies } = await converse(before, event, desk);
      const said = event.kind === 'text' ? [event.text] : [];
      const lines = [
        ...said.map((text, n) => ({
          key: `${key}/in/${n}`,
          at: desk.now,
          direction: 'in' as const,
          reply: { kind: 'info' as const, lines: [text] },
        })),
        ...replies.map((reply, n) => ({ key: `${key}/out/${n}`, at: desk.now, direction: 'out' as const, reply })),
      ];
      const kept = await store.keep({ person, read: before.version, state, lines });
      if (!kept) throw new Error('the dialogue moved');
      return replies;
    },
  };
}
