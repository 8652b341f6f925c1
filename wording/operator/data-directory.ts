type Kind = 'trial' | 'live';

const KIND_WORDS: Record<Kind, string> = { trial: 'CHẠY THỬ', live: 'CHẠY THẬT' };

/** A trial directory opened live, or the reverse. */
export function directoryOfOtherKind(path: string, is: Kind, wanted: Kind): string {
  const way = wanted === 'live' ? 'npm run -s dondoc -- start --live' : 'npm start';
  return (
    `Thư mục ${path} là dữ liệu ${KIND_WORDS[is]}, không mở ở chế độ ${KIND_WORDS[wanted]}. ` +
    `Đặt DONDOC_DATA tới một thư mục khác rồi chạy lại: ${way}`
  );
}

export function directoryIsNewer(path: string, version: number): string {
  return `Thư mục ${path} do bản mới hơn của chương trình ghi (dạng ${version}). Cài bản mới rồi chạy lại.`;
}

export function directoryIsNotOurs(path: string): string {
  return (
    `Thư mục ${path} có tệp khác và không phải thư mục dữ liệu của Đôn Đốc (thiếu dondoc.json). ` +
    'Đặt DONDOC_DATA tới một thư mục trống hoặc chưa có.'
  );
}

export function directoryMarkUnreadable(path: string): string {
  return `Tệp ${path} không đọc được hoặc bị hỏng. Khôi phục tệp này từ bản sao lưu, hoặc đặt DONDOC_DATA tới thư mục khác.`;
}

export function directoryNotWritable(path: string): string {
  return `Không ghi được vào thư mục dữ liệu ${path}. Cấp quyền ghi cho người đang chạy chương trình, hoặc đặt DONDOC_DATA.`;
}

export function directoryIsFull(path: string): string {
  return `Ổ đĩa của thư mục dữ liệu ${path} đã đầy. Dọn chỗ, hoặc đặt DONDOC_DATA tới ổ đĩa khác. Chưa có gì thay đổi.`;
}

export function directoryNeedsSpace(path: string, freeMegabytes: number, neededMegabytes: number): string {
  return (
    `Ổ đĩa của thư mục dữ liệu ${path} chỉ còn ${freeMegabytes} MB, cần ít nhất ${neededMegabytes} MB. ` +
    'Dọn chỗ, hoặc đặt DONDOC_DATA tới ổ đĩa khác. Chưa có gì thay đổi.'
  );
}

export function directoryIsAFile(path: string): string {
  return `Đường dẫn ${path} không phải thư mục. Đặt DONDOC_DATA tới một thư mục.`;
}

export function directoryFailed(path: string, why: string): string {
  return `Không mở được thư mục dữ liệu ${path}: ${why}`;
}

/** Another process runs on the directory. */
export function directoryHeld(path: string, holder: { pid: number | null; host: string }): string {
  const who = holder.pid === null ? 'một tiến trình khác' : `tiến trình ${holder.pid}`;
  return `Đôn Đốc đang chạy trên thư mục ${path}: ${who}, máy ${holder.host}. Dừng tiến trình đó trước.`;
}
