/** Sentences about the environment, one for each thing that can be wrong with it. */

export function configurationRefused(problems: string[]): string {
  return ['Cấu hình chưa dùng được:', ...problems.map((problem) => `  - ${problem}`)].join('\n');
}

export function unknownMode(mode: string): string {
  return `Chế độ “${mode}” không có. Chỉ có: trial (chạy thử) và live (chạy thật).`;
}

export function unknownVariable(name: string, known: readonly string[]): string {
  return `${name} không phải biến cấu hình. Các biến DONDOC_ có: ${known.join(', ')}.`;
}

export function notAPort(name: string, value: string): string {
  return `${name}=${value} không phải số cổng; cần số nguyên từ 1 đến 65535.`;
}

export function notAnAddress(name: string, value: string, example: string): string {
  return `${name}=${value} không đúng dạng; ví dụ: ${example}.`;
}

export function needsCompanion(name: string, companion: string): string {
  return `${name} có đặt mà ${companion} thì không. Đặt cả hai hoặc bỏ cả hai.`;
}

export function needsSmtpHost(name: string): string {
  return `${name} có đặt mà SMTP_HOST thì không. Đặt SMTP_HOST hoặc bỏ biến này.`;
}

export function unreadableFile(name: string, path: string): string {
  return `${name} chỉ tới ${path}, nhưng tệp này không đọc được.`;
}

export function publicHostNeedsUrl(host: string): string {
  return `DONDOC_HOST=${host} mở trang ra ngoài máy này; cần đặt DONDOC_URL là địa chỉ https mà mọi người dùng.`;
}

export function urlNeedsHttps(url: string): string {
  return `DONDOC_URL=${url} phải là https; http chỉ dùng được với địa chỉ của chính máy này (127.0.0.1, localhost).`;
}

export function urlHasPath(url: string): string {
  return `DONDOC_URL=${url} chỉ gồm giao thức, tên máy và cổng; bỏ phần sau.`;
}
