import type { z } from 'zod';
import { issueProblems } from './issue-sentence.ts';
import type { FileProblem } from './plan-file-error.ts';
import type { YamlSource } from './yaml-source.ts';

/** Proves the shape of a file. Every issue becomes a problem at its place; null when there is one. */
export function parseSource<T>(source: YamlSource, schema: z.ZodType<T>): { value: T | null; problems: FileProblem[] } {
  if (source.problems.length > 0) return { value: null, problems: source.problems };
  const parsed = schema.safeParse(source.data, { reportInput: true });
  if (parsed.success) return { value: parsed.data, problems: [] };
  return { value: null, problems: parsed.error.issues.flatMap((issue) => issueProblems(issue, source, schema)) };
}
