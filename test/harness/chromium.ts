import { existsSync } from 'node:fs';
import { usePart } from './services.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that the page tests drive: `CHROMIUM_PATH`, or where Debian puts it. @throws when there is none. */
export async function chromiumPath(): Promise<string> {
  const path = [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((place) => place !== '' && existsSync(place));
  if (!path) throw new Error('Chromium is missing: install it (apt-get install chromium) or set CHROMIUM_PATH');
  await usePart('chromium');
  return path;
}
