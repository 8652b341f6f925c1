import { quoted } from './format.ts';

/** Before a message that may have arrived already. */
export const AGAIN = '(gửi lại)';

/** The button below a notice. */
export const LIST_LABEL = 'Danh sách việc';

/** How a chat can become somebody's. */
export const NOT_BOUND =
  'Tài khoản Telegram này chưa liên kết với ai trong danh bạ. Xin mở trang Đôn Đốc, bấm “Liên kết Telegram” và mở liên kết hiện ra ở đó.';

export const CODE_OVER = 'Liên kết này đã dùng, đã hết hạn hoặc không đúng. Xin mở trang Đôn Đốc để lấy liên kết mới.';

export function boundToOther(name: string): string {
  return `Tài khoản Telegram này đang liên kết với Ông/Bà ${name}. Muốn đổi người, xin gõ /thoat trước. Không có gì thay đổi.`;
}

export function boundAlready(name: string): string {
  return `Tài khoản Telegram này đã liên kết với Ông/Bà ${name}. Xem việc: gõ việc.`;
}

export function confirmBinding(person: { name: string; post: string; agency: string }, replaces: boolean): string {
  const whole = [person.name, person.post, person.agency].filter((part) => part !== '').join(', ');
  const instead = replaces ? '\nTài khoản Telegram đã liên kết trước đây của Ông/Bà sẽ thôi nhận tin.' : '';
  return `Liên kết tài khoản Telegram này với Ông/Bà ${whole}, đúng không?${instead}\nTrả lời đúng hoặc không.`;
}

export const CONFIRM_HINT = 'Xin trả lời đúng hoặc không.';

export function bound(name: string): string {
  return `Đã liên kết với Ông/Bà ${name}. Tin nhắc và biên nhận sẽ đến đây.\nXem việc: gõ việc. Các chữ dùng được: gõ trợ giúp. Thôi liên kết: gõ /thoat.\nĐây là hệ thống tự động, không bao giờ hỏi mật khẩu hay ảnh giấy tờ.`;
}

export const BINDING_REFUSED = 'Không liên kết. Liên kết vừa mở không dùng được nữa.';

/** To the chat that served the person before. */
export const REPLACED =
  'Ông/Bà vừa liên kết một tài khoản Telegram khác. Tài khoản này thôi nhận tin. Nếu không phải Ông/Bà làm, xin báo ngay cho người điều phối.';

export const UNBOUND = 'Đã thôi liên kết. Tin nhắc từ nay đi theo thư điện tử và trang Đôn Đốc.';

/** To the coordinator. */
export function boundNote(name: string, replaced: boolean): string {
  const how = replaced ? 'liên kết một tài khoản Telegram khác' : 'liên kết một tài khoản Telegram';
  return `${name} vừa ${how}. Nếu việc này không đúng, xin gọi cho người đó.`;
}

export function refusedNote(name: string): string {
  return `Liên kết Telegram cấp cho ${name} vừa được mở từ một tài khoản trả lời “không”. Liên kết đó không dùng được nữa.`;
}

export function unboundNote(name: string): string {
  return `${name} đã thôi liên kết Telegram. Tin đi theo thư điện tử và trang.`;
}

export function unreachableNote(name: string): string {
  return `Telegram của ${name} không nhận tin nữa (đã chặn hoặc đã xóa). Tin đi theo thư điện tử và trang.`;
}

export const NO_POST =
  'Danh bạ hôm nay không ghi Ông/Bà giữ nhiệm vụ nào, nên chưa trả lời được ở đây. Xin gọi người điều phối.';

export const STALE_BUTTON = 'Nút này không còn dùng được. Không có gì thay đổi. Danh sách việc: gõ việc.';
export const STALE_TOAST = 'Nút này không còn dùng được.';

export const FILE_ON_PAGE = 'Ở đây chỉ nhận tin nhắn bằng chữ. Tệp xin gửi trên trang của việc. Không có gì thay đổi.';

export const FORWARDED =
  'Tin chuyển tiếp được giữ làm lời nhắn, không tính là câu trả lời. Muốn trả lời, xin tự gõ. Không có gì thay đổi.';

export function edited(text: string): string {
  return `Ông/Bà đã sửa một tin đã gửi thành ${quoted(text)}. Câu trả lời đã ghi không đổi theo. Muốn đổi, xin trả lời lại: gõ sửa.`;
}

export function late(text: string): string {
  return `Tin ${quoted(text)} đến sau một tin Ông/Bà gửi sau nó, nên không được ghi. Nếu vẫn cần, xin gửi lại.`;
}

export const NOT_PROCESSED =
  'Hệ thống chưa xử lý được tin vừa rồi. Không có gì thay đổi. Xin gửi lại sau ít phút, hoặc trả lời trên trang Đôn Đốc.';

/** How an edited or forwarded message stands in the log. */
export function remarkLine(how: 'edited' | 'forwarded', text: string): string {
  return how === 'edited' ? `(sửa tin đã gửi) ${text}` : `(chuyển tiếp) ${text}`;
}
