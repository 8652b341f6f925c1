import type { RoundRecord, StoredNotice } from './ports.ts';

/**
 * True where what a notice would ask for was done, moved or stopped between its decision and its slot: nobody is reminded
 * of what he has done. Notices that report something are never overtaken.
 */
export function isOvertaken(notice: StoredNotice, round: RoundRecord | undefined): boolean {
  const found = round?.obligations.find(({ agency }) => agency === notice.about);
  if (found === undefined || notice.deadline === null) return false;
  const { state, phase, closing } = found;
  switch (notice.kind) {
    case 'reminder':
    case 'escalation':
    case 'leadershipRepeat':
    case 'leadershipHandover': {
      const owing = phase === 'open' || (phase === 'submitted' && closing === 'letter');
      const current = state.deadlines.at(-1)?.number === notice.deadline;
      return !owing || !current || state.suspendedSince !== null || answered(notice, state.leadership);
    }
    case 'confirmRequest':
    case 'confirmReminder':
      return state.draftSince === null;
    case 'reviewRequest':
    case 'reviewReminder':
      return state.review === null;
    case 'extensionRequested':
    case 'extensionReminder':
      return state.extensionRequest === null;
    default:
      return false;
  }
}

function answered(notice: StoredNotice, leadership: { answered: boolean } | null): boolean {
  const asksAgain = notice.kind === 'leadershipRepeat' || notice.kind === 'leadershipHandover';
  return asksAgain && leadership?.answered === true;
}
