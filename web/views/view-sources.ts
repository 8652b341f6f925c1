import type { RunningReader } from '../../client/running.ts';
import type { Day } from '../../domain/calendar/instant.ts';
import type { StatusView } from '../pages/status.tsx';
import type { DeskSources } from './desk.ts';
import type { Compose, Recipients } from './message-lines.ts';

/** What the views need beside the facts of the desk; put together in worker. */
export interface ViewSources extends DeskSources {
  running: RunningReader;
  /** Who gets a notice: the rule that sending uses. */
  recipients: Recipients;
  compose: Compose;
  trial: boolean;
  /** False: letters stay in the outbox, and every page says so. */
  mailConfigured: boolean;
  /** First day of a reorganisation that is not yet applied; null = none known. */
  notYetAppliedFrom: Day | null;
  /** Whether an agency can hold posts: a central body, or an unlisted group, cannot. */
  acts(agency: string): boolean;
  /** Parts of the house that only the program itself knows, such as the Temporal server. */
  parts(): Promise<StatusView['parts']>;
}
