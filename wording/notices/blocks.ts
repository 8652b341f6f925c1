/** The parts a message is made of, in the order in which they stand; drawn as plain text and as HTML. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A framed part: its title, somebody's words, or lines that may be numbered. */
  | { kind: 'box'; title: string; lines: string[]; numbered?: boolean; quote?: string }
  | { kind: 'answers'; title: string; options: string[]; hint: string | null; link: string | null }
  | { kind: 'foot'; title: string; lines: string[]; codes: string[] };
