import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { timeOf } from '../../domain/calendar/instant.ts';
import { Box } from '../components/box.tsx';
import { Card } from '../components/card.tsx';

/** A link that binds an account, shown once; `notReady` while the bot's name is not known. */
export type BindingFact = { is: 'link'; url: string; expiresAt: Instant } | { is: 'notReady' } | null;

/** Where a person binds his Telegram account: looking changes nothing, the button makes a link. */
export function TelegramPage({ binding }: { binding: BindingFact }): JSX.Element {
  return (
    <>
      <h1>Liên kết Telegram</h1>
      {binding?.is === 'link' ? (
        <Box tone="done">
          <p>
            <strong>Liên kết dùng một lần, đến {timeOf(binding.expiresAt)}:</strong>
          </p>
          <p>
            <a href={binding.url} rel="noreferrer">
              {binding.url}
            </a>
          </p>
        </Box>
      ) : null}
      {binding?.is === 'notReady' ? (
        <Box tone="info">
          <p>
            <strong>Telegram chưa trả lời.</strong> Xin thử lại sau ít phút; chat web và thư điện tử vẫn dùng được.
          </p>
        </Box>
      ) : null}
      <Card title="Nhận tin và trả lời qua Telegram">
        <p>
          Bấm nút dưới đây, rồi mở liên kết hiện ra trên máy có Telegram của Ông/Bà. Chat hỏi lại tên trước khi liên
          kết. Thôi dùng: gõ /thoat trong Telegram.
        </p>
        <p>
          Máy chủ của Telegram ở nước ngoài: không gửi nội dung mật qua đó. Telegram tắt thì chat web và thư vẫn đủ.
        </p>
        <form method="post" action="/telegram">
          <button type="submit" class="button">
            Liên kết Telegram
          </button>
        </form>
      </Card>
    </>
  );
}
