import { dayOf } from '../../domain/calendar/instant.ts';
import type { ReachRecord } from '../../store/desk-reader.ts';
import { formatDayShort } from '../../wording/format.ts';
import type { ChannelFact } from '../pages/directory.tsx';
import { channelName } from './channel-name.ts';
import type { Desk } from './desk.ts';

/** Which channel reaches whom, from the newest message on each. */
export interface Reach {
  channels(person: string): ChannelFact[];
  /** Something was sent and nothing reached him. */
  isUnreachable(person: string): boolean;
  /** "thư bị trả về ngày 04/11, chưa mở chat web"; null when some channel reaches him or none was tried. */
  why(person: string): string | null;
}

export async function loadReach(desk: Desk): Promise<Reach> {
  const [records, entered] = await Promise.all([desk.reader.reach(), desk.reader.entered()]);
  const newest = new Map(records.map((record) => [`${record.person} ${record.channel}`, record]));
  const of = (person: string): { channel: string; record: ReachRecord | null }[] =>
    (desk.roster.people.find(({ id }) => id === person)?.channels ?? []).map((channel) => ({
      channel,
      record: newest.get(`${person} ${channel}`) ?? null,
    }));
  const isOk = (person: string, channel: string, record: ReachRecord | null): boolean =>
    channel === 'webChat'
      ? (entered.get(person) ?? null) !== null
      : record?.status === 'sent' || record?.status === 'delivered';
  const isUnreachable = (person: string): boolean => {
    const channels = of(person);
    return (
      channels.some(({ record }) => record?.status === 'failed' || record?.status === 'held') &&
      !channels.some(({ channel, record }) => isOk(person, channel, record))
    );
  };
  return {
    isUnreachable,
    channels: (person) =>
      of(person).map(({ channel, record }) => ({
        channel: channelName(channel),
        is: isOk(person, channel, record) ? 'ok' : record?.status === 'failed' ? 'failed' : 'untried',
        note: isOk(person, channel, record) ? null : noteOf(channel, record),
      })),
    why(person) {
      if (!isUnreachable(person)) return null;
      return of(person)
        .map(({ channel, record }) => whyOf(channel, record))
        .reverse()
        .join(', ');
    },
  };
}

function noteOf(channel: string, record: ReachRecord | null): string {
  if (channel === 'webChat') return 'chưa mở lần nào';
  if (record === null) return 'chưa có thư nào';
  if (record.status === 'failed') return `bị trả về ngày ${formatDayShort(dayOf(record.slot))}`;
  return 'chưa rõ thư có đến';
}

function whyOf(channel: string, record: ReachRecord | null): string {
  if (channel === 'webChat') return 'chưa mở chat web';
  if (record?.status === 'failed') return `thư bị trả về ngày ${formatDayShort(dayOf(record.slot))}`;
  return `${channelName(channel).toLowerCase()} chưa tới`;
}
