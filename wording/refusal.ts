import type { Refusal } from '../domain/refusal.ts';
import { formatDay, formatDayWithWeekday } from './format.ts';

/**
 * A refusal as a person reads it: what happened, the present value where the facts hold it, "Không có gì thay đổi.",
 * and one way out. Facts may be missing: the sentence is then shorter, never wrong.
 */
export function refusalText(refusal: Refusal): string {
  const { happened, wayOut } = sentence(refusal);
  return `${happened} Không có gì thay đổi.${wayOut === null ? '' : ` ${wayOut}`}`;
}

interface RefusalWords {
  happened: string;
  wayOut: string | null;
}

function sentence({ refused, facts }: Refusal): RefusalWords {
  switch (refused) {
    case 'NOT_YOURS':
      return says('Việc này không thuộc phạm vi của Ông/Bà.', 'Xin xem lại danh sách việc của Ông/Bà.');
    case 'UNKNOWN_OBLIGATION':
      return says('Hệ thống không có việc này trong kỳ.', 'Xin xem lại danh sách việc.');
    case 'ROUND_CLOSED':
      return says(`Kỳ này đã đóng${on(facts.closedOn)}.`, 'Cần mở lại, xin gọi cơ quan điều phối.');
    case 'ROUND_LOCKED':
      return says(`Số liệu kỳ này đã khóa${on(facts.lockedOn)}.`, 'Cần mở khóa, xin gọi cơ quan điều phối.');
    case 'ALREADY_ACCEPTED':
      return says(`Báo cáo này đã được chấp nhận${version(facts.version)}${on(facts.on)}.`, CALL);
    case 'ALREADY_WAIVED':
      return says(`Việc này đã được miễn${on(facts.on)}.`, CALL);
    case 'ALREADY_SUBMITTED':
      return says(
        `Báo cáo này đã được gửi${version(facts.version)}${receipt(facts.receipt)}.`,
        'Muốn đổi, xin sửa báo cáo đã gửi.',
      );
    case 'NOTHING_SUBMITTED':
      return says('Việc này chưa có báo cáo nào được gửi.', 'Xin đợi cơ quan gửi báo cáo.');
    case 'NOT_OFFICIAL':
      return says(
        `Báo cáo đang là bản nháp${receipt(facts.receipt)}.`,
        'Cần lãnh đạo cơ quan gửi xác nhận, hoặc ghi số công văn đã ký.',
      );
    case 'ALREADY_OFFICIAL':
      return says(`Báo cáo này đã là chính thức${version(facts.version)}.`, null);
    case 'OWN_REPORT':
      return says(
        'Báo cáo này của chính cơ quan Ông/Bà nên không tự duyệt.',
        'Lãnh đạo cơ quan xác nhận, hoặc ghi số văn bản đã gửi.',
      );
    case 'NEEDS_LETTER':
      return says('Việc này đóng bằng số, ngày và cách gửi của văn bản.', 'Xin ghi số văn bản đã gửi.');
    case 'NO_REQUEST_OPEN':
      return says('Không có đề nghị gia hạn nào đang chờ ở việc này.', 'Vẫn có thể gia hạn trực tiếp.');
    case 'REQUEST_OPEN':
      return says(`Đã có đề nghị gia hạn${until(facts.to)} đang chờ trả lời.`, 'Xin đợi trả lời.');
    case 'DAY_NOT_WORKING':
      return says(`${dayOr(facts.day, 'Ngày này')} là ngày nghỉ.`, nearest(facts.nearest));
    case 'DAY_NOT_LATER':
      return says(
        `${dayOr(facts.day, 'Ngày này')} không muộn hơn hạn hiện tại${present(facts)}.`,
        'Xin chọn ngày sau đó.',
      );
    case 'DAY_PAST':
      return says(
        `${dayOr(facts.day, 'Ngày này')} đã qua.`,
        facts.nearest ? nearest(facts.nearest) : 'Xin chọn ngày sau hôm nay.',
      );
    case 'REASON_MISSING':
      return says('Chưa có lý do.', 'Xin ghi lý do rồi gửi lại.');
    case 'SUSPENDED':
      return says(
        `Việc này đang tạm dừng tính hạn${from(facts.since)}.`,
        'Cần tính hạn lại, xin gọi cơ quan điều phối.',
      );
    case 'NOT_SUSPENDED':
      return says('Việc này không ở trạng thái tạm dừng tính hạn.', null);
    case 'NOT_LOCKED':
      return says('Số liệu kỳ này chưa khóa.', null);
    case 'LOCK_TOO_EARLY':
      return says(
        `Chưa đến ngày khóa số liệu${facts.until === undefined ? '' : `; hạn chung còn đến ${formatDayWithWeekday(facts.until)}`}.`,
        'Xin khóa sau ngày đó.',
      );
    case 'NOT_ASKED':
      return says('Không có câu hỏi nào đang chờ ý kiến này.', 'Xin xem lại danh sách việc.');
    case 'OBSTACLE_CLOSED':
      return says('Khó khăn, vướng mắc này đã đóng.', 'Còn vướng mắc, xin báo thành khó khăn mới.');
    case 'OBSTACLE_STEP':
      return says(`Khó khăn, vướng mắc này ${stepWords(facts.step)}.`, 'Xin xem lại danh sách việc.');
    case 'IMPORT_UNKNOWN':
      return says('Danh sách việc trước ngày bắt đầu không có việc này.', 'Xin chọn lại trong danh sách.');
    case 'TOO_SHORT':
      return says(
        `Hạn ${dayOr(facts.day, 'này')} không đủ 2 ngày làm việc.`,
        `${facts.least === undefined ? 'Xin chọn ngày muộn hơn' : `Sớm nhất: ${formatDayWithWeekday(facts.least)}`}, hoặc ghi là việc khẩn.`,
      );
    case 'DOCUMENT_MISSING':
      return says('Chưa có số văn bản.', 'Xin ghi số và ngày, ví dụ: số 12/SKHCN-TĐC ngày 05/11/2024.');
    case 'UNKNOWN_MEASURE':
      return says(`Kế hoạch không có nhiệm vụ${named(facts.measure)}.`, 'Xin xem lại số nhiệm vụ trong kế hoạch.');
    case 'MEASURE_NOT_WAITING':
      return says(
        `Nhiệm vụ${named(facts.measure)} không chờ yêu cầu hay sự kiện nào.`,
        'Muốn hỏi riêng, xin gửi yêu cầu báo cáo đột xuất.',
      );
    case 'MEASURE_WITHOUT_LEAD':
      return says(`Nhiệm vụ${named(facts.measure)} chưa có cơ quan chủ trì.`, 'Xin chỉ định cơ quan chủ trì trước.');
    case 'MEASURE_ASSIGNED':
      return says(
        `Kế hoạch đã ghi rõ cơ quan chủ trì nhiệm vụ${named(facts.measure)}.`,
        'Chỉ phần kế hoạch không ghi rõ mới chỉ định được.',
      );
    case 'NOBODY_ASKED':
      return says('Chưa chọn cơ quan nào để hỏi.', 'Xin chọn ít nhất một cơ quan khác.');
    case 'NOT_BEFORE_OWN':
      return says(
        `${dayOr(facts.day, 'Ngày này')} không sớm hơn hạn của chính cơ quan Ông/Bà${present(facts)}.`,
        'Xin chọn ngày trước đó.',
      );
    case 'NOT_COOPERATING':
      return says(
        `Kế hoạch không ghi cơ quan được chọn phối hợp nhiệm vụ${named(facts.measure)}.`,
        'Xin chọn cơ quan phối hợp của nhiệm vụ, hoặc báo khó khăn, vướng mắc với cơ quan điều phối.',
      );
    case 'PART_ASKED':
      return says(
        `Phần phối hợp nhiệm vụ${named(facts.measure)} của cơ quan được chọn đã được hỏi và đang chờ.`,
        'Xin đợi phần ấy, hoặc bỏ cơ quan này rồi gửi lại.',
      );
    case 'REVIEW_DECIDED':
      return says('Kết quả của lần sơ kết, tổng kết này đã được quyết định.', CALL);
    case 'PLAN_MISSING':
      return says('Chưa ghi kế hoạch nào được bổ sung từ kết quả này.', 'Xin ghi mã kế hoạch.');
    case 'PLAN_UNKNOWN':
      return says(
        `Không có kế hoạch${facts.plan === undefined ? ' này' : ` “${facts.plan}”`} để chuyển tiếp kết quả.`,
        facts.known === undefined || facts.known === ''
          ? 'Hệ thống chưa theo dõi kế hoạch nào khác: xin đưa kế hoạch nhận kết quả vào trước.'
          : `Các kế hoạch đang có: ${facts.known}.`,
      );
    case 'UNKNOWN_TARGET':
      return says(
        `Kế hoạch không có chỉ tiêu${facts.target === undefined ? ' này' : ` ${facts.target}`} cần tính số liệu.`,
        'Xin xem lại chỉ tiêu trong kế hoạch.',
      );
    case 'NOT_MARKED_SAME':
      return says(
        `Số${facts.receipt === undefined ? ' này' : ` theo biên nhận ${facts.receipt}`} không còn được đánh dấu là tính trùng.`,
        'Xin xem lại số liệu chỉ tiêu.',
      );
    case 'AMOUNT_WRONG':
      return says('Số tiền phải là số đồng nguyên, không âm.', 'Xin ghi lại số tiền.');
    case 'YEAR_OUTSIDE':
      return says(
        `Năm này ngoài giai đoạn của kế hoạch${facts.from === undefined ? '' : `, ${facts.from}–${facts.to}`}.`,
        'Xin ghi lại năm.',
      );
    case 'WRITING_REQUIRED':
      return says(
        'Kế hoạch này chỉ nhận khó khăn, vướng mắc bằng văn bản.',
        'Xin gửi văn bản rồi ghi số và ngày trong nội dung, ví dụ: số 12/BC-SCT ngày 05/11/2024.',
      );
    case 'COMMAND_FAILED':
      return says('Hệ thống gặp lỗi nên chưa ghi được việc này.', 'Xin báo quản trị hệ thống.');
    case 'CALENDAR_MISSING':
      return says(
        `Hệ thống chưa có bảng ngày nghỉ năm ${facts.year ?? 'này'} nên chưa tính được ngày.`,
        'Xin báo quản trị thêm bảng của năm ấy, rồi làm lại.',
      );
    case 'CLOCK_IS_WALL':
      return says('Hệ thống đang chạy theo giờ thật, không tua ngày được.', 'Chỉ bản chạy thử mới tua ngày.');
    case 'CLOCK_IS_STEPPED':
      return says('Hệ thống đang chạy theo ngày giả lập.', 'Xin dùng mốc kế tiếp để đi tiếp.');
    case 'BEHIND_THE_CLOCK':
      return says(
        `${dayOr(facts.day, 'Mốc này')} ở trước ngày hiện tại của hệ thống${facts.now === undefined ? '' : `, ${formatDayWithWeekday(facts.now.slice(0, 10))}`}.`,
        'Xin chọn ngày sau đó.',
      );
  }
}

