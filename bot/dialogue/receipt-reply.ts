import { fullBasis } from '../../wording/dialogue/item.ts';
import {
  AMEND_HINT,
  doneLine,
  ladderLine,
  OBLIGATION_LABEL,
  RECEIPT_LABEL,
  RECEIPT_LABELS,
  receiptAbout,
  receiptAt,
  receiptTitle,
  standingLine,
  toldLine,
} from '../../wording/dialogue/receipt.ts';
import { isAboutObligation, itemOfRequest } from './items.ts';
import type { Basis, DialogueContext, DialogueState, Outcome, Receipt, Reply, Request } from './types.ts';

/** What was recorded, under its number: when, for what, what it is worth, who is told. */
export function receiptReply(
  state: DialogueState,
  of: Request,
  outcome: Extract<Outcome, { kind: 'done' }>,
  context: DialogueContext,
): Reply {
  const done = of.kind === 'submit' ? [] : [doneLine(factsOf(of))];
  const { receipt } = outcome;
  if (receipt === undefined) return { kind: 'info', lines: done.length === 0 ? [doneLine({ kind: '' })] : done };
  const amend = of.kind === 'submit' ? { hint: AMEND_HINT } : {};
  return {
    kind: 'receipt',
    title: receiptTitle(receipt.number),
    lines: done,
    fields: fieldsOf(receipt, subjectOf(state, of, context), of, context),
    links: [
      ...(receipt.number === null ? [] : [{ to: 'receipt' as const, number: receipt.number, label: RECEIPT_LABEL }]),
      ...('obligation' in of
        ? [{ to: 'obligation' as const, obligation: of.obligation, label: OBLIGATION_LABEL }]
        : []),
    ],
    ...amend,
  };
}

function fieldsOf(
  receipt: Receipt,
  subject: { title: string; basis: Basis } | null,
  of: Request,
  context: DialogueContext,
): { label: string; value: string }[] {
  const fields: NonNullable<Reply['fields']> = [{ label: RECEIPT_LABELS.at, value: receiptAt(receipt.at) }];
  if (subject !== null) {
    const about = receiptAbout(subject.title, fullBasis(subject.basis), receipt.version ?? null);
    fields.push({ label: RECEIPT_LABELS.about, value: about });
  }
  fields.push({ label: RECEIPT_LABELS.agency, value: context.person.agency });
  if (receipt.standing !== undefined) {
    const value = standingLine(receipt.standing, receipt.confirmer ?? null);
    fields.push({ label: RECEIPT_LABELS.standing, value });
  }
  if (receipt.told.length > 0) {
    const value = receipt.told.map(({ who, at }) => toldLine(who, at, context.now)).join(' ');
    fields.push({ label: RECEIPT_LABELS.told, value });
  }
  if (of.kind === 'submit') fields.push({ label: RECEIPT_LABELS.ladder, value: ladderLine(receipt.stopped) });
  return fields;
}

/** What an act was about: as the list shows it, else as the draft remembers it. */
function subjectOf(
  state: DialogueState,
  of: Request,
  context: DialogueContext,
): { title: string; basis: Basis } | null {
  const item = itemOfRequest(context, of);
  if (item !== null && isAboutObligation(item)) return item;
  return 'obligation' in of ? (state.drafts[of.obligation] ?? null) : null;
}

function factsOf(of: Request): { kind: string; day?: string; version?: number; number?: string } {
  return {
    kind: of.kind,
    ...('day' in of ? { day: of.day } : {}),
    ...('version' in of ? { version: of.version } : {}),
    ...('letter' in of ? { number: of.letter.number } : {}),
  };
}
