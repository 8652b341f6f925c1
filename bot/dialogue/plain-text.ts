import type { Reply, ReplyLink } from './types.ts';

/** A reply as plain numbered text, for channels without cards. `address` gives the full address of a link. */
export function plainText(reply: Reply, address: (link: ReplyLink) => string): string {
  return [
    ...(reply.title === undefined ? [] : [reply.title]),
    ...reply.lines,
    ...(reply.rows ?? []).map(
      ({ n, label, value, note }) => `${n}. ${label}: ${value}${note === undefined ? '' : ` (${note})`}`,
    ),
    ...(reply.fields ?? []).map(({ label, value }) => `${label}: ${value}`),
    ...(reply.options ?? []).map(({ n, label }) => `${n} = ${label}`),
    ...(reply.hint === undefined ? [] : [reply.hint]),
    ...(reply.links ?? []).map((link) => `${link.label}: ${address(link)}`),
  ].join('\n');
}

/**
 * Cuts a text into messages of at most `limit` UTF-16 units, which is what channels count. Cuts stand at line ends,
 * else at spaces, else anywhere but inside a character with its marks.
 */
export function splitText(text: string, limit: number): string[] {
  const messages: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = cutBefore(rest, limit);
    messages.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...messages, rest].filter((message) => message !== '');
}

function cutBefore(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  const line = head.lastIndexOf('\n');
  if (line > 0) return line;
  const space = head.lastIndexOf(' ');
  if (space > 0) return space;
  let cut = 0;
  for (const { index } of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(head)) {
    if (index > limit) break;
    cut = index;
  }
  return cut > 0 ? cut : limit;
}
