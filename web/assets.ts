import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file sent to browsers. Its address changes with its content, so it may be kept for ever. */
export interface Asset {
  href: string;
  type: string;
  body: string;
}

/** Widths of bars come as classes, for the pages forbid inline styles: `grow-7` takes seven shares of its row. */
const GROWTH = Array.from({ length: 100 }, (_, index) => `.grow-${index + 1}{flex-grow:${index + 1} !important}`).join(
  '',
);

function asset(name: string, type: string, extra = ''): Asset {
  const body = `${readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')}${extra}`;
  const version = createHash('sha256').update(body).digest('hex').slice(0, 10);
  return { href: `/assets/${version}/${name}`, type, body };
}

export const STYLE: Asset = asset('dondoc.css', 'text/css; charset=utf-8', GROWTH);
export const REFRESH: Asset = asset('refresh.js', 'text/javascript; charset=utf-8');
export const ICON: Asset = asset('dondoc.svg', 'image/svg+xml');
