import type { JSX } from 'hono/jsx/jsx-runtime';
import { Card } from '../components/card.tsx';
import type { FrameView } from '../components/layout.tsx';

export function HelpPage(frame: FrameView): JSX.Element {
  return (
    <>
      <h1>Trợ giúp</h1>
      <Card title="Trả lời trong chat">
        <p>Mỗi câu hỏi trả lời được bằng một số. Câu trả lời được lưu trước khi có câu hỏi tiếp theo.</p>
        <dl class="pairs">
          <dt>việc</dt>
          <dd>danh sách việc của Ông/Bà</dd>
          <dt>lại</dt>
          <dd>về câu trước</dd>
          <dt>sửa 2</dt>
          <dd>sửa câu 2 trước khi gửi</dd>
          <dt>bỏ qua</dt>
          <dd>để trống câu này</dd>
          <dt>tạm dừng</dt>
          <dd>dừng lại; các câu đã trả lời vẫn được giữ, trên máy khác cũng mở tiếp được</dd>
          <dt>tiếp</dt>
          <dd>trở lại câu đang dở</dd>
          <dt>trợ giúp</dt>
          <dd>danh sách các chữ này</dd>
        </dl>
      </Card>
      <Card title="Bản nháp và số liệu chính thức">
        <p>
          Điều gõ trong chat là bản nháp, đến khi lãnh đạo đơn vị xác nhận, hoặc khi số, ngày và người ký của công văn
          được ghi. Sau đó là số liệu chính thức.
        </p>
        <p>Mỗi bản gửi có một số biên nhận; giữ số này để kiểm tra lại bất cứ lúc nào.</p>
      </Card>
      <Card title="Hạn và bậc thang">
        <p>
          Ngày có chữ “mặc định” là ngày kế hoạch không ghi; bên cạnh có “Cách tính”. Số ngày luôn là ngày làm việc,
          theo lịch nghỉ ở trang <a href="/lich">Lịch</a>.
        </p>
        <p>
          Sau hạn 1 ngày làm việc, tin tới lãnh đạo đơn vị; sau 3 ngày tới cơ quan điều phối; sau 5 ngày tới lãnh đạo
          tỉnh. Khi báo cáo được gửi, bậc thang dừng.
        </p>
        <p>Cần thêm thời gian: chọn “Xin gia hạn”. Có khó khăn, vướng mắc: nêu ngay, không cần đợi đến kỳ báo cáo.</p>
      </Card>
      <Card title="Đăng nhập">
        <p>Mỗi người vào bằng liên kết riêng, dùng một lần. Không ai của Đôn Đốc hỏi mật khẩu hay mã OTP.</p>
        {frame.helper === null ? null : (
          <p>
            Cần trao đổi, xin gọi <strong>{frame.helper.name}</strong>, {frame.helper.agency}, {frame.helper.phone}
            {frame.helper.note === null ? '' : ` (${frame.helper.note})`}.
          </p>
        )}
      </Card>
    </>
  );
}
