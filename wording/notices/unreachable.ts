import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import { owner, what } from './phrases.ts';
import type { NoticeText } from './text.ts';

/** To the coordinator: nothing reached an agency that owes; its rungs are held until something does. */
export function unreachable(item: NoticeItem): NoticeText {
  return {
    subject: `Chưa liên lạc được: ${owner(item)}, ${what(item)}`,
    says: [
      `Tin về ${what(item)} không đến được ${owner(item)} trên kênh nào.`,
      ...item.failures.map(({ on, channel }) => failure(on, channel)),
      'Các bậc của thang đôn đốc được giữ lại đến khi liên lạc được; hạn không đổi.',
    ],
    answers: ['Sửa địa chỉ trong danh bạ', 'Ghi hộ theo văn bản, điện thoại'],
    why: 'Nơi điều phối được báo khi không tin nào đến được một cơ quan còn nghĩa vụ.',
    urgency: 1,
  };
}

function failure(on: string, channel: string): string {
  return channel === 'email'
    ? `Thư điện tử ngày ${formatDay(on)} không đến.`
    : `Tin trên chat web ngày ${formatDay(on)} còn giữ: người nhận chưa vào lần nào.`;
}
