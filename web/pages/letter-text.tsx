import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** One block of a letter, read from its plain text. */
export type LetterBlock =
  | { is: 'paragraph'; lines: string[] }
  | { is: 'numbers'; lines: string[] }
  | { is: 'quoted'; lines: string[] }
  | { is: 'rule' };

/** Splits a letter's plain text at its empty lines: "> " quotes, "1. " numbers, "---" is a line. */
export function letterBlocks(text: string): LetterBlock[] {
  return text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const lines = part.split('\n');
      if (lines.every((line) => /^[-_=–—]{2,}\s*$/.test(line))) return { is: 'rule' };
      if (lines.every((line) => line.startsWith('>'))) {
        return { is: 'quoted', lines: lines.map((line) => line.replace(/^>\s?/, '')) };
      }
      if (lines.every((line) => /^\d+\.\s/.test(line))) return { is: 'numbers', lines };
      return { is: 'paragraph', lines };
    });
}

const ADDRESS = /(https?:\/\/[^\s<>"”)]+[^\s<>"”).,;:])/;

function withLinks(line: string): Child[] {
  return line.split(ADDRESS).map((part) => (ADDRESS.test(part) ? <a href={part}>{part}</a> : part));
}

function Lines({ lines }: { lines: string[] }): JSX.Element {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {withLinks(line)}
        </>
      ))}
    </>
  );
}

function Block({ block }: { block: LetterBlock }): JSX.Element {
  switch (block.is) {
    case 'rule':
      return <hr class="rule" />;
    case 'numbers':
      return (
        <ol class="steps">
          {block.lines.map((line) => (
            <li>{withLinks(line.replace(/^\d+\.\s/, ''))}</li>
          ))}
        </ol>
      );
    case 'quoted':
      return (
        <blockquote class="quoted">
          <p>
            <Lines lines={block.lines} />
          </p>
        </blockquote>
      );
    case 'paragraph':
      return (
        <p>
          <Lines lines={block.lines} />
        </p>
      );
  }
}

/** A letter, readable. */
export function LetterText({ text }: { text: string }): JSX.Element {
  return (
    <>
      {letterBlocks(text).map((block) => (
        <Block block={block} />
      ))}
    </>
  );
}
