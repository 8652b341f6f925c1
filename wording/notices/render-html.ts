import { quoted } from '../format.ts';
import type { Block } from './blocks.ts';
import { LINK_LABEL } from './render-text.ts';

const FONT = '"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif';

/** A message as simple HTML: no images, no script, legible on a phone and on paper. */
export function renderHtml(blocks: Block[]): string {
  const body = blocks.map(part).join('\n');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:16px;background:#ffffff;color:#17212b;font:16px/1.5 ${escapeHtml(FONT)}">
<div style="max-width:720px">
${body}
</div></body></html>
`;
}

function part(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 style="font-size:19px;line-height:1.4;margin:24px 0 8px">${escapeHtml(block.text)}</h2>`;
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escapeHtml(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'box':
      return `<div style="margin:0 0 16px;padding:0 0 0 12px;border-left:4px solid #cfd6dc">${title(block.title)}${boxed(block)}</div>`;
    case 'answers':
      return `<div style="margin:0 0 16px">${title(block.title)}${list(block.options)}${
        block.link === null ? '' : button(block.link)
      }${block.hint === null ? '' : note(block.hint)}</div>`;
    case 'foot':
      return `<hr style="border:0;border-top:1px solid #6f7c88">${title(block.title)}${block.lines.map(note).join('')}${block.codes
        .map(
          (code) =>
            `<p style="margin:0 0 4px;color:#46535f;font:13px/1.4 monospace;overflow-wrap:anywhere">${escapeHtml(code)}</p>`,
        )
        .join('')}`;
  }
}

function title(text: string): string {
  return `<p style="margin:0 0 4px;font-weight:bold">${escapeHtml(text)}</p>`;
}

function boxed(block: Extract<Block, { kind: 'box' }>): string {
  const own = block.numbered
    ? list(block.lines)
    : block.lines.map((line) => `<p style="margin:0 0 4px">${escapeHtml(line)}</p>`).join('');
  return block.quote === undefined
    ? own
    : `${own}<p style="margin:0 0 4px;font-style:italic">${escapeHtml(quoted(block.quote))}</p>`;
}

function list(lines: string[]): string {
  return `<ol style="margin:0 0 8px;padding-left:24px">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ol>`;
}

function button(link: string): string {
  const style =
    'display:inline-block;padding:10px 16px;border-radius:4px;background:#0a4d80;color:#ffffff;font-weight:bold;text-decoration:none';
  return `<p style="margin:0 0 8px"><a href="${escapeHtml(link)}" style="${style}">${escapeHtml(LINK_LABEL)}</a></p>`;
}

function note(text: string): string {
  return `<p style="margin:0 0 4px;color:#46535f;font-size:14px">${escapeHtml(text)}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
