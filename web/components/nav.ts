import type { WebActor } from '../access.ts';

export type NavKey =
  | 'today'
  | 'chat'
  | 'plans'
  | 'obstacles'
  | 'directory'
  | 'calendar'
  | 'mailbox'
  | 'roles'
  | 'system'
  | 'none';

export interface NavItem {
  key: NavKey;
  href: string;
  label: string;
}

const TODAY: NavItem = { key: 'today', href: '/', label: 'Hôm nay' };
const CHAT: NavItem = { key: 'chat', href: '/chat#cau-hoi', label: 'Trả lời' };
const PLANS: NavItem = { key: 'plans', href: '/ke-hoach', label: 'Kế hoạch' };
const OBSTACLES: NavItem = { key: 'obstacles', href: '/kho-khan', label: 'Khó khăn, vướng mắc' };
const DIRECTORY: NavItem = { key: 'directory', href: '/danh-ba', label: 'Danh bạ' };
const CALENDAR: NavItem = { key: 'calendar', href: '/lich', label: 'Lịch' };
const MAILBOX: NavItem = { key: 'mailbox', href: '/hop-thu', label: 'Hộp thư' };
const ROLES: NavItem = { key: 'roles', href: '/vai-chay-thu', label: 'Các vai' };

/** The menu of a person: what his posts let him do; the trial's own pages only in the trial. */
export function navOf(actor: WebActor, trial: boolean): NavItem[] {
  const trialPages = trial ? [MAILBOX, ROLES] : [];
  const office = actor.roles.some((role) => role === 'coordinator' || role === 'reviewer' || role === 'admin');
  if (office) return [TODAY, PLANS, OBSTACLES, DIRECTORY, CALENDAR, CHAT, ...trialPages];
  if (actor.roles.includes('leadership')) return [TODAY, PLANS, OBSTACLES, CHAT, ...trialPages];
  return [TODAY, CHAT, PLANS, OBSTACLES, CALENDAR, ...trialPages];
}
