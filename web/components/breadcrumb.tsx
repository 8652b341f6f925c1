import type { JSX } from 'hono/jsx/jsx-runtime';

/** Where the page stands. The last part is the page itself and has no address. */
export function Breadcrumb({ parts }: { parts: { label: string; href?: string }[] }): JSX.Element {
  return (
    <nav class="crumbs" aria-label="Vị trí của trang">
      <ol>
        {parts.map((part) => (
          <li>{part.href === undefined ? part.label : <a href={part.href}>{part.label}</a>}</li>
        ))}
      </ol>
    </nav>
  );
}
