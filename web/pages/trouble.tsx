import { html } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ICON, STYLE } from '../assets.ts';

const TITLE = 'Đôn Đốc tạm thời chưa trả lời được';

/**
 * The whole document for an error of our own. It reads nothing, for the database may be what is away; `here` is the page
 * to try again, null after a form was sent.
 */
export function troubleDocument(here: string | null): ReturnType<typeof html> {
  return html`<!doctype html>${Trouble({ here })}`;
}

function Trouble({ here }: { here: string | null }): JSX.Element {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${TITLE} · Đôn Đốc`}</title>
        <link rel="stylesheet" href={STYLE.href} />
        <link rel="icon" type="image/svg+xml" href={ICON.href} />
      </head>
      <body>
        <main id="noi-dung" class="narrow">
          <h1>{TITLE}</h1>
          <div class="box refused">
            {here === null ? (
              <p>
                Chưa rõ việc Ông/Bà vừa gửi đã được ghi hay chưa; những gì đã có xác nhận vẫn còn nguyên. Xin chờ ít
                phút, dùng nút Quay lại của trình duyệt để giữ chữ đã gõ, rồi mở lại trang xem đã ghi chưa trước khi gửi
                lần nữa.
              </p>
            ) : (
              <p>
                Trang này chưa mở được; những gì đã ghi nhận vẫn còn nguyên. Xin chờ ít phút rồi{' '}
                <a href={here}>mở lại</a>.
              </p>
            )}
            <p>Vẫn không được, xin báo quản trị hệ thống của đơn vị.</p>
          </div>
        </main>
      </body>
    </html>
  );
}
