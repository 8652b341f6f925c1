/** A file that goes with a letter. */
export interface Enclosure {
  /** As the recipient sees it, with its ending. */
  name: string;
  /** Media type, with its parameters but for the character set, which is UTF-8. */
  type: string;
  content: string;
}
