import type { Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../format.ts';

/** The steps of a start, in the order in which the terminal shows them. */
export type StartStep = 'node' | 'temporal' | 'serverFile' | 'database' | 'plans' | 'mailbox' | 'mail' | 'workflows';

export const START_STEPS: Record<StartStep, string> = {
  node: 'Node.js',
  temporal: 'Máy chủ Temporal',
  serverFile: 'Mở máy chủ trên tệp',
  database: 'Cơ sở dữ liệu',
  plans: 'Kế hoạch',
  mailbox: 'Hộp thư chạy thử',
  mail: 'Thư điện tử',
  workflows: 'Luồng công việc, trang',
};

/** The ways to a server, numbered as they are tried. */
export const SERVER_WAYS: Record<'address' | 'configured' | 'path' | 'cache' | 'download' | 'build', string> = {
  address: '1 TEMPORAL_ADDRESS',
  configured: '2 TEMPORAL_CLI_PATH',
  path: '3 temporal trên PATH',
  cache: '4 bản đã lưu ở máy này',
  download: '5 tải về',
  build: '6 dựng từ mã nguồn',
};

export const START_WORDS = {
  product: 'Đôn Đốc',
  trial: 'CHẠY THỬ',
  live: 'CHẠY THẬT',
  trialNotice: 'dữ liệu và người đều giả định; không tin nào ra ngoài máy này',
  liveNotice: 'dữ liệu thật; tin được gửi đi thật',
  directory: 'Thư mục dữ liệu:',
  directoryCreated: 'mới tạo',
  done: 'xong',
  unset: 'không đặt',
  absent: 'không có',
  noGo: 'không có Go',
  building: 'có Go; ba đến bốn phút, chỉ lần đầu',
  use: 'Dùng: cách',
  cluster: 'máy chủ do TEMPORAL_ADDRESS chỉ ra',
  kept: ', đã lưu cho lần sau',
  today: 'Ngày nghiệp vụ:',
  next: 'Mốc kế tiếp:',
  nothingNext: 'không còn mốc nào',
  open: 'Mở trang',
  enter: 'Vào lần đầu',
  roles: 'Các vai khác',
  mailbox: 'Hộp thư',
  failed: 'Không khởi động được.',
  stopping: 'Đang dừng, chậm nhất 30 giây. Nhấn Ctrl-C lần nữa để dừng ngay.',
  stopped: 'Đã dừng.',
  forced: 'Dừng ngay theo yêu cầu. Dữ liệu đã ghi vẫn còn; lần sau chạy tiếp.',
  tooSlow: 'quá giờ, bỏ qua',
} as const;

/** What is stopped, in the order of stopping. */
export const STOP_STEPS: Record<'web' | 'bot' | 'worker' | 'mail' | 'database' | 'server' | 'directory', string> = {
  web: 'Trang web',
  bot: 'Kênh chat',
  worker: 'Luồng công việc',
  mail: 'Thư điện tử',
  database: 'Cơ sở dữ liệu',
  server: 'Máy chủ Temporal',
  directory: 'Thư mục dữ liệu',
};

/** 2,4 giây; from a minute on, 3 phút 12. */
export function formatDuration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1).replace('.', ',')} giây`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} phút ${String(whole % 60).padStart(2, '0')}`;
}

/** The line about the interpreter. Example: 20.20.2, đủ (cần từ 20.19). */
export function nodeIsEnough(version: string, least: string): string {
  return `${version}, đủ (cần từ ${least})`;
}

export function nodeIsTooOld(version: string, least: string): string {
  return `Node.js ${version} cũ quá, cần từ ${least}. Cài bản mới ở https://nodejs.org rồi chạy lại.`;
}

export function serverVersionTaken(serverVersion: string | null): string {
  return serverVersion === null ? 'có đặt' : `có, máy chủ ${serverVersion}`;
}

export function serverTooOld(serverVersion: string): string {
  return `máy chủ ${serverVersion}, cũ quá, bỏ qua`;
}

/** Why one way led nowhere; `why` is the other program's own word, cut to the width of the line. */
export function wayFailed(way: keyof typeof SERVER_WAYS, why: string): string {
  const reason = why.length > 55 ? `${why.slice(0, 54)}…` : why;
  if (way === 'build') return `không dựng được: ${reason}`;
  if (way !== 'download') return `không chạy được: ${reason}`;
  if (/^\d+ s$/.test(why)) return `không tới được máy chủ tải (đợi ${why.replace(' s', ' giây')})`;
  return /sending request|connect|dns/i.test(why) ? 'không tới được máy chủ tải' : `không tải được: ${reason}`;
}

/** A moment as the start print shows it. Example: Thứ Hai 07/10/2024, 07:30. */
export function startMoment(at: Instant): string {
  return `${formatDayWithWeekday(dayOf(at))}, ${timeOf(at)}`;
}

export function linkIsFor(name: string, role: string, minutes: number): string {
  const long = minutes > 60 && minutes % 60 === 0 ? `${minutes / 60} giờ` : `${minutes} phút`;
  return `${name}, ${role} · dùng một lần, trong ${long}`;
}

/** The last line of a start. */
export function howToStop(trial: boolean): string {
  const again = trial ? 'Lần sau tiếp tục đúng từ ngày này. ' : '';
  return `Dừng: Ctrl-C. ${again}Trợ giúp: npm run -s dondoc -- help`;
}

export function serverEnded(code: number | null, signal: string | null): string {
  return `Máy chủ Temporal dừng đột ngột (${signal ?? `mã ${code ?? '?'}`}); đang mở lại trên cùng tệp và cổng.`;
}

export function serverBack(pid: number): string {
  return `Máy chủ Temporal đã trả lời lại, tiến trình ${pid}. Không có gì bị mất.`;
}

export function serverNotBack(why: string, waitMs: number): string {
  return `Máy chủ Temporal chưa mở lại được, thử lại sau ${formatDuration(waitMs)}. ${why}`;
}
