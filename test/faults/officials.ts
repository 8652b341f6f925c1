import { AGAIN, LIST_LABEL } from '../../wording/telegram.ts';
import type { FakeChat } from '../fakes/telegram/chat.ts';
import { until } from '../harness/wall-round.ts';
import type { Browser } from './browser.ts';
import { chatForm, formsOf, readable } from './read-page.ts';

/** Many times what it takes on two quiet cores. */
const LIMIT_MS = 180_000;
const MOST_TURNS = 40;

/** What the desk said last, and the numbered answers by their labels. */
export interface Said {
  text: string;
  options: Map<string, string>;
}

/** Somebody's talk with the desk, in whatever channel. */
export interface Talk {
  /** What he typed, in order. */
  readonly typed: string[];
  type(text: string): Promise<Said>;
  /** Takes a numbered answer. */
  choose(said: Said, label: string): Promise<Said>;
  /** What comes next by itself. */
  wait(): Promise<Said>;
}

/** How somebody answers a report: by label, or in words. */
export interface Answers {
  /** By the number of the question, from 1. */
  fields: ({ label: string } | { text: string })[];
  /** Beside a difficulty, and what he does with it. */
  remark: string;
  raise: 'Gửi ngay' | 'Chỉ ghi trong báo cáo';
}

/** Labels that lead on, wherever they are offered. */
const ONWARD = ['Gửi', 'Trả lời ngay', 'Trả lời tiếp', 'Xác nhận'];
const KEPT = /đã được giữ lúc/;
const QUESTION = /Câu (\d+)\/\d+\.|xin ghi ngắn gọn/g;

/** Opens what waits for him and goes on until he reads `end`. @throws with what he read last when he never does. */
export async function goThrough(talk: Talk, answers: Answers | null, end: RegExp): Promise<string> {
  let said = await talk.type('việc');
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if (end.test(said.text)) return said.text;
    said = await next(talk, said, answers);
  }
  throw new Error(`never read ${String(end)}, but: ${said.text}`);
}

function next(talk: Talk, said: Said, answers: Answers | null): Promise<Said> {
  const onward = ONWARD.find((label) => said.options.has(label));
  if (answers !== null && said.options.has(answers.raise)) return talk.choose(said, answers.raise);
  const [question, number] = [...said.text.matchAll(QUESTION)].at(-1) ?? [];
  const field = answers?.fields[Number(number) - 1];
  if (field !== undefined) return 'label' in field ? talk.choose(said, field.label) : talk.type(field.text);
  if (answers !== null && question !== undefined) return talk.type(answers.remark);
  // What was only kept is told later by itself; so is what came beside the answer.
  return onward === undefined || KEPT.test(said.text) ? talk.wait() : talk.choose(said, onward);
}

/** In his Telegram chat, where one presses buttons and the other types numbers. */
export class TelegramTalk implements Talk {
  readonly typed: string[] = [];
  readonly #chat: FakeChat;
  readonly #presses: boolean;
  readonly #heard = new Set<string>();
  #read = 0;

  constructor(chat: FakeChat, presses: boolean) {
    this.#chat = chat;
    this.#presses = presses;
  }

  type(text: string): Promise<Said> {
    this.typed.push(text);
    this.#chat.say(text);
    return this.wait();
  }

  choose({ options }: Said, label: string): Promise<Said> {
    const number = options.get(label) ?? '';
    if (!this.#presses) return this.type(number);
    const button = this.#chat.labels.find((text) => text === number || text === `${number}. ${label}`);
    this.#chat.press(button ?? label);
    return this.wait();
  }

  /** Passes over what he has read before and says so itself, and over the notices of the day. */
  wait(): Promise<Said> {
    return until(
      `an answer to ${this.#chat.seen.at(-1)?.text ?? ''}`,
      async () => {
        while (this.#read < this.#chat.seen.length) {
          const message = this.#chat.seen[this.#read];
          this.#read += 1;
          if (message === undefined || message.from !== 'bot') continue;
          const text = withoutMark(message.text);
          const known = text !== message.text && this.#heard.has(text);
          this.#heard.add(text);
          if (known || message.buttons.flat().some((button) => button.text === LIST_LABEL)) continue;
          const options = [...text.matchAll(/^(\d+) = (.*)$/gm)].map(([, n = '', label = '']): [string, string] => [
            label,
            n,
          ]);
          return { text, options: new Map(options) };
        }
        return null;
      },
      LIMIT_MS,
    );
  }
}

/** A message of the bot as it was first written. */
export function withoutMark(text: string): string {
  return text.startsWith(`${AGAIN}\n`) ? text.slice(AGAIN.length + 1) : text;
}

/** In the chat of the pages. */
export class PageTalk implements Talk {
  readonly typed: string[] = [];
  readonly #browser: Browser;
  #page = '';

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async type(text: string): Promise<Said> {
    if (this.#page === '') await this.#read();
    this.typed.push(text);
    const { question, turn } = chatForm(this.#page);
    const { status } = await this.#browser.send('/chat', { ...question, luot: turn, chu: text });
    if (status !== 303) throw new Error(`“${text}”: ${status}`);
    return this.#read();
  }

  choose({ options }: Said, label: string): Promise<Said> {
    return this.type(options.get(label) ?? '');
  }

  wait(): Promise<Said> {
    const before = this.#page;
    return until(
      'something new in the chat',
      async () => {
        const said = await this.#read();
        return readable(this.#page) !== readable(before) && said;
      },
      LIMIT_MS,
    );
  }

  async #read(): Promise<Said> {
    this.#page = await this.#browser.get('/chat');
    const { options } = chatForm(this.#page);
    const [log = ''] = this.#page.split('class="chat-form"');
    return { text: readable(log.split('class="said"').at(-1) ?? ''), options };
  }
}

/** Goes through the form of an act on the pages: typed, looked at once more, sent. Answers the page that follows. */
export async function actOnPage(
  browser: Browser,
  at: { path: string; query: string; next: string },
  typed: Record<string, string>,
): Promise<string> {
  let page = await browser.get(`${at.path}?${at.query}`);
  if (Object.keys(typed).length > 0) page = (await browser.send(at.path, typed)).text;
  const form = formsOf(page).find((fields) => fields['xac-nhan'] === '1');
  if (form === undefined) throw new Error(`nothing to confirm on ${at.path}: ${readable(page)}`);
  const { status } = await browser.send(at.path, form);
  if (status !== 303) throw new Error(`${at.path}: ${status}`);
  return readable(await browser.get(at.next));
}
