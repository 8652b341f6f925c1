import type { MeasureEnd, MeasureStatus } from '../../domain/form/form.ts';
import { fold } from '../../wording/fold.ts';

/**
 * The only phrases that decide a status, folded; everything else is asked back. Kept short on purpose:
 * "xong 80%" and "chưa xong" once passed for done (docs of fuzzy matching agree: never decide by likeness).
 */
const STATUS: Record<MeasureStatus, string[]> = {
  done: [
    'da thuc hien',
    'da thuc hien xong',
    'da xong',
    'da hoan thanh',
    'hoan thanh',
    'xong',
    'xong roi',
    'da xong roi',
  ],
  underWay: ['dang thuc hien', 'dang lam', 'dang trien khai'],
  notDone: ['chua thuc hien'],
  hindered: ['co kho khan, vuong mac', 'co kho khan', 'co vuong mac', 'kho khan', 'vuong mac', 'kho khan, vuong mac'],
};

const END: Record<MeasureEnd, string[]> = {
  completed: ['xac nhan hoan thanh', 'hoan thanh', 'da hoan thanh'],
  prolong: ['de nghi keo dai', 'xin keo dai', 'keo dai'],
  notCompleted: ['khong hoan thanh'],
};

/** Phrases that say there is nothing to tell, for the question on difficulties. */
const NOTHING = [
  'khong co',
  'khong',
  'khong co gi',
  'ko',
  'ko co',
  'khong co kho khan',
  'khong co kho khan, vuong mac',
  'khong co vuong mac',
];

/** The status that a text names exactly; null means: ask. Example: "Đã xong." → done; "xong 80%" → null. */
export function statusOf(text: string): MeasureStatus | null {
  return find(STATUS, fold(text));
}

/** The end that a text names exactly; null means: ask. */
export function endOf(text: string): MeasureEnd | null {
  return find(END, fold(text));
}

export function saysNothing(text: string): boolean {
  return NOTHING.includes(fold(text));
}

function find<Key extends string>(table: Record<Key, string[]>, folded: string): Key | null {
  for (const key in table) if (table[key].includes(folded)) return key;
  return null;
}
