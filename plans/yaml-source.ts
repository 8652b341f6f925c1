import { readFileSync } from 'node:fs';
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FileProblem } from './plan-file-error.ts';

/** A path into YAML data: keys and indexes from the top. */
export type DataPath = readonly PropertyKey[];

/** A YAML file that remembers where each value stands. */
export interface YamlSource {
  file: string;
  /** What was read, before any shape was proved; undefined when the YAML itself is broken. */
  data: unknown;
  /** What is wrong with the YAML itself. */
  problems: FileProblem[];
  /** A problem at a value, or at the nearest value around it that exists. */
  at(path: DataPath, text: string): FileProblem;
  /** A problem at a key of the map at `path`. */
  atKey(path: DataPath, key: string, text: string): FileProblem;
}

/** Reads a YAML file, composed to NFC; days stay texts. A file that cannot be read is a problem like any other. */
export function readYaml(file: string): YamlSource {
  const lines = new LineCounter();
  const text = textOf(file);
  const document = parseDocument(text ?? '', { schema: 'core', lineCounter: lines });
  const problem = (offset: number, path: DataPath, sentence: string): FileProblem => {
    const { line, col } = lines.linePos(offset);
    return {
      file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      path: path.map(String).join('.'),
      text: sentence,
    };
  };
  const problems = tellable(document).map(({ code, pos }) => problem(pos[0], [], brokenYaml(code)));
  if (text === null) problems.push(problem(0, [], 'không mở được tệp này'));
  return {
    file,
    data: problems.length > 0 ? undefined : document.toJS(),
    problems,
    at: (path, sentence) => problem(nearestNode(document, path)?.range?.[0] ?? 0, path, sentence),
    atKey: (path, key, sentence) => problem(keyNode(document, path, key)?.range?.[0] ?? 0, [...path, key], sentence),
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').normalize('NFC');
  } catch {
    return null;
  }
}

/** Repeated keys, each; of anything else only the first, for what follows it is an echo. */
function tellable({ errors }: Document): Document['errors'] {
  const first = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  return errors.filter((error) => error.code === 'DUPLICATE_KEY' || error === first);
}

function brokenYaml(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'khóa này đã ghi ở trên, mỗi khóa chỉ ghi một lần';
  return `không đọc được YAML (${code}): xem lại thụt lề, dấu hai chấm và dấu nháy`;
}

function nearestNode(document: Document, path: DataPath): Node | null {
  let node = resolved(document, document.contents);
  for (const key of path) {
    const inner = childOf(document, node, key);
    if (inner === null) break;
    node = inner;
  }
  return node;
}

function childOf(document: Document, node: Node | null, key: PropertyKey): Node | null {
  if (isMap(node)) return resolved(document, node.items.find((pair) => nameOf(pair.key) === String(key))?.value);
  if (isSeq(node)) return resolved(document, node.items[Number(key)]);
  return null;
}

function keyNode(document: Document, path: DataPath, key: string): Node | null {
  const map = nearestNode(document, path);
  if (!isMap(map)) return map;
  const found = map.items.find((pair) => nameOf(pair.key) === key)?.key;
  return isNode(found) ? found : map;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function resolved(document: Document, node: unknown): Node | null {
  if (isAlias(node)) return node.resolve(document) ?? null;
  return isNode(node) ? node : null;
}
