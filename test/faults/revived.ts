import type { Child } from '../harness/child.ts';
import type { Cuts, Place, Point } from './cuts.ts';

/** A process of the program that is killed at its points, and started again each time by whoever looks after it. */
export class Revived {
  readonly #start: () => Child;
  readonly #cuts: Cuts;
  readonly #buried: () => Promise<void>;
  #child: Child | null = null;
  #broken: (error: Error) => void = () => undefined;
  #closed = false;
  /** Rejects when it ends by itself or does not start again; nothing else settles it. */
  readonly broken: Promise<never>;
  /** When it was killed, milliseconds of the machine. */
  readonly killed: number[] = [];

  /** `buried` runs after each death, before the next start. */
  constructor(start: () => Child, cuts: Cuts, buried: () => Promise<void> = async () => undefined) {
    this.#start = start;
    this.#cuts = cuts;
    this.#buried = buried;
    this.broken = new Promise((_, fail) => {
      this.#broken = fail;
    });
    this.broken.catch(() => undefined);
  }

  /** Starts it; resolves when it is ready. */
  async begin(): Promise<void> {
    const child = this.#start();
    this.#child = child;
    void child.ended
      .then(async ({ code, signal }) => {
        if (this.#closed) return;
        if (this.#child === child) {
          this.#broken(new Error(`ended by itself, ${code ?? signal}:\n${child.lines.join('\n')}`));
          return;
        }
        await this.#buried();
        await this.begin();
      })
      .catch(this.#broken);
    await child.line('Ctrl-C').catch((error: unknown) => {
      if (this.#child === child) throw error;
    });
  }

  /** Points that were not met so far. */
  get left(): readonly Point[] {
    return this.#cuts.left;
  }

  /** True when it was killed here. What a dead process had under way passes nothing. */
  passes(place: Place): boolean {
    const child = this.#child;
    if (child === null || !this.#cuts.pass(place)) return false;
    this.#child = null;
    child.process.kill('SIGKILL');
    this.killed.push(Date.now());
    return true;
  }

  /** It is not started again; what still runs is left to the house. */
  close(): void {
    this.#closed = true;
  }
}
