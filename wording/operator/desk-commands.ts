import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay } from '../format.ts';

/** No program runs on a data directory. */
export function programNotRunning(directory: string): string {
  return `Không có chương trình nào đang chạy trên thư mục dữ liệu ${directory}.\nHãy mở bằng “npm start” (chạy thử) hoặc “npm run -s dondoc -- start --live”, rồi gọi lại lệnh này. Thư mục khác: đặt DONDOC_DATA.`;
}

/** A person that the directory does not know. */
export function unknownPerson(id: string, known: { id: string; name: string }[]): string {
  return `Danh bạ không có người mang mã “${id}”. Hiện có: ${known.map((person) => `${person.id} (${person.name})`).join(', ')}.`;
}

/** Where an invitation was handed out. */
export const INVITED_BY_COMMAND = 'từ lệnh dondoc invite';

/** A one-time link as the command hands it out. */
export function invitation({ name, url, expiresAt }: { name: string; url: string; expiresAt: Instant }): string {
  return `${name}\n${url}\ndùng một lần, đến ${timeOf(expiresAt)} ngày ${formatDay(dayOf(expiresAt))}`;
}

/** Where the first link of a start was handed out. */
export const INVITED_AT_START = 'khi khởi động';

/** Posts that plans need and nobody holds. */
export function vacantPostsText(posts: { agency: string; role: string }[]): string {
  const lines = posts.map(({ agency, role }) => `  - ${agency}: ${role}`);
  return `Chưa thể mở kế hoạch: các vị trí sau chưa có người trong danh bạ.\n${lines.join('\n')}\nHãy ghi người vào roster.yaml (docs/plan-file.md, phần danh bạ) rồi mở lại.`;
}

/** Live needs a directory of people. */
export function rosterMissing(directory: string): string {
  return `Chưa có danh bạ: không thấy roster.yaml trong ${directory}.\nHãy viết danh bạ theo docs/plan-file.md và đặt DONDOC_PLANS vào thư mục chứa nó.`;
}

/** No plan to open. */
export function noPlanToOpen(directory: string): string {
  return `Không có kế hoạch nào để mở trong ${directory}.`;
}
