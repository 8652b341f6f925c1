import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDayShort } from '../../wording/format.ts';
import { Mark, type MarkName } from './mark.tsx';

/** Standing of one duty as pages show it. Days count working days. */
export type StateFact =
  | { is: 'notDue' }
  | { is: 'due'; days: number }
  | { is: 'overdue'; days: number }
  | { is: 'draft' }
  | { is: 'waiting' }
  | { is: 'returned'; awaits?: number }
  | { is: 'extended'; to: Day }
  | { is: 'accepted' }
  | { is: 'onTime' }
  | { is: 'late'; days: number }
  | { is: 'sent' }
  | { is: 'waived' }
  | { is: 'suspended' }
  | { is: 'locked' }
  | { is: 'unreachable' }
  | { is: 'letter' }
  | { is: 'notApplicable' }
  | { is: 'noEvidence' };

export type Tone =
  | 'none'
  | 'due'
  | 'overdue'
  | 'waiting'
  | 'returned'
  | 'extended'
  | 'done'
  | 'late'
  | 'unreachable'
  | 'plain'
  | 'question';

const LOOK: Record<StateFact['is'], { tone: Tone; mark: MarkName }> = {
  notDue: { tone: 'none', mark: 'ring' },
  due: { tone: 'due', mark: 'clock' },
  overdue: { tone: 'overdue', mark: 'warning' },
  draft: { tone: 'waiting', mark: 'half' },
  waiting: { tone: 'waiting', mark: 'half' },
  returned: { tone: 'returned', mark: 'back' },
  extended: { tone: 'extended', mark: 'forward' },
  accepted: { tone: 'done', mark: 'tick' },
  onTime: { tone: 'done', mark: 'tick' },
  late: { tone: 'late', mark: 'tickRing' },
  sent: { tone: 'done', mark: 'tick' },
  waived: { tone: 'plain', mark: 'struck' },
  suspended: { tone: 'plain', mark: 'pause' },
  locked: { tone: 'plain', mark: 'lock' },
  unreachable: { tone: 'unreachable', mark: 'struck' },
  letter: { tone: 'plain', mark: 'sheet' },
  notApplicable: { tone: 'plain', mark: 'struck' },
  noEvidence: { tone: 'question', mark: 'question' },
};

/** The word of a state. Example: overdue by 2 → "quá 2 ngày". */
export function stateWord(state: StateFact): string {
  switch (state.is) {
    case 'notDue':
      return 'chưa đến hạn';
    case 'due':
      return state.days === 0 ? 'đến hạn hôm nay' : `còn ${state.days} ngày`;
    case 'overdue':
      return `quá ${state.days} ngày`;
    case 'draft':
      return 'chờ lãnh đạo xác nhận';
    case 'waiting':
      return 'chờ duyệt';
    case 'returned':
      return state.awaits === undefined ? 'trả lại' : `trả lại, chờ bản ${state.awaits}`;
    case 'extended':
      return `gia hạn đến ${formatDayShort(state.to)}`;
    case 'accepted':
      return 'đã duyệt';
    case 'onTime':
      return 'đúng hạn';
    case 'late':
      return `trễ ${state.days} ngày`;
    case 'sent':
      return 'đã gửi';
    case 'waived':
      return 'miễn';
    case 'suspended':
      return 'tạm dừng tính ngày';
    case 'locked':
      return 'đã khóa';
    case 'unreachable':
      return 'chưa liên lạc được';
    case 'letter':
      return 'có văn bản';
    case 'notApplicable':
      return 'không áp dụng';
    case 'noEvidence':
      return 'chưa có bằng chứng';
  }
}

export function stateTone(state: StateFact): Tone {
  return LOOK[state.is].tone;
}

export function stateMark(state: StateFact): MarkName {
  return LOOK[state.is].mark;
}

/** Mark, word and colour of a state; without the colour nothing is lost. `word` replaces the usual word. */
export function StateTag(props: { state: StateFact; word?: string; asPrint?: boolean }): JSX.Element {
  const look = LOOK[props.state.is];
  return (
    <span class={`tag ${look.tone}${props.asPrint ? ' as-print' : ''}`}>
      <Mark name={look.mark} />
      <span>{props.word ?? stateWord(props.state)}</span>
    </span>
  );
}
