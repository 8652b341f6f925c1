import type { AgencyRef, Plan } from '../plan/plan.ts';
import type { AgencyRole, Role } from './roster.ts';

/**
 * The roles that plans need filled: a focal point and a head for each agency that owes, a reviewer for each that
 * receives, coordinator and leadership. `acts` says which agencies can hold posts; a central body or an unlisted group
 * cannot.
 */
export function neededPosts(plans: Plan[], acts: (agency: string) => boolean): AgencyRole[] {
  const needed: AgencyRole[] = [];
  const add = (agencies: AgencyRef[], ...roles: Role[]): void => {
    for (const { id } of agencies) {
      if (!acts(id)) continue;
      for (const role of roles) {
        if (!needed.some((known) => known.agency === id && known.role === role)) needed.push({ agency: id, role });
      }
    }
  };
  for (const plan of plans) {
    for (const requirement of plan.requirements) {
      add(requirement.owedBy, 'focalPoint', 'head');
      if (requirement.reviewer && requirement.reviewer.id !== plan.leadership.id)
        add([requirement.reviewer], 'reviewer');
    }
    for (const review of plan.reviews) add(review.by, 'focalPoint', 'head');
    add([plan.coordinator], 'coordinator');
    add([plan.leadership], 'leadership');
  }
  return needed;
}
