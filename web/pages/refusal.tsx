import type { JSX } from 'hono/jsx/jsx-runtime';

/** A page that cannot be shown or an act that was not taken: what happened, and one way out. */
export interface RefusalPageProps {
  title: string;
  text: string;
  wayOut: { href: string; label: string };
}

export function RefusalPage(props: RefusalPageProps): JSX.Element {
  return (
    <>
      <h1>{props.title}</h1>
      <div class="box refused">
        <p>
          {props.text} Không có gì thay đổi. <a href={props.wayOut.href}>{props.wayOut.label}</a>
        </p>
      </div>
    </>
  );
}
