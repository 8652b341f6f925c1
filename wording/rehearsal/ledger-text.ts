import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { type Ledger, type LedgerMessage, perPersonMonth } from '../../domain/rehearsal/ledger.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { formatDay, formatDayWithWeekday } from '../format.ts';

const CHANNELS: Record<string, string> = { webChat: 'chat web', email: 'thư' };
const LADDER = ['escalation', 'leadershipRepeat', 'leadershipHandover'];

/** A ledger as an official reads it: the messages day by day, then who was escalated, who got how many, and the totals. */
export function ledgerText(ledger: Ledger, rosters: Roster[]): string {
  const names = new Names(rosters);
  return [
    ...heading(ledger),
    ...dayLines(ledger.messages, names),
    ...escalatedLines(ledger.messages, names),
    ...monthLines(ledger.messages, names),
    ...totalLines(ledger),
  ].join('\n');
}

/** One message in one line. Example: "08:00 Hồ Văn Ví Dụ, Sở DL (thư): Nhắc: …". */
export function messageLine({ at, person, agency, subject }: LedgerMessage, channels: string[], names: Names): string {
  const by = channels.map((channel) => CHANNELS[channel] ?? channel).join(', ');
  return `${timeOf(at)} ${names.person(person)}, ${names.agency(agency)} (${by}): ${subject}`;
}

/** What people and agencies are called; an id that no directory knows stays an id. */
export class Names {
  readonly #people: Map<string, string>;
  readonly #agencies: Map<string, string>;

  constructor(rosters: Roster[]) {
    this.#people = new Map(rosters.flatMap(({ people }) => people.map(({ id, name }) => [id, name])));
    this.#agencies = new Map(rosters.flatMap(({ agencies }) => agencies.map(({ id, shortName }) => [id, shortName])));
  }

  person(id: string): string {
    return this.#people.get(id) ?? id;
  }

  agency(id: string): string {
    return this.#agencies.get(id) ?? id;
  }
}

function heading({ plans, from, to, seed, server }: Ledger): string[] {
  const how = server === null ? 'tính theo quy tắc, không qua máy chủ' : `diễn tập trên máy chủ ${server.version}`;
  return [
    `Sổ tin từ ${formatDay(from)} đến ${formatDay(to)}: ${plans.join(', ')}`,
    `Người trả lời là giả định, số khởi tạo ${seed}; ${how}.`,
  ];
}

function dayLines(messages: LedgerMessage[], names: Names): string[] {
  const days = groupBy(messages, ({ at }) => dayOf(at));
  return [...days].flatMap(([day, all]) => {
    const lines = groupBy(all, ({ at, person, subject }) => JSON.stringify([at, person, subject]));
    return [
      '',
      `${formatDayWithWeekday(day)}: ${all.length} tin`,
      ...[...lines.values()].map((same) => {
        const [first] = same;
        return first === undefined
          ? ''
          : `  ${messageLine(
              first,
              same.map(({ channel }) => channel),
              names,
            )}`;
      }),
    ];
  });
}

function escalatedLines(messages: LedgerMessage[], names: Names): string[] {
  const seen = new Map<string, { at: string; to: string }[]>();
  for (const { at, person, items } of messages) {
    for (const { kind, obligation } of items) {
      if (!LADDER.includes(kind) || obligation === null) continue;
      const told = seen.get(obligation) ?? [];
      const to = names.person(person);
      if (!told.some((each) => each.at === at && each.to === to)) told.push({ at, to });
      seen.set(obligation, told);
    }
  }
  if (seen.size === 0) return ['', 'Không việc nào phải báo lên cấp trên.'];
  return [
    '',
    `Việc phải báo lên cấp trên (${seen.size}):`,
    ...[...seen].flatMap(([obligation, told]) => [
      `  ${names.agency(obligation.split('/').at(-1) ?? '')}, ${obligation}`,
      ...told.map(({ at, to }) => `    ${formatDay(dayOf(at))} báo ${to}`),
    ]),
  ];
}

function monthLines(messages: LedgerMessage[], names: Names): string[] {
  const people = groupBy(perPersonMonth(messages), ({ person }) => person);
  return [
    '',
    'Số tin mỗi người mỗi tháng, mọi kênh:',
    ...[...people].map(([person, months]) => {
      const listed = months.map(({ month, messages: many }) => `${month.slice(5)}/${month.slice(0, 4)}: ${many}`);
      return `  ${names.person(person)}: ${listed.join('; ')}`;
    }),
  ];
}

function totalLines({ totals }: Ledger): string[] {
  const { messages, people, perPersonMonthMax, reminders, escalations, receipts } = totals;
  return [
    '',
    `Tổng cộng ${messages} tin cho ${people} người; nhiều nhất ${perPersonMonthMax} tin một người một tháng.`,
    `Tin nhắc ${reminders}, tin báo lên cấp trên ${escalations}, biên nhận ${receipts}.`,
  ];
}

function groupBy<Value>(values: Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
