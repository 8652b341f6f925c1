import type { NoticeKind } from './notice.ts';

/** Kinds that the next one repairs; any other is worse lost than said twice. */
export const PURE_REMINDERS: readonly NoticeKind[] = [
  'reminder',
  'confirmReminder',
  'reviewReminder',
  'extensionReminder',
  'obstacleReminder',
];
