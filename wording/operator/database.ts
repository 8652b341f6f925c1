/** Another process has the embedded database. */
export function databaseHeld(directory: string, holder: { pid: number | null; host: string }): string {
  const who = holder.pid === null ? 'một tiến trình khác' : `tiến trình ${holder.pid}`;
  return `Cơ sở dữ liệu ${directory} đang do ${who} trên máy ${holder.host} giữ. Dừng tiến trình đó trước.`;
}

/** The database was written by a newer release. */
export function databaseIsNewer(unknownSteps: string[]): string {
  return (
    `Cơ sở dữ liệu do bản mới hơn của chương trình ghi (bước lạ: ${unknownSteps.join(', ')}). ` +
    'Cài bản mới rồi chạy lại. Chưa có gì thay đổi.'
  );
}

/** The PostgreSQL server of DATABASE_URL does not let us in; `place` has no password in it. */
export function databaseUnreachable(place: string, why: string): string {
  return `Không vào được cơ sở dữ liệu ${place}: ${why}. Kiểm tra DATABASE_URL, tài khoản và đường mạng.`;
}

export function databaseServerTooOld(version: string, least: number): string {
  return `Máy chủ PostgreSQL bản ${version} cũ quá, cần từ bản ${least}.`;
}

/** The embedded database does not open. */
export function databaseDoesNotOpen(directory: string, why: string): string {
  return (
    `Không mở được cơ sở dữ liệu ${directory}: ${why}. ` +
    'Kiểm tra ổ đĩa còn chỗ và còn ghi được; nếu thư mục hỏng, khôi phục từ bản sao lưu.'
  );
}

/** What the start print says of the steps of the schema. Example: 12 bước nâng cấp; đủ 12 bước, không có gì mới. */
export function databaseSteps(applied: number, total: number): string {
  return applied === 0 ? `đủ ${total} bước, không có gì mới` : `${applied} bước nâng cấp`;
}
