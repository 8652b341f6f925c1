import type { Instant } from '../calendar/instant.ts';
import type { AgendaItem, AgendaRank, Batch, WorkflowRow } from '../engine/effects.ts';
import type { Notice } from '../notice/notice.ts';
import { digestId } from '../notice/post-notice.ts';

const TICK: AgendaRank = 1;
const DIGEST_TICK: AgendaRank = 3;

/**
 * Agenda, wakes and outbox of a simulated province: what the database keeps, by the same rules and in the same order
 * (store/ledger.ts, store/agenda-store.ts), without a database.
 */
export class Memory {
  readonly #agenda = new Map<string, AgendaItem>();
  readonly #handled = new Set<string>();
  readonly #wakes = new Map<string, AgendaItem>();
  readonly #closedDigests = new Set<string>();
  readonly #noticed = new Set<string>();
  #queued: Notice[] = [];

  /** The smallest row or due wake at or before `until`, by (instant, rank, workflow, key). */
  smallest(until: Instant): AgendaItem | null {
    let found: AgendaItem | null = null;
    for (const item of this.#agenda.values()) if (found === null || before(item, found)) found = item;
    for (const item of this.#wakes.values()) if (found === null || before(item, found)) found = item;
    return found !== null && found.at <= until ? found : null;
  }

  /** Puts a row on the agenda unless it is there, or was ever taken. A closed digest is followed by the next of its slot. */
  put(item: AgendaItem): void {
    if (this.#closedDigests.has(item.workflow)) {
      const { province, slot } = item.message.body as { province: string; slot: Instant };
      this.#openNextDigest(province, slot, item.at);
    } else if (!this.knows(item.key)) {
      this.#agenda.set(item.key, item);
    }
  }

  /** True for a row that is there, or was ever taken. */
  knows(key: string): boolean {
    return this.#agenda.has(key) || this.#handled.has(key);
  }

  /** Takes a row off that its workflow has taken or refused, or whose workflow has ended. */
  acknowledge(key: string): void {
    this.#handled.add(key);
    this.#agenda.delete(key);
  }

  write(batch: Batch): void {
    for (const key of batch.acks) this.acknowledge(key);
    this.#setWake(batch);
    for (const notice of batch.notices) {
      if (this.#noticed.has(notice.key)) continue;
      this.#noticed.add(notice.key);
      this.#queued.push(notice);
    }
    for (const item of batch.agenda) this.put(item);
    if (batch.workflow.type === 'digest' && batch.workflow.closed) this.#closeDigest(batch.workflow, batch.at);
  }

  /** Hands out what may leave in a slot, in the order in which it was written, and forgets it. */
  take(slot: Instant): Notice[] {
    const due = this.#queued.filter((notice) => notice.slot <= slot);
    this.#queued = this.#queued.filter((notice) => notice.slot > slot);
    return due;
  }

  #setWake({ workflow: { workflow, type }, wake: at, n }: Batch): void {
    if (at === null) {
      this.#wakes.delete(workflow);
      return;
    }
    const key = `tick:${workflow}:${n}:${at}`;
    const rank = type === 'digest' ? DIGEST_TICK : TICK;
    this.#wakes.set(workflow, { key, workflow, at, rank, message: { kind: 'tick', key, at, body: null } });
  }

  /** Notices written while a digest was sending its last are not forgotten. */
  #closeDigest({ workflow, province, state }: WorkflowRow, at: Instant): void {
    this.#closedDigests.add(workflow);
    const { slot } = state as { slot: Instant };
    if (this.#queued.some((notice) => notice.slot <= slot)) this.#openNextDigest(province, slot, at);
  }

  #openNextDigest(province: string, slot: Instant, at: Instant): void {
    let number = 2;
    while (this.#closedDigests.has(digestId(province, slot, number))) number += 1;
    const id = digestId(province, slot, number);
    const key = `open:${id}`;
    this.put({ key, workflow: id, at, rank: 0, message: { kind: 'open', key, at, body: { id, province, slot } } });
  }
}

function before(a: AgendaItem, b: AgendaItem): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.workflow === b.workflow ? a.key < b.key : a.workflow < b.workflow;
}
