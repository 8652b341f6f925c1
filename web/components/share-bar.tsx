import type { JSX } from 'hono/jsx/jsx-runtime';
import { Mark, type MarkName } from './mark.tsx';

/** How many agencies of a round stand where. */
export interface ShareFact {
  is: 'accepted' | 'waiting' | 'draft' | 'returned' | 'extended' | 'overdue' | 'open';
  count: number;
}

const LOOK: Record<ShareFact['is'], { css: string; mark: MarkName; word: string }> = {
  accepted: { css: 'done', mark: 'tick', word: 'đã duyệt' },
  waiting: { css: 'waiting', mark: 'half', word: 'chờ duyệt' },
  draft: { css: 'draft', mark: 'half', word: 'chờ lãnh đạo xác nhận' },
  returned: { css: 'returned', mark: 'back', word: 'trả lại' },
  extended: { css: 'extended', mark: 'forward', word: 'gia hạn' },
  overdue: { css: 'overdue', mark: 'warning', word: 'quá hạn' },
  open: { css: 'open', mark: 'ring', word: 'chưa đến hạn' },
};

/** One bar with its numbers inside and the same numbers in words below. Shares of zero are left out. */
export function ShareBar({ shares }: { shares: ShareFact[] }): JSX.Element {
  const shown = shares.filter((share) => share.count > 0);
  return (
    <>
      <div class="share" aria-hidden="true">
        {shown.map((share) => (
          <span class={`${LOOK[share.is].css} grow-${Math.min(share.count, 100)}`}>
            <b>{share.count}</b>
          </span>
        ))}
      </div>
      <p class="share-words">
        {shown.map((share, index) => (
          <>
            {index === 0 ? '' : ' · '}
            <Mark name={LOOK[share.is].mark} /> {LOOK[share.is].word} {share.count}
          </>
        ))}
      </p>
    </>
  );
}
