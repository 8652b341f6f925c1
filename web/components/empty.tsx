import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Says that there is nothing and what comes next; never blank, never "0 kết quả". */
export function Empty(props: { what: string; children?: Child }): JSX.Element {
  return (
    <p class="empty">
      <strong>{props.what}</strong> {props.children}
    </p>
  );
}
