import type { RoundFacts } from '../../domain/machines/round.ts';
import type { TextRecord } from '../../store/desk-reader.ts';
import { askedByDocument } from '../../wording/plan-act.ts';

/** The document by which a round was asked outside the calendar: "theo văn bản số …"; null for the others. */
export function askedBy(
  { ref, urgent }: Pick<RoundFacts, 'ref' | 'urgent'>,
  texts: Map<string, TextRecord>,
): string | null {
  const document = texts.get(ref ?? '')?.facts.document;
  return typeof document === 'string' ? askedByDocument(document, urgent === true) : null;
}
