import { type Conversation, createConversation } from '../../bot/conversation/conversation.ts';
import type { DialogueStore } from '../../bot/conversation/ports.ts';
import { createPerform } from '../../client/perform.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createDialogueStore } from '../../store/dialogue-store.ts';
import { createRecords } from '../../store/records.ts';
import type { Story } from './story.ts';

/**
 * People's talk with the desk over a story's running program, as one of several processes has it. `between` may stand
 * between it and its store.
 */
export function storyConversation(
  story: Story,
  between: (store: DialogueStore) => DialogueStore = (store) => store,
): Conversation {
  const { db } = story.database;
  const calendar = () => story.calendar;
  return createConversation({
    store: between(createDialogueStore(db)),
    reader: createDeskReader(db),
    perform: createPerform(createRecords(db, calendar), story.engine.counter),
    now: () => story.now(),
    plans: async () => story.plans,
    roster: async () => story.roster,
    calendar,
  });
}
