import { quoted } from '../format.ts';
import type { Block } from './blocks.ts';

/** A message as plain text; parts are divided by an empty line. */
export function renderText(blocks: Block[]): string {
  return `${blocks.map(part).join('\n\n')}\n`;
}

function part(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.text;
    case 'box':
      return [`${block.title}:`, ...lines(block)].join('\n');
    case 'answers':
      return [
        `${block.title}:`,
        ...block.options.map((option, index) => `${index + 1} ${option}`),
        ...(block.hint === null ? [] : [block.hint]),
        ...(block.link === null ? [] : [`${LINK_LABEL}: ${block.link}`]),
      ].join('\n');
    case 'foot':
      return ['---', block.title, ...block.lines, ...block.codes].join('\n');
  }
}

function lines(block: Extract<Block, { kind: 'box' }>): string[] {
  const own = block.lines.map((line, index) => (block.numbered ? `${index + 1}. ${line}` : line));
  return block.quote === undefined ? own : [...own, quoted(block.quote)];
}

export const LINK_LABEL = 'Trang của việc này';
