import { hostname } from 'node:os';
import { type Instant, instantFromMs, plusMs } from '../domain/calendar/instant.ts';
import type { ProcessRecord, ProcessStore } from '../store/process-store.ts';
import { ROLES, type Role } from './roles.ts';

/** How often a process says that it lives, and after which silence it counts as gone. */
const BEAT_MS = 5_000;
const GONE_AFTER_MS = 30_000;

/** One that was killed is shown so long, so that somebody can find out. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

export interface Presence {
  stop(): Promise<void>;
}

/**
 * Writes this process down among those at work on the database, and keeps its row fresh until it stops. What was killed
 * on this machine is forgotten, because somebody has started again.
 */
export async function startPresence(
  store: ProcessStore,
  { id, role, url }: { id: string; role: Role | null; url: string },
  onFault: (error: unknown) => void,
): Promise<Presence> {
  for (const before of await store.list()) {
    if (before.host === hostname() && (before.pid === process.pid || !lives(before.pid))) await store.end(before.id);
  }
  const now = (): Instant => instantFromMs(Date.now());
  const at = now();
  const own: ProcessRecord = {
    id,
    roles: role === null ? [...ROLES] : [role],
    host: hostname(),
    pid: process.pid,
    url: role === null || role === 'web' ? url : null,
    startedAt: at,
    seenAt: at,
  };
  await store.begin(own, plusMs(at, -FORGOTTEN_AFTER_MS));
  const timer = setInterval(() => void store.seen(id, now()).catch(onFault), BEAT_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await store.end(id);
    },
  };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process has been silent for too long. */
export function isGone({ seenAt }: ProcessRecord, now: Instant): boolean {
  return plusMs(seenAt, GONE_AFTER_MS) < now;
}
