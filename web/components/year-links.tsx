import type { JSX } from 'hono/jsx/jsx-runtime';

/** The years of a page, each a link; `label` says what they are years of. */
export function YearLinks(props: {
  label: string;
  years: number[];
  /** The year that the page shows. */
  year: number;
  href: (year: number) => string;
}): JSX.Element {
  return (
    <nav aria-label={props.label}>
      <ul class="filters years">
        {props.years.map((year) => (
          <li>
            <a href={props.href(year)} aria-current={year === props.year ? 'true' : undefined}>
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
