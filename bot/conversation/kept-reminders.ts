import { KEPT_HINT, keptNote, keptTitle } from '../../wording/dialogue/common.ts';
import { deadlineValue, shortBasis } from '../../wording/dialogue/item.ts';
import type { Reply, WorkItem } from '../dialogue/types.ts';
import type { KeptReminder } from './ports.ts';

/** Reminders that were kept for somebody and still stand, one numbered list, newest first; null where none is his. */
export function keptReminders(reminders: KeptReminder[], items: WorkItem[]): Reply | null {
  const rows = reminders.flatMap(({ obligation, at }) => {
    const item = items.find((each) => each.kind === 'owed' && each.obligation === obligation);
    if (item?.kind !== 'owed') return [];
    return [
      { label: `${shortBasis(item.basis)}: ${item.title}`, value: deadlineValue(item.deadline), note: keptNote(at) },
    ];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'info',
    title: keptTitle(rows.length),
    lines: [],
    rows: rows.map((row, index) => ({ n: index + 1, ...row })),
    hint: KEPT_HINT,
  };
}
