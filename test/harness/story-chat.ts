import type { Conversation } from '../../bot/conversation/conversation.ts';
import { plainText } from '../../bot/dialogue/plain-text.ts';
import type { Reply } from '../../bot/dialogue/types.ts';
import type { Role } from '../../domain/roster/roster.ts';
import type { Story } from './story.ts';
import { storyConversation } from './story-conversation.ts';

/** The desk's own chat over a story's running program. */
export class StoryChat {
  readonly #story: Story;
  readonly #conversation: Conversation;
  #said = 0;

  constructor(story: Story) {
    this.#story = story;
    this.#conversation = storyConversation(story);
  }

  as(agency: string, role: Role): Talker {
    const conversation = this.#conversation;
    const { person } = this.#story.as(agency, role).actor;
    let last: Reply[] = [];
    const say = async (text: string): Promise<string> => {
      this.#said += 1;
      const event = { kind: 'text' as const, text };
      last = (await conversation.hear({ person, channel: 'webChat', key: `chat:${this.#said}`, event })) ?? [];
      return textOf(last);
    };
    return {
      say,
      pick: (...labels) => {
        const options = last.flatMap((reply) => reply.options ?? []);
        const numbers = labels.map((label) => {
          const found = options.find((option) => option.label.includes(label));
          if (found === undefined)
            throw new Error(`no “${label}” among: ${options.map((each) => each.label).join(' | ')}`);
          return found.n;
        });
        return say(numbers.sort((a, b) => a - b).join(', '));
      },
      arrive: () => conversation.arrive(person, 'webChat'),
      async read() {
        const lines = await conversation.lines(person, 60);
        return lines.map(({ reply }) => textOf([reply]));
      },
    };
  }
}

export interface Talker {
  say(text: string): Promise<string>;
  /** Answers by the number of the option that holds these words, or by several numbers. */
  pick(...labels: string[]): Promise<string>;
  /** Opens the chat. */
  arrive(): Promise<void>;
  /** Everything that stands in the chat, oldest first. */
  read(): Promise<string[]>;
}

function textOf(replies: Reply[]): string {
  return replies.map((reply) => plainText(reply, () => '')).join('\n');
}
