import type { LetterBox, ReceivedLetter } from '../../mail/ports.ts';

/** Letters kept in memory, in the order in which they came. */
export function memoryBox(): LetterBox & { letters: ReceivedLetter[] } {
  const letters: ReceivedLetter[] = [];
  return {
    letters,
    keep: async (letter) => {
      letters.push(letter);
    },
  };
}
