/** TEMPORAL_CLI_PATH names a file that is no Temporal CLI. */
export function cannotRunConfigured(path: string): string {
  return (
    `TEMPORAL_CLI_PATH chỉ tới ${path}, nhưng tệp này không chạy được hoặc không phải chương trình temporal. ` +
    'Sửa đường dẫn, hoặc bỏ biến này để chương trình tự tìm máy chủ.'
  );
}

/** TEMPORAL_CLI_PATH names a CLI whose server is too old. */
export function configuredTooOld(path: string, serverVersion: string, oldest: string): string {
  return (
    `TEMPORAL_CLI_PATH chỉ tới ${path}, máy chủ bản ${serverVersion}; cần từ bản ${oldest}. ` +
    'Trỏ tới bản mới hơn, hoặc bỏ biến này để chương trình tự tìm máy chủ.'
  );
}

/** No way led to a server. */
export function noServer({ cliVersion, cachePlace }: { cliVersion: string; cachePlace: string }): string {
  return [
    'Không tìm được máy chủ Temporal. Làm một trong các cách sau rồi chạy lại:',
    '  1. đặt TEMPORAL_ADDRESS (và các biến TEMPORAL_… khác) để dùng một cụm máy chủ có sẵn;',
    '  2. đặt TEMPORAL_CLI_PATH tới chương trình temporal đã có;',
    '  3. cài chương trình temporal vào PATH;',
    `  4. chép chương trình temporal ${cliVersion} vào ${cachePlace};`,
    '  5. mở mạng tới temporal.download để chương trình tự tải;',
    '  6. cài Go (https://go.dev/dl/) và mở mạng tới kho mã nguồn Go để chương trình tự dựng, ba đến bốn phút.',
  ].join('\n');
}

/** Another process has the server's file. */
export function serverFileHeld(file: string, holder: { pid: number | null; host: string }): string {
  const who = holder.pid === null ? 'một tiến trình khác' : `tiến trình ${holder.pid}`;
  return `Tệp ${file} đang do ${who} trên máy ${holder.host} giữ. Dừng tiến trình đó trước.`;
}

/** The server's file was written by another version. */
export function serverFileOfOtherVersion(facts: { file: string; written: string | null; present: string }): string {
  const written = facts.written === null ? 'không rõ bản nào' : `bản ${facts.written}`;
  const again =
    facts.written === null
      ? 'Trả lại tệp temporal.version đã nằm cạnh nó'
      : `Dùng lại máy chủ bản ${facts.written} (đặt TEMPORAL_CLI_PATH)`;
  return (
    `Tệp ${facts.file} do máy chủ Temporal ${written} ghi, còn máy chủ tìm được là bản ${facts.present}. ` +
    `Tệp của bản này không chắc đọc được ở bản khác, nên không mở. ${again}, hoặc mở một thư mục dữ liệu mới (DONDOC_DATA).`
  );
}

/** The server's program ended before it answered. */
export function serverDidNotStart(facts: { program: string; lastLines: string }): string {
  return `Máy chủ Temporal (${facts.program}) không khởi động được:\n${facts.lastLines}`;
}

/** The chosen port answers, but it is not the server just started. */
export function serverIsSomebodyElses(address: string): string {
  return `Cổng ${address} có chương trình khác trả lời, không phải máy chủ vừa mở. Thử lại, hoặc dừng chương trình kia.`;
}

/** The cluster does not answer. */
export function clusterDoesNotAnswer(address: string, why: string): string {
  return `Máy chủ Temporal ở ${address} không trả lời (${why}). Kiểm tra các biến TEMPORAL_… và đường mạng.`;
}

/** The cluster refuses to create search attributes, and some are missing or of another type. */
export function searchAttributesMissing(namespace: string, names: string[]): string {
  return (
    `Không gian tên ${namespace} thiếu thuộc tính tìm kiếm, hoặc thuộc tính sai kiểu: ${names.join(', ')}. ` +
    'Nhờ người quản trị cụm máy chủ tạo các thuộc tính này.'
  );
}
