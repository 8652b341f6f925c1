import type { DocumentTyped } from '../commands.ts';
import type { FieldSpec, ReadValues } from './act.ts';

/** Number and day of the document behind an act, both compulsory. */
export function documentFields(what: string, hint?: string): FieldSpec[] {
  return [
    { name: 'so-van-ban', label: `Số ${what}`, kind: 'line', hint: hint ?? 'Như in trên văn bản, ví dụ: 12/SKHCN-TĐC' },
    { name: 'ngay-van-ban', label: `Ngày ${what}`, kind: 'day' },
  ];
}

export function documentOf(read: ReadValues): DocumentTyped {
  return { number: read.text('so-van-ban'), day: read.day('ngay-van-ban') };
}
