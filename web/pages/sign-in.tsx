import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ErrorSummary, TextField } from '../components/field.tsx';
import type { FormState } from '../forms/form-state.ts';

/** A one-time link before it is used. Sentences are ready: the machine's time, not the domain's. */
export interface SignInView {
  code: string;
  name: string;
  title: string;
  agency: string;
  /** "08:00 hôm nay, từ trang Các vai chạy thử". */
  issued: string;
  /** "một lần, đến 08:00 Thứ Sáu …". */
  usable: string;
}

function LostLink({ open }: { open: boolean }): JSX.Element {
  return (
    <details class="card lost-link" open={open}>
      <summary>
        <strong>Liên kết không dùng được nữa?</strong>
      </summary>
      <div class="body">
        <p>Mỗi liên kết dùng được một lần, trong 24 giờ. Xin liên kết mới từ người điều phối có tên ở cuối trang.</p>
        <p>Câu trả lời đã gửi trước đó vẫn được giữ.</p>
      </div>
    </details>
  );
}

/** GET shows whom the link is for; only the POST uses it up. */
export function SignInPage(view: SignInView): JSX.Element {
  return (
    <>
      <section class="card">
        <div class="body roomy">
          <h1>Vào Đôn Đốc</h1>
          <p>Liên kết này dành riêng cho:</p>
          <p class="person-box">
            <strong>Ông/Bà {view.name}</strong>
            {view.title}, {view.agency}
          </p>
          <dl class="pairs">
            <dt>Cấp lúc</dt>
            <dd>{view.issued}</dd>
            <dt>Dùng được</dt>
            <dd>{view.usable}</dd>
            <dt>Trên máy này</dt>
            <dd>giữ đăng nhập 12 giờ</dd>
          </dl>
          <form method="post" action={`/vao/${view.code}`}>
            <button class="button primary wide-button" type="submit">
              Vào với tên {view.name}
            </button>
          </form>
          <form method="post" action={`/vao/${view.code}/khong-phai-toi`} class="inline-form">
            <button class="button" type="submit">
              Không phải tôi
            </button>
            <span class="note">Bấm nút này thì liên kết bị hủy, quản trị được báo.</span>
          </form>
        </div>
      </section>
      <p class="note after-card">
        Mở trang này chưa dùng mất liên kết; liên kết chỉ được dùng khi Ông/Bà bấm nút. Không ai của Đôn Đốc hỏi mật
        khẩu hay mã OTP.
      </p>
      <LostLink open={false} />
    </>
  );
}

/** Where somebody without a session arrives: he types the code of his link. */
export function TypeCodePage(form: FormState, notice: Child): JSX.Element {
  return (
    <>
      <section class="card">
        <div class="body roomy">
          <h1>Vào Đôn Đốc</h1>
          {notice}
          <p>Mở liên kết riêng của Ông/Bà trong thư hoặc trong chat, hoặc gõ mã của liên kết vào đây.</p>
          <form method="post" action="/vao" novalidate>
            <ErrorSummary form={form} />
            <TextField form={form} name="ma" label="Mã liên kết" hint="12 chữ và số, ví dụ 7K3M-Q9TX-4HDP" />
            <div class="buttons">
              <button class="button primary" type="submit">
                Tiếp
              </button>
            </div>
          </form>
        </div>
      </section>
      <LostLink open={false} />
    </>
  );
}

/** The link cannot be used: why, and what to do. */
export function DeadLinkPage(reason: string): JSX.Element {
  return (
    <>
      <section class="card">
        <div class="body roomy">
          <h1>Liên kết không dùng được</h1>
          <p>
            <strong>{reason}</strong> Không có gì thay đổi.
          </p>
          <p>
            <a href="/vao">Gõ mã của một liên kết khác</a>
          </p>
        </div>
      </section>
      <LostLink open />
    </>
  );
}
