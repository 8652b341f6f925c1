import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** A titled section. `aside` stands at the right of the title; `flush` leaves out the padding, for tables. */
export function Card(props: {
  title: Child;
  id?: string;
  note?: Child;
  aside?: Child;
  flush?: boolean;
  children?: Child;
}): JSX.Element {
  return (
    <section class="card" id={props.id}>
      <header>
        <h2>{props.title}</h2>
        {props.note ? <span class="note">{props.note}</span> : null}
        {props.aside ? <div class="aside">{props.aside}</div> : null}
      </header>
      {props.flush ? props.children : <div class="body">{props.children}</div>}
    </section>
  );
}
