import { until } from '../harness/wall-round.ts';

const LIMIT_MS = 120_000;

/** What came back for a form. */
export interface Answered {
  status: number;
  text: string;
}

/**
 * A browser without script whose owner does not give up: a page that does not come is asked for again, a form whose
 * sending broke off is sent again as it was.
 */
export class Browser {
  readonly #url: string;
  readonly #lost: () => boolean;
  readonly #cookies = new Map<string, string>();

  /** `lost` is asked when a form has been answered: true = the answer never reaches the browser. */
  constructor(url: string, lost: () => boolean) {
    this.#url = url;
    this.#lost = lost;
  }

  /** @throws where the page is anything but a page. */
  async get(path: string): Promise<string> {
    const { status, text } = await this.#again(path, { method: 'GET' });
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return text;
  }

  /** Sends a form. A redirect is not followed. */
  send(path: string, fields: Record<string, string>): Promise<Answered> {
    return this.#again(path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  }

  #again(path: string, request: RequestInit): Promise<Answered> {
    return until(`answer to ${path}`, () => this.#once(path, request), LIMIT_MS);
  }

  /** Null where the connection broke off. */
  async #once(path: string, request: RequestInit): Promise<Answered | null> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    try {
      const answer = await fetch(`${this.#url}${path}`, { ...request, headers: { cookie } });
      if (request.method === 'POST' && this.#lost()) return null;
      const text = await answer.text();
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
        this.#cookies.set(name, value);
      }
      return { status: answer.status, text };
    } catch {
      return null;
    }
  }
}
