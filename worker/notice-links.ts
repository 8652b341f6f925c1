import type { NoticeLinks } from '../activities/ports.ts';
import { hrefObligation, hrefObstacle, hrefOpinion, hrefRound } from '../web/href.ts';

/** Full addresses of the pages that answer a notice. */
export function noticeLinks(url: string): NoticeLinks {
  return {
    obligation: (key) => `${url}${hrefObligation(key)}`,
    opinion: (key) => `${url}${hrefOpinion(key)}`,
    obstacle: (id) => `${url}${hrefObstacle(id)}`,
    round: (id) => `${url}${hrefRound(id)}`,
  };
}
