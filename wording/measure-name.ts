import { measureText } from '../domain/plan/clause-text.ts';

/** A measure inside a sentence. Example: 2.1, KH 57 → nhiệm vụ 2.1 của KH 57. */
export function measureName(no: string, planShortName: string): string {
  return `${measureText(no)} của ${planShortName}`;
}
