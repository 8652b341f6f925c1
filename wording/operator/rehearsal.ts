/** What a rehearsal says while it goes on. */
export const REHEARSAL_WORDS = {
  finding: 'Đang tìm máy chủ Temporal…',
  playing: (serverVersion: string): string => `Đang diễn tập trên máy chủ ${serverVersion}…`,
  done: (seconds: number, messages: number): string => `Xong sau ${seconds} giây: ${messages} tin.`,
} as const;

/** The cluster does not let us have a namespace of our own. */
export function namespaceRefused(namespace: string, why: string): string {
  return (
    `Máy chủ không cho tạo không gian tên ${namespace} cho diễn tập (${why}). ` +
    'Bỏ TEMPORAL_ADDRESS và TEMPORAL_PROFILE để diễn tập trên máy chủ riêng của chương trình.'
  );
}
