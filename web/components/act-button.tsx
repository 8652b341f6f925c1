import type { JSX } from 'hono/jsx/jsx-runtime';
import { Hidden } from './field.tsx';

/** A way to an act: a link to its form, or, with `fields`, a form of its own that is posted at once. */
export interface ActButtonFact {
  label: string;
  href: string;
  primary: boolean;
  fields?: Record<string, string>;
}

export function ActButton({ button, about }: { button: ActButtonFact; about?: string }): JSX.Element {
  const css = `button${button.primary ? ' primary' : ''}`;
  const hidden = about === undefined ? null : <span class="sr">: {about}</span>;
  if (button.fields === undefined) {
    return (
      <a class={css} href={button.href}>
        {button.label}
        {hidden}
      </a>
    );
  }
  return (
    <form method="post" action={button.href}>
      {Object.entries(button.fields).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <button class={css} type="submit">
        {button.label}
        {hidden}
      </button>
    </form>
  );
}
