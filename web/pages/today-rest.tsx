import type { JSX } from 'hono/jsx/jsx-runtime';

/** Rows that a list of Hôm nay shows until all are asked for: more than any one reads in a day, few enough for a phone. */
const SHOWN = 100;

/** What a list shows at first, or all of it. */
export function shownOf<Item>(items: Item[], whole: boolean): Item[] {
  return whole ? items : items.slice(0, SHOWN);
}

/** How many more there are, and the way to them; `id` = the list's anchor, `days` as asked of the page. */
export function Rest(props: { of: unknown[]; whole: boolean; id: string; days: number }): JSX.Element | null {
  const more = props.of.length - shownOf(props.of, props.whole).length;
  if (more === 0) return null;
  return (
    <p class="rest">
      Còn {more} việc nữa. <a href={`/?ngay=${props.days}&tat-ca=1#${props.id}`}>Xem tất cả</a>
    </p>
  );
}
