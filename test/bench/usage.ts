import { readFileSync, statSync } from 'node:fs';

/** Clock ticks a second in /proc on Linux, whatever the machine. */
const TICKS = 100;

/** Memory that a process holds, in MB; null where the system does not tell (only Linux does). */
export function residentMb(pid: number): number | null {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(proc(pid, 'status'));
  return found ? Number(found[1]) / 1024 : null;
}

/** Processor time that a process has used, in milliseconds; null where the system does not tell. */
export function cpuMs(pid: number): number | null {
  // The name, in brackets, may hold anything; what follows it are numbers.
  const fields = proc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [fields[11], fields[12]];
  return user === undefined || system === undefined ? null : ((Number(user) + Number(system)) * 1000) / TICKS;
}

/** Children of a process, by what the system says of each. */
export function childrenOf(pid: number): number[] {
  return proc(pid, `task/${pid}/children`)
    .split(' ')
    .filter((each) => each.trim() !== '')
    .map(Number);
}

/** Memory of a process and its children, pages that they share counted once, in MB; null where the system does not tell. */
export function sharedMb(pid: number): number | null {
  const parts = [pid, ...childrenOf(pid)].map((each) => /^Pss:\s+(\d+) kB$/m.exec(proc(each, 'smaps_rollup'))?.[1]);
  const known = parts.flatMap((part) => (part === undefined ? [] : [Number(part)]));
  return known.length === 0 ? null : known.reduce((sum, kb) => sum + kb, 0) / 1024;
}

/** Size of a file with its write-ahead log, in MB. */
export function fileMb(path: string): number {
  return (
    [path, `${path}-wal`].reduce((sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0), 0) / 1e6
  );
}

function proc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
