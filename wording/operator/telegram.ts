/** Sentences about the settings of the Telegram bot. */

export const SECRET_SHAPE =
  'TELEGRAM_WEBHOOK_SECRET phải dài từ 16 đến 256 ký tự, chỉ gồm chữ không dấu, số, gạch dưới và gạch nối; không được để trống.';

export function rootNeedsHttps(root: string): string {
  return `TELEGRAM_API_ROOT=${root} phải là https; http chỉ dùng được với địa chỉ của chính máy này (127.0.0.1, localhost).`;
}

export const TOKEN_SHAPE = 'TELEGRAM_BOT_TOKEN không đúng dạng; ví dụ: 123456789:AAE….';
