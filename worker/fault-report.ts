import { databaseAway, diskFull, temporalAway } from '../wording/operator/faults.ts';

const QUIET_MS = 60_000;

/** Says what goes wrong while the program runs, each thing once a minute: what waits is tried again and again. */
export function createFaultReport(line: (text: string) => void): (error: unknown, about: string) => void {
  const said = new Map<string, number>();
  return (error, about) => {
    const text = faultText(error, about);
    const now = performance.now();
    if (now - (said.get(text) ?? -QUIET_MS) < QUIET_MS) return;
    said.set(text, now);
    line(text);
  };
}

/** A sentence for what the operator can mend; the bare words for anything else. */
export function faultText(error: unknown, about: string): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const words = String(message ?? error);
  if (code === 'ENOSPC' || code === '53100' || /No space left on device/i.test(words)) return diskFull();
  if (code === 14) return temporalAway();
  if (/^(ECONN\w+|EPIPE|57P0\d|08\w{3})$/.test(String(code)) || /connection terminated|timeout exceeded/i.test(words))
    return databaseAway();
  return `${about}: ${words}`;
}
