import { describe, expect, it } from 'vitest';
import { type Action, may, NO_SUBJECT, type Subject, type WebActor } from '../../web/access.ts';
import { COORDINATOR, FOCAL, HEAD, LEADER } from './fixtures.ts';

const FINANCE: WebActor = { ...COORDINATOR, person: 'p03', agency: 'so-tai-chinh', roles: ['reviewer'] };
const ADMIN: WebActor = { ...COORDINATOR, person: 'p91', roles: ['admin'] };
const OWN_HEAD: WebActor = { ...COORDINATOR, person: 'p02', roles: ['head'] };

const tourism: Subject = { owing: ['so-du-lich'], reviewer: 'so-kh-cn', coordinator: 'so-kh-cn', asked: [] };
const health: Subject = { ...tourism, owing: ['so-y-te'] };
const estimate: Subject = { ...tourism, reviewer: 'so-tai-chinh' };
const consolidation: Subject = { ...tourism, owing: ['so-kh-cn'], reviewer: 'ubnd-tinh' };
const ownReport: Subject = { ...tourism, owing: ['so-kh-cn'] };
const plan: Subject = { owing: [], reviewer: 'ubnd-tinh', coordinator: 'so-kh-cn', asked: [] };
const asked: Subject = { ...tourism, asked: ['p90'] };

describe('who may', () => {
  it.each<[label: string, actor: WebActor, action: Action, subject: Subject, allowed: boolean]>([
    ['an agency sees its own duty', FOCAL, 'seeObligation', tourism, true],
    ["an agency does not see another's duty", FOCAL, 'seeObligation', health, false],
    ['an agency does not see a whole round', FOCAL, 'seeRound', tourism, false],
    ['a head does not see the round of the others either', HEAD, 'seeRound', tourism, false],
    ['the coordinator sees every duty of his plan', COORDINATOR, 'seeObligation', health, true],
    ['the coordinator sees a round', COORDINATOR, 'seeRound', tourism, true],
    ['finance sees what it receives', FINANCE, 'seeObligation', estimate, true],
    ['finance does not see what it does not receive', FINANCE, 'seeObligation', health, false],
    ['leadership sees every duty', LEADER, 'seeObligation', health, true],
    ['an administrator sees every duty', ADMIN, 'seeObligation', health, true],
    ['the receiving agency accepts', COORDINATOR, 'decide', tourism, true],
    ['finance accepts an estimate', FINANCE, 'decide', estimate, true],
    ['the coordinator does not accept what finance receives', COORDINATOR, 'decide', estimate, false],
    ['nobody accepts what his own agency owes', COORDINATOR, 'decide', ownReport, false],
    ['a consolidation is not accepted by its author', COORDINATOR, 'decide', consolidation, false],
    ['an agency does not accept its own report', FOCAL, 'decide', tourism, false],
    ['an administrator decides nothing', ADMIN, 'decide', tourism, false],
    ['the focal point answers', FOCAL, 'answer', tourism, true],
    ['the coordinator does not answer as the agency', COORDINATOR, 'answer', tourism, false],
    ['the coordinator records on behalf', COORDINATOR, 'recordOnBehalf', tourism, true],
    ['an agency records nothing on behalf', FOCAL, 'recordOnBehalf', tourism, false],
    ['the author records the letter of a consolidation', COORDINATOR, 'recordLetter', consolidation, true],
    ['only the head confirms', HEAD, 'confirm', tourism, true],
    ['the focal point does not confirm', FOCAL, 'confirm', tourism, false],
    ["a head does not confirm another agency's figures", HEAD, 'confirm', health, false],
    ['what an agency owes itself its head confirms', OWN_HEAD, 'confirm', ownReport, true],
    ['the agency objects to what was recorded for it', HEAD, 'object', tourism, true],
    ['the leader who was asked answers', LEADER, 'giveOpinion', asked, true],
    ['a leader who was not asked does not', LEADER, 'giveOpinion', tourism, false],
    ['the coordinator does not answer for the leader', COORDINATOR, 'giveOpinion', asked, false],
    ['the coordinator settles what came before the start', COORDINATOR, 'settleImported', tourism, true],
    ['an agency does not', FOCAL, 'settleImported', tourism, false],
    ['the coordinator asks for a report out of turn', COORDINATOR, 'askReport', plan, true],
    ['so does the head of the coordinating agency', OWN_HEAD, 'askReport', plan, true],
    ['an agency asks nobody', HEAD, 'askReport', plan, false],
    ['leadership asks through the coordinator', LEADER, 'askReport', plan, false],
    ["another plan's coordinator does not", COORDINATOR, 'askReport', { ...plan, coordinator: 'so-du-lich' }, false],
    ['an agency sets no measure going', FOCAL, 'triggerMeasure', plan, false],
    ['the coordinator settles a vague lead', COORDINATOR, 'assignMeasure', plan, true],
    ['an agency names no leads', HEAD, 'assignMeasure', plan, false],
    ['the coordinator records what leadership concluded', COORDINATOR, 'concludeReview', plan, true],
    ['leadership concludes a review', LEADER, 'concludeReview', plan, true],
    ['an agency concludes nothing', HEAD, 'concludeReview', plan, false],
    ['finance records what it allocates', FINANCE, 'recordMoney', { ...plan, owing: ['so-tai-chinh'] }, true],
    ['an agency does not record its own money', HEAD, 'recordMoney', { ...plan, owing: ['so-tai-chinh'] }, false],
    ['the coordinator says how a target is counted', COORDINATOR, 'settleTarget', plan, true],
    ['an administrator does not', ADMIN, 'settleTarget', plan, false],
    ['leadership sees the figures of targets', LEADER, 'seeTargets', plan, true],
    ['an agency does not see those of the others', FOCAL, 'seeTargets', plan, false],
    ['an agency does not move the clock', FOCAL, 'moveClock', NO_SUBJECT, false],
    ['the coordinator moves the clock', COORDINATOR, 'moveClock', NO_SUBJECT, true],
    ['one reads letters to oneself', FOCAL, 'seeLetter', { ...NO_SUBJECT, asked: ['p11'] }, true],
    ['one does not read letters to others', FOCAL, 'seeLetter', { ...NO_SUBJECT, asked: ['p12'] }, false],
    ['one mends one’s own address', FOCAL, 'editAddress', { ...tourism, asked: ['p11'] }, true],
    ['one does not mend another’s', FOCAL, 'editAddress', { ...tourism, asked: ['p12'] }, false],
    ['a focal point does not announce days off', FOCAL, 'announceDay', NO_SUBJECT, false],
    ['the agency that raised an obstacle settles it', FOCAL, 'settleObstacle', tourism, true],
    ['an agency does not forward an obstacle', FOCAL, 'forwardObstacle', tourism, false],
  ])('%s', (_label, actor, action, subject, allowed) => {
    expect(may(actor, action, subject)).toBe(allowed);
  });
});
