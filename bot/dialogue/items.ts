import type { Field } from '../../domain/form/form.ts';
import type {
  ConfirmItem,
  DialogueContext,
  ObstacleAnswerItem,
  ObstacleItem,
  OpenQuestion,
  OwedItem,
  PartsOfferFacts,
  Request,
  WorkItem,
} from './types.ts';

/** An item in which a report is written: an agency's own duty, or its head's draft. */
export type ReportItem = OwedItem | ConfirmItem;

/** Items about one obligation: all but obstacles. */
export type ObligationItem = Exclude<WorkItem, ObstacleItem | ObstacleAnswerItem>;

export function itemOf(context: DialogueContext, key: string): WorkItem | null {
  return context.items.find((item) => item.key === key) ?? null;
}

export function reportItemOf(context: DialogueContext, obligation: string): ReportItem | null {
  for (const item of context.items) {
    if ((item.kind === 'owed' || item.kind === 'confirm') && item.obligation === obligation) return item;
  }
  return null;
}

export function isAboutObligation(item: WorkItem): item is ObligationItem {
  return item.kind !== 'obstacle' && item.kind !== 'obstacleAnswer';
}

/** The version that stands, 0 while nothing was submitted. */
export function submittedVersion(item: ReportItem): number {
  return item.kind === 'confirm' ? item.version : (item.submitted?.version ?? 0);
}

/** True while the person himself is awaited; a submitted or suspended duty is listed, but does not wait. */
export function isWaiting(item: WorkItem): boolean {
  if (item.kind !== 'owed') return true;
  if (item.state === 'submitted') return item.report.closesByLetter;
  return item.state !== 'suspended';
}

/** What waits first, in the caller's order, then the rest. */
export function listed(context: DialogueContext): WorkItem[] {
  return [...context.items.filter(isWaiting), ...context.items.filter((item) => !isWaiting(item))];
}

/** Which report a question belongs to; null where it belongs to none. */
export function obligationOf(open: OpenQuestion): string | null {
  return 'obligation' in open ? open.obligation : null;
}

/** Which item a question belongs to; null where it belongs to none. */
export function keyOf(open: OpenQuestion): string | null {
  return 'key' in open ? open.key : null;
}

/** The item that a request is about, as the list shows it now. */
export function itemOfRequest(context: DialogueContext, request: Request): WorkItem | null {
  for (const item of context.items) {
    if ('obligation' in request && isAboutObligation(item) && item.obligation === request.obligation) return item;
    if ('obstacle' in request && !isAboutObligation(item) && item.obstacle === request.obstacle) return item;
  }
  return null;
}

/** Parts of others that were accepted for the measure of a field. */
export function givenFor(field: Field, item: ReportItem | null): { agency: string; text: string }[] {
  return item?.report.given?.[field.about.measure ?? ''] ?? [];
}

/** What the lead may ask for now, and of whom for one measure; null when that is over. */
export function offerOf(
  context: DialogueContext,
  key: string,
  measure: string,
): { item: OwedItem; offer: PartsOfferFacts; agencies: PartsOfferFacts['measures'][number]['agencies'] } | null {
  const item = itemOf(context, key);
  const offer = item?.kind === 'owed' ? (item.parts?.offer ?? null) : null;
  const found = offer?.measures.find((each) => each.measure === measure);
  return item?.kind === 'owed' && offer !== null && found !== undefined
    ? { item, offer, agencies: found.agencies }
    : null;
}
