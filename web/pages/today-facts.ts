import type { Day, Instant } from '../../domain/calendar/instant.ts';
import type { KeptFact } from '../components/box.tsx';
import type { LadderFact } from '../components/ladder.tsx';
import type { ShareFact } from '../components/share-bar.tsx';
import type { StateFact } from '../components/state-tag.tsx';
import type { BasisFact } from './basis.tsx';

/** What a person must do, and about which text. `report` is "báo cáo năm …". */
export type WaitingAct =
  | { is: 'review'; report: string; version: number; receivedOn: Day }
  | { is: 'extension'; to: Day; reason: string }
  /** `parts` says how the parts of others stand; null where none was asked for. */
  | { is: 'report'; report: string; deadline: number; parts?: string | null }
  | { is: 'confirm'; report: string; version: number }
  | { is: 'sending'; report: string }
  | { is: 'onBehalf'; report: string; version: number }
  | { is: 'obstacle'; text: string }
  | { is: 'obstacleAnswered'; text: string }
  | { is: 'opinion'; report: string }
  /** `name` is "sơ kết giai đoạn …". */
  | { is: 'conclusion'; plan: string; review: string; name: string }
  | { is: 'targetBasis'; plan: string; targets: string[] };

export interface WaitingFact {
  act: WaitingAct;
  /** Obligation key; for the two obstacle acts the obstacle's id. */
  key: string;
  agency: string;
  basis: BasisFact;
  /** The clock of the one who must act. `dayNumber` = which working day of his time this is; null where not counted. */
  mine: { state: StateFact; lastDay: Day; dayNumber: number | null };
}

export interface OverdueFact {
  key: string;
  agency: string;
  basis: BasisFact;
  lastDay: Day;
  /** Working days past. */
  days: number;
  /** One fact below the mark: "có đề nghị gia hạn". */
  note: string | null;
  unreachable: boolean;
  /** Whom to call and whose address to mend where nothing reaches; null elsewhere. */
  call?: { phone: string | null; person: string | null } | null;
  ladder: LadderFact;
}

export interface DueFact {
  key: string;
  on: Day;
  days: number;
  /** "Báo cáo năm …". */
  title: string;
  deadline: number;
  agency: string;
  basis: BasisFact;
  state: StateFact;
}

export interface UnreachableFact {
  /** The person whom nothing reaches; null where the post is empty. */
  person: string | null;
  name: string;
  agency: string;
  /** "thư bị trả về ngày 04/11, chưa mở chat web". */
  why: string;
  phone: string | null;
}

export interface PlanShareFact {
  plan: string;
  /** Short kind and number, "KH …/KH-UBND". */
  name: string;
  issuedOn: Day | null;
  rounds: { round: string; title: string; agencies: number; lastDay: Day; shares: ShareFact[] }[];
  consolidation: {
    key: string;
    /** "UBND tỉnh". */
    to: string;
    /** As the plan prints it: "trước ngày 20/11"; null where it prints no day. */
    printed: string | null;
    lastDay: Day;
    daysLeft: number;
    received: number;
    of: number;
  } | null;
}

/** The page Hôm nay of one person, filtered by what he may see. */
export interface TodayView {
  at: Instant;
  /** Newest first. */
  kept: KeptFact[];
  /** The last slot in which messages left; null before the first. */
  morning: { at: Instant; people: number; reached: number } | null;
  /** What came since the person's last visit: things that wait for him, and messages to him; null on his first. */
  since: { at: Instant; reports: number; extensionRequests: number; obstacles: number; messages: number } | null;
  /** Working days that the list of due things reaches. */
  days: number;
  /** In order of the reader's own deadline. */
  waiting: WaitingFact[];
  overdue: OverdueFact[];
  due: DueFact[];
  unreachable: UnreachableFact[];
  plans: PlanShareFact[];
  /** What leaves at the next milestone, one line a message; null when nothing is planned. */
  next: { at: Instant; messages: string[] } | null;
}
