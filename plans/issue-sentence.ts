import { z } from 'zod';
import { vi } from 'zod/locales';
import { nearest } from './nearest.ts';
import type { FileProblem } from './plan-file-error.ts';
import type { DataPath, YamlSource } from './yaml-source.ts';

z.config(vi());

const TYPES: Record<string, string> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một bảng khóa: giá trị',
  record: 'một bảng khóa: giá trị',
  null: 'null',
};

type Issue = z.core.$ZodIssue;

/** A zod issue as Vietnamese sentences, each at its place: unknown keys at the key, a missing key at its parent. */
export function issueProblems(issue: Issue, source: YamlSource, schema: z.ZodType, base: DataPath = []): FileProblem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      source.atKey(path, key, `khóa "${key}" không có trong lược đồ${meant(key, schema)}`),
    );
  }
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.find((branch) =>
      branch.some((each) => each.path.length > 0 || each.code !== 'invalid_type'),
    );
    if (inner) return inner.flatMap((each) => issueProblems(each, source, schema, path));
    return [source.at(path, 'phải là chữ, hoặc một bảng khóa: giá trị')];
  }
  if (issue.code === 'invalid_key') return [source.at(path, 'tên khóa không hợp lệ')];
  if (isMissing(issue)) return [source.at(path, `thiếu khóa "${String(path.at(-1) ?? '')}"`)];
  return [source.at(path, sentence(issue))];
}

function isMissing(issue: Issue): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined;
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `phải là ${TYPES[issue.expected] ?? issue.expected}, đang là ${written(issue.input)}`;
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}; đang là ${written(issue.input)}`;
    case 'too_small':
      if (issue.origin === 'string') return 'không được để trống';
      if (issue.origin === 'array') return 'phải có ít nhất một mục';
      return `phải từ ${issue.minimum} trở lên, đang là ${written(issue.input)}`;
    case 'too_big':
      return `không được quá ${issue.maximum}, đang là ${written(issue.input)}`;
    case 'invalid_format':
      return `${written(issue.input)} ${badFormat(issue.format, issue.message)}`;
    default:
      return issue.message;
  }
}

function badFormat(format: string, message: string): string {
  if (format === 'date') return 'không phải một ngày có thật, viết dạng NNNN-TT-NG';
  return format === 'email' ? 'không phải một địa chỉ thư điện tử' : message;
}

function written(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'một danh sách';
  return typeof input === 'object' ? 'một bảng khóa: giá trị' : `"${String(input)}"`;
}

function meant(key: string, schema: z.ZodType): string {
  const [found] = nearest(key, keysOf(z.toJSONSchema(schema, { unrepresentable: 'any' })));
  return found === undefined ? '' : `; có phải "${found}"?`;
}

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}
