import type { Role } from '../../../domain/roster/roster.ts';
import type { WebActor } from '../../../web/access.ts';

const actor = (person: string, agency: string, ...roles: Role[]): WebActor => ({
  person,
  agency,
  roles,
  name: person,
  title: roles.join(', '),
  agencyName: agency,
});

/** People of the trial's directory, with their posts. */
export const COORDINATOR = actor('p01', 'so-khcn', 'coordinator', 'reviewer');
export const OWN_HEAD = actor('p02', 'so-khcn', 'head');
export const TOURISM = actor('p05', 'so-dl', 'focalPoint');
export const TOURISM_HEAD = actor('p06', 'so-dl', 'head');
export const HEALTH = actor('p07', 'so-yt', 'focalPoint');
export const HEALTH_HEAD = actor('p08', 'so-yt', 'head');
export const EDUCATION = actor('p09', 'so-gddt', 'focalPoint');
export const BUILDING = actor('p15', 'so-xd', 'focalPoint');
export const TRANSPORT = actor('p21', 'so-gtvt', 'focalPoint');
export const TRANSPORT_HEAD = actor('p22', 'so-gtvt', 'head');
export const VICE_CHAIR = actor('p31', 'ubnd-tinh', 'leadership');
export const ADMIN = actor('p33', 'so-khcn', 'admin');
