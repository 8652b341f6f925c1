import { describe, expect, it } from 'vitest';
import { dayOf, timeOf } from '../../../domain/calendar/instant.ts';
import { isWorkingDay } from '../../../domain/calendar/working-days.ts';
import { castActs } from '../../../domain/rehearsal/cast.ts';
import { rolesOf } from '../../../domain/roster/roster.ts';
import { actLine, played, sceneOf } from './played.ts';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

describe('the cast of a year', () => {
  const scene = sceneOf(7);
  const { batches, acts } = played(scene, YEAR);

  it('does the same for the same seed, and something else for another', () => {
    expect(played(sceneOf(7), YEAR).acts.map(actLine)).toEqual(acts.map(actLine));
    expect(played(sceneOf(8), YEAR).acts.map(actLine)).not.toEqual(acts.map(actLine));
  });

  it('depends on each duty alone: neither their order nor their company changes anything', () => {
    const rounds = batches.filter(({ obligations, workflow }) => workflow.type === 'round' && obligations.length > 5);
    expect(rounds.length).toBeGreaterThanOrEqual(3);
    for (const batch of rounds) {
      const together = castActs(scene, batch);
      const reversed = castActs(scene, { ...batch, obligations: [...batch.obligations].reverse() });
      const alone = batch.obligations.flatMap((row) => castActs(scene, { ...batch, obligations: [row] }));
      expect(new Set(reversed.map(actLine))).toEqual(new Set(together.map(actLine)));
      expect(new Set(alone.map(actLine))).toEqual(new Set(together.map(actLine)));
    }
  });

  it('acts after what it answers, on working days, between the morning’s messages and the evening', () => {
    for (const batch of batches) {
      for (const act of castActs(scene, batch)) {
        expect(act.at > batch.at, `${act.key} at ${act.at}, written at ${batch.at}`).toBe(true);
        expect(isWorkingDay(scene.calendar, dayOf(act.at)), act.at).toBe(true);
        expect(timeOf(act.at) > '08:00' && timeOf(act.at) < '16:36', act.at).toBe(true);
      }
    }
  });

  it('gives every act a name and a moment of its own', () => {
    expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length);
    expect(new Set(acts.map(({ at }) => at)).size).toBe(acts.length);
  });

  it('lets everybody act only in a post that he holds', () => {
    for (const { person, at, body } of acts) {
      const { agency, roles } = 'by' in body ? body.by : body.raisedBy;
      const held = scene.roster.posts.filter((post) => post.person === person && post.agency === agency);
      expect(
        held.map(({ role }) => role),
        `${person} ${at}`,
      ).toEqual(expect.arrayContaining(roles));
      expect(roles.length).toBeGreaterThan(0);
    }
  });
});

describe('the characters of the cast', () => {
  it('all occur in the first years of a plan', () => {
    const kinds = new Set(played(sceneOf(1), { from: '2022-05-01', to: '2024-12-31' }).journal.map(({ kind }) => kind));
    const wanted = [
      ...['submitted', 'confirmed', 'accepted', 'returned', 'sent'],
      ...['extensionRequested', 'extended', 'escalated', 'led'],
      ...['obstacleRaised', 'obstacleAnswered', 'obstacleSettled'],
    ];
    expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

describe('roles that people play themselves', () => {
  it('are left alone; all others go on', () => {
    const mine = [
      { agency: 'so-dl', role: 'focalPoint' as const },
      { agency: 'so-khcn', role: 'coordinator' as const },
    ];
    const { acts } = played(sceneOf(7, undefined, mine), YEAR);
    const people = new Set(acts.map(({ person }) => person));
    expect(people.has('p03')).toBe(true);
    const reports = acts.filter(({ body }) => 'do' in body && body.do === 'submit' && body.by.person === 'p05');
    expect(reports).toEqual([]);
    const answers = acts.filter(({ key, person }) => key.includes('/coordinator-') && person === 'p01');
    expect(answers).toEqual([]);
  });

  it('keep everything that is theirs, whatever the others do', () => {
    const { roster } = sceneOf(7);
    const mine = ['p01', 'p05', 'p08', 'p31'].flatMap((person) => rolesOf(roster, person, '2024-01-01'));
    // With seed 20 a letter comes before the head of so-yt has confirmed, unless he is played.
    for (const seed of [3, 7, 20]) {
      const { acts } = played(sceneOf(seed, undefined, mine), { from: '2024-10-01', to: '2024-12-31' });
      const taken = acts.filter(({ person, body }) => {
        if (['p01', 'p05', 'p08', 'p31'].includes(person)) return true;
        if (!('do' in body) || !('agency' in body)) return false;
        if (['confirm', 'recordLetter'].includes(body.do)) return body.agency === 'so-yt';
        return ['submit', 'requestExtension'].includes(body.do) && body.agency === 'so-dl';
      });
      expect(taken.map(actLine), `seed ${seed}`).toEqual([]);
    }
  });

  it('the head of a played focal point answers for nobody but himself', () => {
    const mine = [{ agency: 'so-dl', role: 'focalPoint' as const }];
    const { acts } = played(sceneOf(7, undefined, mine), YEAR);
    const byHead = acts.filter(({ body }) => 'do' in body && body.do === 'submit' && body.by.agency === 'so-dl');
    expect(byHead).toEqual([]);
  });
});
