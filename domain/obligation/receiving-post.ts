import type { Role } from '../engine/message.ts';

/** The post that receives duties of a kind: parts that a lead asked for come to his focal point, all else to a reviewer. */
export function receivingPost(kind: string): Role {
  return kind === 'contribution' ? 'focalPoint' : 'reviewer';
}
