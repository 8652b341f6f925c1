/** Nothing can be kept, so nothing is acknowledged. */
export function diskFull(): string {
  return 'Ổ đĩa của cơ sở dữ liệu đã đầy: chưa ghi được gì thêm, chưa việc nào bị mất. Dọn chỗ, chương trình tự đi tiếp.';
}

export function databaseAway(): string {
  return 'Cơ sở dữ liệu không trả lời: việc đang làm được giữ lại và tự thử lại. Kiểm tra máy chủ trong DATABASE_URL.';
}

export function temporalAway(): string {
  return 'Máy chủ Temporal không trả lời: việc đang làm được giữ lại và tự thử lại.';
}
