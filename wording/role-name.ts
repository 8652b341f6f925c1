import type { Role } from '../domain/roster/roster.ts';

const NAMES: Record<Role, string> = {
  focalPoint: 'chuyên viên đầu mối',
  head: 'lãnh đạo đơn vị',
  reviewer: 'người duyệt',
  coordinator: 'điều phối',
  leadership: 'lãnh đạo',
  admin: 'quản trị',
};

/** A role in words. Example: focalPoint → chuyên viên đầu mối. */
export function roleName(role: Role): string {
  return NAMES[role];
}

/** What stands under a name: the office title where the directory gives one, else the roles. */
export function postName(title: string | null, roles: Role[]): string {
  return title ?? roles.map(roleName).join(', ');
}
