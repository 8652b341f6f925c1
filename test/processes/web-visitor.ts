/** Somebody at a browser without script: forms, redirects and one cookie. */
export class WebVisitor {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Uses a one-time link as printed. */
  async enter(link: string): Promise<void> {
    await this.post(new URL(link).pathname, {});
  }

  async get(path: string): Promise<string> {
    const answer = await fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie } });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  async post(path: string, fields: Record<string, string>): Promise<void> {
    const answer = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie: this.#cookie },
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    const [set] = answer.headers.getSetCookie();
    if (set) this.#cookie = set.split(';')[0] ?? '';
  }
}
