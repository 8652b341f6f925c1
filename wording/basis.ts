import type { Day } from '../domain/calendar/instant.ts';
import { formatDay } from './format.ts';

/** What names a signed plan; a `Plan` is one. */
export interface NamedDocument {
  documentKind: 'keHoach' | 'quyetDinh';
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  shortName: string;
}

/** A plan in a sentence. Example: Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh … */
export function documentText({ documentKind, number, issuedOn, issuer }: NamedDocument): string {
  const kind = documentKind === 'keHoach' ? 'Kế hoạch' : 'Quyết định';
  const of = number === null ? '' : ` số ${number}`;
  return `${kind}${of}${issuedOn === null ? '' : ` ngày ${formatDay(issuedOn)}`} của ${issuer}`;
}

/** A plan in a subject line: KH 54/KH-UBND; without a number, its short form. */
export function documentShort({ documentKind, number, shortName }: NamedDocument): string {
  return number === null ? shortName : `${documentKind === 'keHoach' ? 'KH' : 'QĐ'} ${number}`;
}

/** A clause in a list or a table, without the dash that only counts lines: IV.2.-2 → mục IV.2; IV.2.đ → mục IV.2.đ. */
export function clauseShort(clause: string): string {
  return `mục ${clause.replace(/\.-\d+$/, '')}`;
}
