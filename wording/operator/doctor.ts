import { type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatInstant } from '../format.ts';

const ROLE_WORDS: Record<string, string> = {
  worker: 'worker (luồng công việc, gửi thư)',
  bot: 'bot (Telegram)',
  web: 'web (trang, chat web)',
};

const BOT_STATES: Record<string, string> = {
  polling: 'đang hỏi tin',
  webhook: 'nhận tin qua webhook',
  conflict: 'nơi khác đang dùng cùng mã bot',
  unauthorized: 'Telegram không nhận mã bot: xem lại TELEGRAM_BOT_TOKEN',
  away: 'Telegram không trả lời',
};

/** What `dondoc doctor` says, one part a line. */
export const doctorWords = {
  process: (roles: string[]): string =>
    roles.length > 1 ? 'Tiến trình, mọi vai' : `Tiến trình ${ROLE_WORDS[roles[0] ?? ''] ?? roles[0]}`,
  processIs: (
    {
      host,
      pid,
      url,
      startedAt,
      seenAt,
    }: { host: string; pid: number; url: string | null; startedAt: Instant; seenAt: Instant },
    gone: boolean,
  ): string => {
    const place = `máy ${host}, số ${pid}${url === null ? '' : `, trang ${url}`}, chạy từ ${formatInstant(startedAt)}`;
    return gone ? `${place}; không thấy nữa từ ${timeOf(seenAt)}: đã bị tắt ngang hoặc mất mạng` : place;
  },
  noProcess: (role: string): string =>
    role === 'worker'
      ? 'không có tiến trình nào: không việc nào được quyết định, không thư nào được gửi. Hãy chạy dondoc start --live --role worker'
      : `không có tiến trình nào. Hãy chạy dondoc start --live --role ${role}`,

  database: 'Cơ sở dữ liệu',
  databaseIs: (engine: 'pglite' | 'memory' | 'postgres', version: string, place: string): string =>
    engine === 'postgres'
      ? `máy chủ PostgreSQL ${version}, ${place}`
      : `đi kèm chương trình (PostgreSQL ${version}), ghi bền xuống ${place}`,

  temporal: 'Máy chủ công việc (Temporal)',
  temporalIs: (server: { version: string; address: string; namespace: string; embedded: boolean }): string =>
    `bản ${server.version}, ${server.address}, namespace ${server.namespace}, ${
      server.embedded ? 'đi kèm chương trình, dữ liệu trên tệp' : 'máy chủ riêng (TEMPORAL_ADDRESS)'
    }`,
  silent: (words: string): string => `${words}; không trả lời`,

  clock: 'Đồng hồ nghiệp vụ',
  clockIs: (stepped: Instant | null): string =>
    stepped === null ? 'theo giờ thật' : `giả lập, đang đứng ở ${formatInstant(stepped)}`,

  mail: 'Thư điện tử',
  mailOfTrial: 'hộp thư chạy thử của chương trình; không thư nào ra ngoài máy này',
  mailNotSet: 'chưa đặt SMTP_HOST: thư được giữ lại, chưa gửi',
  mailIs: ({ host, port, from, error }: { host: string; port: number; from: string; error: string | null }): string =>
    `${host}:${port}, gửi từ ${from}; ${error === null ? 'trả lời' : `không dùng được: ${error}`}`,

  returns: 'Thư bị trả lại',
  returnsAre: ({
    address,
    taken,
    unclear,
  }: {
    address: string | null;
    taken: { host: string; port: number } | null;
    unclear: number;
  }): string => {
    if (address === null) return 'về hộp thư người gửi; chương trình không biết (chưa đặt SMTP_RETURN_ADDRESS)';
    const place = taken === null ? 'tiến trình khác nhận' : `nhận ở ${taken.host}:${taken.port}`;
    return `về ${address}, ${place}${unclear === 0 ? '' : `; ${unclear} thư không đọc được là báo lỗi gửi`}`;
  },

  telegram: 'Telegram',
  telegramNotSet: 'chưa đặt TELEGRAM_BOT_TOKEN: không dùng',
  telegramIs: ({
    root,
    standing,
    holder,
  }: {
    root: string;
    standing: { username: string | null; state: string; at: Instant } | null;
    holder: { host: string; pid: number } | null;
  }): string => {
    const name = standing?.username ? `@${standing.username}` : 'bot chưa rõ tên';
    const state = standing === null ? 'chưa kết nối lần nào' : (BOT_STATES[standing.state] ?? standing.state);
    const by = holder === null ? 'chưa tiến trình nào giữ' : `tiến trình ${holder.pid} máy ${holder.host} giữ`;
    return `${name}, ${root}, ${state}; ${by}`;
  },

  inbox: 'Hộp đến',
  inboxHolds: ({ commands, updates }: { commands: number; updates: number }): string =>
    commands + updates === 0
      ? 'không có gì đang đợi'
      : `${commands} lệnh đã giữ đang chuyển tới luồng, ${updates} tin Telegram đã giữ chưa trả lời`,

  outbox: 'Hộp đi',
  outboxHolds: ({ queued, unknown, failed }: { queued: number; unknown: number; failed: number }): string =>
    `${queued} tin đang đợi gửi, ${unknown} tin không rõ đã tới, ${failed} tin không tới`,
} as const;
