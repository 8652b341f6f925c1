import type { NoticeLinks } from '../../activities/ports.ts';

/** There are no pages in a rehearsal; an address of its own keeps one matter apart from another. */
export const REHEARSAL_LINKS: NoticeLinks = {
  obligation: (key) => `rehearsal:obligation/${key}`,
  opinion: (key) => `rehearsal:opinion/${key}`,
  obstacle: (id) => `rehearsal:obstacle/${id}`,
  round: (id) => `rehearsal:${id}`,
};
