import { fold } from '../../wording/fold.ts';

/** A word that works at every question. */
export type Word =
  | { word: 'menu' | 'help' | 'back' | 'skip' | 'pause' | 'resume' | 'send' | 'human' }
  /** `line` is the number behind "sửa", null without one. */
  | { word: 'fix'; line: number | null };

/** A word that starts something, where no free text is awaited. */
export type Shortcut = 'extension' | 'obstacle';

const WORDS: Record<Exclude<Word['word'], 'fix'>, string[]> = {
  menu: ['viec', 'menu', 'viec cua toi', 'danh sach', 'danh sach viec'],
  help: ['tro giup', 'huong dan', 'help', '?'],
  back: ['lai', 'quay lai', 'cau truoc'],
  skip: ['bo qua'],
  pause: ['tam dung'],
  resume: ['tiep', 'tiep tuc'],
  send: ['gui'],
  human: ['nguoi', 'gap nguoi', 'goi nguoi'],
};

const SHORTCUTS: Record<Shortcut, string[]> = {
  extension: ['gia han', 'xin gia han'],
  obstacle: ['kho khan', 'vuong mac', 'bao kho khan', 'bao vuong mac', 'bao kho khan, vuong mac'],
};

/** The word that a whole message is, with or without marks; null when it is something else. Example: "VIỆC" → menu. */
export function wordOf(text: string): Word | null {
  const folded = fold(text);
  const fix = /^sua(?: (?:cau )?(\d{1,3}))?$/.exec(folded);
  if (fix) return { word: 'fix', line: fix[1] === undefined ? null : Number(fix[1]) };
  for (const word in WORDS) {
    const known = word as keyof typeof WORDS;
    if (WORDS[known].includes(folded)) return { word: known };
  }
  return null;
}

export function shortcutOf(text: string): Shortcut | null {
  const folded = fold(text);
  if (SHORTCUTS.extension.includes(folded)) return 'extension';
  return SHORTCUTS.obstacle.includes(folded) ? 'obstacle' : null;
}

/** The number that a whole message is, such as "2" or "2."; null otherwise. Four digits at most: longer is never a choice. */
export function choiceNumber(text: string): number | null {
  const folded = fold(text);
  return /^\d{1,4}$/.test(folded) ? Number(folded) : null;
}
