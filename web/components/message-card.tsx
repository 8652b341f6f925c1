import type { JSX } from 'hono/jsx/jsx-runtime';

/** One message as it leaves: to whom, by what, its lines in fixed order (gửi ai, căn cứ, hạn, trả lời bằng số, gọi ai). */
export interface MessageFact {
  to: string;
  /** When it leaves and by which channels, in words: "08:00 ngày 08/11 · chat web, thư điện tử". */
  when: string;
  subject: string | null;
  lines: string[];
}

export function MessageCard({ message }: { message: MessageFact }): JSX.Element {
  return (
    <div>
      <p class="note">
        <strong>{message.to}</strong> · {message.when}
      </p>
      <div class="message">
        {message.subject === null ? null : (
          <p>
            <strong>{message.subject}</strong>
          </p>
        )}
        {message.lines.map((line) => (
          <p>{line}</p>
        ))}
      </div>
    </div>
  );
}
