import type { JSX } from 'hono/jsx/jsx-runtime';

/** Names of the drawn marks. A mark never stands alone: the word beside it carries the meaning. */
export type MarkName =
  | 'ring'
  | 'clock'
  | 'warning'
  | 'half'
  | 'back'
  | 'forward'
  | 'tick'
  | 'tickRing'
  | 'struck'
  | 'sheet'
  | 'question'
  | 'pause'
  | 'lock'
  | 'flag'
  | 'differs';

const DRAWINGS: Record<MarkName, JSX.Element> = {
  ring: <circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.3" stroke-width="1.6" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 4.6V8l2.4 1.6" />
    </>
  ),
  warning: (
    <>
      <path class="solid" d="M8 1.6 15.2 14.4H.8Z" />
      <path class="cut" d="M8 6.2v3.4M8 12v.1" stroke-width="1.8" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path class="solid" d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" />
    </>
  ),
  back: <path d="M5.6 2.6 2.2 6l3.4 3.4M2.4 6h7.2a3.6 3.6 0 0 1 0 7.2H7" />,
  forward: <path d="M1.6 8h9M7.2 4.4 10.8 8l-3.6 3.6M14.2 3v10" />,
  tick: <path d="m2.4 8.6 3.6 3.6 7.6-8" />,
  tickRing: (
    <>
      <circle cx="8" cy="8" r="6.4" stroke-width="1.7" />
      <path d="m5 8.2 2.2 2.2 4-4.4" stroke-width="1.7" />
    </>
  ),
  struck: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m3.8 12.2 8.4-8.4" />
    </>
  ),
  sheet: (
    <>
      <path d="M3.4 1.6h6.2l3 3v9.8H3.4Z" stroke-width="1.7" />
      <path d="M5.8 7.4h4.4M5.8 10.6h4.4" stroke-width="1.7" />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6.4" stroke-width="1.7" />
      <path d="M6 6.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M8 11.6v.1" stroke-width="1.7" />
    </>
  ),
  pause: <path d="M5.4 3v10M10.6 3v10" stroke-width="2.6" />,
  lock: (
    <>
      <path d="M3 7.4h10v6.8H3Z" stroke-width="1.7" />
      <path d="M5.2 7.2V5a2.8 2.8 0 0 1 5.6 0v2.2" stroke-width="1.7" />
    </>
  ),
  flag: <path d="M3.6 14.4V2.2h8.8l-2 3.2 2 3.2H3.8" stroke-width="1.8" />,
  differs: <path d="M2.6 5.8h10.8M2.6 10.2h10.8M10.4 2.4 5.6 13.6" />,
};

/** An inline drawing, hidden from screen readers. */
export function Mark({ name }: { name: MarkName }): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
