/** What one process of several may be; without a role one process is all of them. */
export const ROLES = ['worker', 'bot', 'web'] as const;
export type Role = (typeof ROLES)[number];
