import { z } from 'zod';
import { CHANNELS, ROLES } from '../domain/roster/roster.ts';

const words = z.string().trim().min(1);
const day = z.iso.date();

/** The shape of a directory: who holds which role when. The same for the trial and for a province at work. */
export const rosterFile = z
  .strictObject({
    province: z.string().regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối'),
    contact: words.describe('Mã người mà mọi tin nhắn ghi để hỏi'),
    people: z.array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9-]+$/, 'chỉ gồm chữ thường không dấu, số và gạch nối')
          .describe('Mã không nói lên tên, ví dụ p01'),
        name: words,
        title: words.nullish().describe('Chức danh, ví dụ Phó Giám đốc'),
        email: z.email().nullish(),
        phone: words.nullish(),
        channels: z.array(z.enum(CHANNELS)).optional().describe('Mặc định: chat web và thư điện tử'),
      }),
    ),
    posts: z.array(
      z.strictObject({
        agency: words,
        role: z.enum(ROLES),
        person: words,
        rank: z.int().min(1).optional().describe('Thứ tự hỏi trong một vai, mặc định 1'),
        from: day,
        to: day.nullish().describe('Ngày cuối cùng; bỏ trống: đến khi có thay đổi'),
      }),
    ),
    standIns: z
      .array(z.strictObject({ for: words, person: words, from: day, to: day }))
      .optional()
      .describe('Người được làm thay, kể cả hai ngày đầu và cuối'),
  })
  .describe('Danh bạ của một tỉnh');

/** A directory as written, after the shape was proved. */
export type RosterFile = z.infer<typeof rosterFile>;
