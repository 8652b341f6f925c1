import type { FakeTelegram } from './server.ts';

export interface SentButton {
  text: string;
  callback_data: string;
}

/** A message as the person sees it. */
export interface SeenMessage {
  id: number;
  from: 'bot' | 'person';
  text: string;
  buttons: SentButton[][];
  /** When it arrived, milliseconds of the machine. */
  at: number;
}

/** One person's private chat with the bot: what he does, and what he sees. */
export class FakeChat {
  readonly seen: SeenMessage[] = [];
  started = false;
  blocked = false;
  deactivated = false;
  /** Told by the bot to a pressed button. */
  readonly toasts: string[] = [];

  constructor(
    private readonly server: FakeTelegram,
    readonly id: number,
    readonly name: string,
  ) {}

  /** What the bot wrote, oldest first. */
  get heard(): string[] {
    return this.seen.filter(({ from }) => from === 'bot').map(({ text }) => text);
  }

  /** Types a message; answers its number. */
  say(text: string, more: Record<string, unknown> = {}): number {
    this.started = true;
    const id = this.server.nextMessageId();
    this.seen.push({ id, from: 'person', text, buttons: [], at: Date.now() });
    this.server.deliver({ message: { ...this.message(id), text, ...more } });
    return id;
  }

  /** Opens the bot by a link. */
  start(code: string | null = null): number {
    return this.say(code === null ? '/start' : `/start ${code}`);
  }

  edit(id: number, text: string): void {
    this.server.deliver({
      edited_message: { ...this.message(id), edit_date: Math.floor(Date.now() / 1000), text },
    });
  }

  forward(text: string): void {
    const origin = { type: 'hidden_user', sender_user_name: 'Ai đó', date: 1_700_000_000 };
    this.say(text, { forward_origin: origin });
  }

  sendDocument(name: string, caption?: string): void {
    const id = this.server.nextMessageId();
    const document = { file_id: 'f1', file_unique_id: 'u1', file_name: name };
    this.server.deliver({ message: { ...this.message(id), document, ...(caption === undefined ? {} : { caption }) } });
  }

  /** Presses the button of a label, on the newest message that has one; `message` presses on an older one, dead or not. */
  press(label: string, on: SeenMessage | null = null): string {
    const message = on ?? [...this.seen].reverse().find(({ buttons }) => buttonOf(buttons, label) !== undefined);
    const button = message && buttonOf(message.buttons, label);
    if (!message || !button) throw new Error(`no button “${label}”`);
    return this.server.press(this, message, button.callback_data);
  }

  /** A message as it was when its buttons lived, for pressing it late. */
  remember(label: string): SeenMessage {
    const message = [...this.seen].reverse().find(({ buttons }) => buttonOf(buttons, label) !== undefined);
    if (!message) throw new Error(`no button “${label}”`);
    return structuredClone(message);
  }

  block(): void {
    this.blocked = true;
    this.member('kicked', 'member');
  }

  unblock(): void {
    this.blocked = false;
    this.member('member', 'kicked');
  }

  /** The message at the end, with its buttons. */
  get last(): SeenMessage | undefined {
    return this.seen.filter(({ from }) => from === 'bot').at(-1);
  }

  get labels(): string[] {
    return (this.last?.buttons ?? []).flat().map(({ text }) => text);
  }

  private member(now: string, before: string): void {
    const user = this.server.me;
    this.server.deliver({
      my_chat_member: {
        chat: this.chat(),
        from: this.person(),
        date: Math.floor(Date.now() / 1000),
        old_chat_member: { user, status: before },
        new_chat_member: { user, status: now },
      },
    });
  }

  private message(id: number): Record<string, unknown> {
    return { message_id: id, from: this.person(), chat: this.chat(), date: Math.floor(Date.now() / 1000) };
  }

  chat(): Record<string, unknown> {
    return { id: this.id, type: 'private', first_name: this.name };
  }

  person(): Record<string, unknown> {
    return { id: this.id, is_bot: false, first_name: this.name };
  }
}

function buttonOf(buttons: SentButton[][], label: string): SentButton | undefined {
  return buttons.flat().find(({ text }) => text === label || text.endsWith(`. ${label}`));
}
