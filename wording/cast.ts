import type { CastWords } from '../domain/rehearsal/act.ts';
import { draw } from '../domain/rehearsal/draw.ts';
import type { Agency, Role } from '../domain/roster/roster.ts';
import { roleName } from './role-name.ts';

/** What fictitious people say in a rehearsal or a trial; every sentence could be anybody's. */
const SAID: Record<CastWords, string[]> = {
  report: [
    'Đã thực hiện theo kế hoạch, số liệu ghi ở từng mục.',
    'Đơn vị gửi kết quả của kỳ này; phần chưa xong sẽ thực hiện trong quý tới.',
    'Các nội dung được giao đã triển khai, không phát sinh ngoài kế hoạch.',
  ],
  letter: ['Văn bản đã ký của lãnh đạo cơ quan.'],
  sent: ['Đã gửi văn bản qua trục liên thông.'],
  returned: [
    'Thiếu số liệu của chỉ tiêu; đề nghị bổ sung và gửi lại.',
    'Số liệu kỳ này không khớp với kỳ trước; đề nghị kiểm tra lại.',
  ],
  askTime: ['Đang chờ số liệu của các đơn vị trực thuộc, đề nghị cho thêm thời gian.'],
  granted: ['Đồng ý, đề nghị gửi đúng ngày mới.'],
  keepDay: ['Báo cáo tổng hợp cần số liệu này đúng hạn, đề nghị giữ nguyên ngày.'],
  seen: ['Đã xem.'],
  direct: ['Đề nghị cơ quan khẩn trương gửi báo cáo, nêu rõ nguyên nhân chậm.'],
  extend: ['Cho gia hạn lần này; không gia hạn thêm.'],
  waive: ['Miễn báo cáo kỳ này, nội dung được gộp vào kỳ sau.'],
  obstacle: [
    'Kinh phí được giao chưa đủ để thực hiện trong năm.',
    'Chưa có hướng dẫn về cách thống kê số liệu của nhiệm vụ này.',
  ],
  answer: ['Đơn vị thực hiện phần đã có nguồn, phần còn lại đưa vào dự toán năm sau.'],
  forward: ['Vượt thẩm quyền của cơ quan điều phối, kính xin ý kiến lãnh đạo.'],
  decision: ['Giao cơ quan điều phối làm việc với cơ quan tài chính, báo cáo kết quả trong tháng.'],
  reopen: ['Nội dung trả lời chưa giải quyết được vướng mắc, đề nghị xem lại.'],
};

/** The words of an act; the same key says the same. */
export function castText(says: CastWords, key: string): string {
  const said = SAID[says];
  return said[Math.floor(draw(0, 'said', key) * said.length)] ?? '';
}

/** What somebody is called who was made up because the directory names nobody. */
export function castName(agency: Pick<Agency, 'shortName'>, role: Role): string {
  return `Người giả định, ${roleName(role)} ${agency.shortName}`;
}