const CALL = 'Cần thay đổi, xin gọi cơ quan điều phối.';

function says(happened: string, wayOut: string | null): RefusalWords {
  return { happened, wayOut };
}

function on(day: string | undefined): string {
  return day === undefined ? '' : ` ngày ${formatDay(day)}`;
}

function from(day: string | undefined): string {
  return day === undefined ? '' : ` từ ngày ${formatDay(day)}`;
}

function until(day: string | undefined): string {
  return day === undefined ? '' : ` đến ${formatDay(day)}`;
}

function version(number: string | undefined): string {
  return number === undefined ? '' : `, bản ${number}`;
}

function receipt(number: string | undefined): string {
  return number === undefined || number === '' ? '' : `, số biên nhận ${number}`;
}

function named(measure: string | undefined): string {
  return measure === undefined ? ' này' : ` ${measure}`;
}

function stepWords(step: string | undefined): string {
  if (step === 'coordinator') return 'đang chờ cơ quan điều phối';
  if (step === 'leadership') return 'đang chờ lãnh đạo';
  return step === 'raiser' ? 'đã có trả lời, đang chờ cơ quan nêu xác nhận' : 'đang ở bước khác';
}

function present(facts: Record<string, string>): string {
  const day = facts.current ?? facts.lastDayOn;
  return day === undefined ? '' : `, ${formatDayWithWeekday(day)}`;
}

function dayOr(day: string | undefined, otherwise: string): string {
  return day === undefined ? otherwise : formatDay(day);
}

function nearest(day: string | undefined): string {
  return day === undefined ? 'Xin chọn ngày làm việc khác.' : `Gần nhất: ${formatDayWithWeekday(day)}.`;
}
