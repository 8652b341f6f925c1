/** Plans that a start opens. Example: kh-1, 18 nhiệm vụ; kh-2, 13 nhiệm vụ. */
export function plansOpened(plans: { id: string; measures: unknown[] }[]): string {
  return plans.map(({ id, measures }) => `${id}, ${measures.length} nhiệm vụ`).join('; ');
}

/** Plans that run; and, after the server's file was lost, how many workflows the database started again. */
export function plansRunning(count: number, restarted: number): string {
  return `${count} kế hoạch đang chạy${restarted === 0 ? '' : `; dựng lại ${restarted} luồng từ cơ sở dữ liệu`}`;
}

/** The server lost its file while the program ran. */
export function reopenedMeanwhile(count: number): string {
  return `Máy chủ Temporal mất dữ liệu; đã dựng lại ${count} luồng từ cơ sở dữ liệu, công việc tiếp tục.`;
}

export function mailboxAt(host: string, port: number): string {
  return `${host}:${port}`;
}

export function mailServer(host: string, port: number): string {
  return `${host}:${port}`;
}

/** Live without a mail server: nothing is lost, nothing leaves. */
export function mailNotSet(): string {
  return 'chưa đặt SMTP_HOST: thư được giữ lại, chưa gửi';
}

/** What mail servers send back cannot be taken on this place. */
export function returnsNotOpened(host: string, port: number, why: string): string {
  return `Không mở được nơi nhận thư bị trả lại ở ${host}:${port} (${why}). Hãy sửa SMTP_RETURN_HOST, SMTP_RETURN_PORT, hoặc bỏ cả hai để tiến trình này không nhận.`;
}

/** The sender of the trial's letters; the domain does not exist by rule (RFC 2606). */
export function senderOfTrial(): string {
  return 'Đôn Đốc <don-doc@chay-thu.example>';
}

/** Another program answers on the port of the pages. */
export function portTaken(host: string, port: number): string {
  return `Cổng ${port} của ${host} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt DONDOC_PORT thành một cổng khác rồi mở lại.`;
}

export function importedUntilWrong(given: string): string {
  return `“${given}” không phải một ngày. Hãy viết như 2024-10-07: việc đến hạn trước ngày này được liệt kê một lần, không ai bị nhắc.`;
}

export function roleUnknown(given: string, known: string[]): string {
  return `Không có vai tiến trình “${given}”. Hiện có: ${known.join(', ')}.`;
}

/** A process with one role shares server and database with others. */
export function roleNeedsServers(role: string, missing: string[]): string {
  return `Tiến trình “--role ${role}” dùng chung máy chủ với các tiến trình khác, nên cần ${missing.join(' và ')}.`;
}

/** Every channel but Telegram lives in the pages or in the worker. */
export function botNeedsToken(): string {
  return 'Tiến trình “--role bot” là kênh Telegram, nên cần TELEGRAM_BOT_TOKEN. Chat web chạy cùng trang (--role web), thư do --role worker gửi.';
}

/** The trial is one process. */
export function roleNeedsLive(role: string): string {
  return `“--role ${role}” chỉ dùng khi vận hành thật: dondoc start --live --role ${role}.`;
}
