import type { CommandAnswer } from '../../client/ports.ts';
import { dayOf } from '../../domain/calendar/instant.ts';
import type { Actor } from '../../domain/engine/message.ts';
import type { ObstacleCommand, ObstacleSpec } from '../../domain/machines/obstacle.ts';
import type { PlanCommand } from '../../domain/machines/plan-command.ts';
import type { ObligationCommand, RoundCommand } from '../../domain/obligation/command.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { obstacleWorkflow, planWorkflow, roundWorkflow } from '../../domain/plan/keys.ts';
import type { Story } from './story.ts';

/** A command without its actor, as a sentence of a story gives it. */
type Said<Command> = Command extends unknown ? Omit<Command, 'by' | 'agency'> : never;

let acts = 0;

/** Somebody in a story who holds posts and acts through the counter, as bot and pages do. */
export class StoryPerson {
  readonly actor: Actor;
  readonly #story: Story;

  constructor(story: Story, actor: Actor) {
    this.#story = story;
    this.actor = actor;
  }

  /** Any command on one obligation. */
  async does(key: string, command: Said<ObligationCommand>): Promise<CommandAnswer> {
    const parts = key.split('/');
    const agency = parts.at(-1) ?? '';
    const body = { ...command, agency, by: this.actor };
    return this.#hand(roundWorkflow(this.#provinceOf(key), parts.slice(0, -1).join('/')), body);
  }

  async submit(
    key: string,
    more: Partial<Extract<Said<ObligationCommand>, { do: 'submit' }>> & { words?: string } = {},
  ) {
    const { words = 'Đã thực hiện theo kế hoạch.', ...given } = more;
    const now = await this.#story.now();
    return this.does(key, {
      do: 'submit',
      receipt: `BN-${dayOf(now).slice(0, 4)}-${String(++acts).padStart(4, '0')}`,
      source: 'chat',
      actedOn: dayOf(now),
      signed: false,
      measures: {},
      ref: await this.#keep(words),
      ...given,
    });
  }

  async confirm(key: string) {
    return this.does(key, { do: 'confirm' });
  }

  async recordLetter(key: string, words: string) {
    return this.does(key, { do: 'recordLetter', ref: await this.#keep(words) });
  }

  async recordSent(key: string, words: string, sentOn?: string) {
    const day = sentOn ?? dayOf(await this.#story.now());
    return this.does(key, { do: 'recordSent', ref: await this.#keep(words), sentOn: day });
  }

  async object(key: string, words: string) {
    return this.does(key, { do: 'object', ref: await this.#keep(words) });
  }

  async accept(key: string) {
    return this.does(key, { do: 'accept', ref: null });
  }

  async returnForRevision(key: string, reason: string) {
    return this.does(key, { do: 'return', ref: await this.#keep(reason) });
  }

  async asksExtension(key: string, to: string, reason: string) {
    return this.does(key, { do: 'requestExtension', to, ref: await this.#keep(reason) });
  }

  async extend(key: string, to: string, reason: string) {
    return this.does(key, { do: 'extend', to, ref: await this.#keep(reason) });
  }

  async refuseExtension(key: string, reason: string) {
    return this.does(key, { do: 'refuseExtension', ref: await this.#keep(reason) });
  }

  async waive(key: string, reason: string) {
    return this.does(key, { do: 'waive', ref: await this.#keep(reason) });
  }

  async suspend(key: string, reason: string) {
    return this.does(key, { do: 'suspend', ref: await this.#keep(reason) });
  }

  async resume(key: string) {
    return this.does(key, { do: 'resume', ref: null });
  }

  async answersLadder(
    key: string,
    answer: Extract<ObligationCommand, { do: 'lead' }>['answer'],
    words: string,
    to: string | null = null,
  ) {
    return this.does(key, { do: 'lead', answer, to, ref: await this.#keep(words) });
  }

  async lock(roundKey: string, reason: string) {
    return this.#round(roundKey, { do: 'lock', ref: await this.#keep(reason) });
  }

  async unlock(roundKey: string, reason: string) {
    return this.#round(roundKey, { do: 'unlock', ref: await this.#keep(reason) });
  }

  /** Raises a difficulty. @returns the answer and the obstacle's id. */
  async raises(words: string, about: { obligation?: string; measure?: string } = {}) {
    const id = `o-${++acts}`;
    const [plan] = this.#story.plans;
    if (plan === undefined) throw new Error('a story has a plan');
    const body: ObstacleSpec = {
      id,
      province: plan.province,
      plan: plan.id,
      obligation: about.obligation ?? null,
      measure: about.measure ?? null,
      raisedBy: this.actor,
      ref: await this.#keep(words),
      coordinator: plan.coordinator.id,
      leadership: plan.leadership.id,
      calendar: this.#story.calendar,
      policy: DEFAULT_POLICY,
    };
    return { id, answer: await this.#hand(obstacleWorkflow(plan.province, id), body, 'open') };
  }

  async onObstacle(id: string, command: ObstacleCommand['do'], words: string): Promise<CommandAnswer> {
    const body = { do: command, by: this.actor, ref: await this.#keep(words) };
    return this.#hand(obstacleWorkflow(this.#province, id), body);
  }

  async onPlan(plan: string, command: Said<PlanCommand>): Promise<CommandAnswer> {
    return this.#hand(planWorkflow(this.#provinceOf(plan), plan), { ...command, by: this.actor });
  }

  /** Keeps words as bot and pages do. @returns their key. */
  async #keep(text: string): Promise<string> {
    const ref = `text-${++acts}`;
    await this.#story.database.db
      .insertInto('stored_text')
      .values({ ref, at: await this.#story.now(), person: this.actor.person, text, facts: '{}' })
      .execute();
    return ref;
  }

  async #round(roundKey: string, command: Said<RoundCommand>): Promise<CommandAnswer> {
    return this.#hand(roundWorkflow(this.#provinceOf(roundKey), roundKey), { ...command, by: this.actor });
  }

  /** The province of a plan, named by its id or by a key that begins with it. */
  #provinceOf(key: string): string {
    const [id] = key.split('/');
    return this.#story.plans.find((plan) => plan.id === id)?.province ?? this.#province;
  }

  get #province(): string {
    return this.#story.roster.province;
  }

  async #hand(workflow: string, body: unknown, kind: 'command' | 'open' = 'command'): Promise<CommandAnswer> {
    return this.#story.engine.counter.hand({
      key: `act-${++acts}`,
      channel: 'story',
      person: this.actor.person,
      workflow,
      kind,
      body,
    });
  }
}
