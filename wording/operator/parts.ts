import type { Instant } from '../../domain/calendar/instant.ts';
import { formatInstant } from '../format.ts';

/** The parts of a running program, for the status page and for `dondoc doctor`. */
export const partWords = {
  temporal: 'Máy chủ công việc (Temporal)',
  temporalIs: (version: string, embedded: boolean): string =>
    `bản ${version}, ${embedded ? 'đi kèm chương trình, dữ liệu trên tệp' : 'máy chủ riêng (TEMPORAL_ADDRESS)'}`,
  database: 'Cơ sở dữ liệu',
  databaseIs: (engine: 'pglite' | 'memory' | 'postgres'): string =>
    engine === 'postgres' ? 'máy chủ PostgreSQL (DATABASE_URL)' : 'đi kèm chương trình, ghi bền xuống đĩa',
  clock: 'Đồng hồ nghiệp vụ',
  wallClock: 'theo giờ thật',
  steppedClock: (now: Instant): string => `giả lập, đang đứng ở ${formatInstant(now)}`,
  calendar: 'Bảng ngày nghỉ',
  /** The year of each workflow that stands still. */
  calendarIs(lacking: number[]): string {
    if (lacking.length === 0) return 'đủ cho mọi việc đang mở';
    const years = [...new Set(lacking)].sort((a, b) => a - b).join(', ');
    return `thiếu năm ${years}, ${lacking.length} luồng đứng chờ: thêm tệp plans/calendars/<năm>.yaml rồi mở lại chương trình, việc tự đi tiếp`;
  },
  mail: 'Thư điện tử',
  mailReady: 'có máy chủ thư',
  mailMissing: 'chưa đặt SMTP_HOST: thư được giữ lại, chưa gửi',
} as const;
