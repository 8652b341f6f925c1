import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serverFileOfOtherVersion } from '../../wording/operator/temporal-server.ts';
import { StartRefused } from '../start-refused.ts';

/** What stands beside the server's database file, in `temporal.version`. */
export interface ServerFileNote {
  /** The server that created the file; its schema is never migrated, so another version is refused. */
  serverVersion: string;
  /**
   * The namespace of this file, a name that no other server knows. Whoever asks for it and is answered has reached the
   * server on this very file, whatever listens on the port.
   */
  namespace: string;
}

/**
 * The note beside a database file; written when neither exists yet.
 *
 * @throws StartRefused when the file was written by another server version, or its note is gone.
 */
export function serverFileNote(file: string, serverVersion: string): ServerFileNote {
  const place = join(dirname(file), 'temporal.version');
  const note = readNote(place);
  if (note?.serverVersion === serverVersion) return note;
  if (note || existsSync(file)) {
    const written = note?.serverVersion ?? null;
    throw new StartRefused(serverFileOfOtherVersion({ file, written, present: serverVersion }));
  }
  const fresh: ServerFileNote = { serverVersion, namespace: `dondoc-${randomBytes(4).toString('hex')}` };
  writeWhole(place, `${JSON.stringify(fresh)}\n`);
  return fresh;
}

function readNote(place: string): ServerFileNote | null {
  try {
    const value: unknown = JSON.parse(readFileSync(place, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    if (!('serverVersion' in value) || !('namespace' in value)) return null;
    const { serverVersion, namespace } = value;
    return typeof serverVersion === 'string' && typeof namespace === 'string' ? { serverVersion, namespace } : null;
  } catch {
    return null;
  }
}

/** Writes a small file so that a power cut leaves the old one or the new one, never half. */
function writeWhole(place: string, text: string): void {
  const handle = openSync(`${place}.new`, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${place}.new`, place);
}
