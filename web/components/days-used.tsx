import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDayShort } from '../../wording/format.ts';

/** One stretch of working days and whose clock was running. `from` and `to` are its first and last day. */
export interface DaysUsedFact {
  whose: 'agency' | 'reviewer' | 'leadership' | 'suspended' | 'remaining';
  days: number;
  from: Day;
  to: Day;
}

const WORDS: Record<DaysUsedFact['whose'], string> = {
  agency: 'Cơ quan',
  reviewer: 'Người duyệt',
  leadership: 'Lãnh đạo',
  suspended: 'Tạm dừng',
  remaining: 'Còn lại',
};

/** Bars of agency (plain), reviewer (hatched), remaining (dashed), with the words below each. */
export function DaysUsed({ spans }: { spans: DaysUsedFact[] }): JSX.Element {
  return (
    <ol class="days-used">
      {spans.map((span) => (
        <li class={`${span.whose} grow-${Math.min(Math.max(span.days, 1), 100)}`}>
          <span class="bar">
            <b>{span.days} ngày</b>
          </span>
          <strong>{WORDS[span.whose]}</strong>
          {formatDayShort(span.from)}–{formatDayShort(span.to)}
        </li>
      ))}
    </ol>
  );
}

/** Sum of the working days of one party. */
export function daysOf(spans: DaysUsedFact[], whose: DaysUsedFact['whose']): number {
  return spans.filter((span) => span.whose === whose).reduce((sum, span) => sum + span.days, 0);
}
