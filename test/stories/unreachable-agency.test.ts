import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAddress } from '../../store/change-address.ts';
import { at, openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
/** Focal point and head of Sở Du lịch; neither ever opened the web chat. */
const PEOPLE = ['p05', 'p06'];

/** Overdue after 05/11/2024. From 04/11 the mail server refuses both addresses; on 12/11 the address is corrected. */
describe('the ladder does not climb over somebody whom no message reached', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'], neverEntered: PEOPLE });
    await story.advance('2024-11-01 09:00');
    const { people } = story.roster;
    story.post.receiver.refuse(people.filter(({ id }) => PEOPLE.includes(id)).map(({ email }) => email ?? ''));
    await story.advance('2024-11-12 23:00');
  });
  afterAll(() => story.close());

  it('holds its rungs, and tells the coordinator that nobody is reached', async () => {
    expect(await story.notices({ of: `${ROUND}/so-dl`, kind: 'escalation' })).toEqual([]);
    expect((await story.notices({ kind: 'unreachable' })).map(lineOf)).toEqual([
      '2024-11-05 08:00 unreachable → so-khcn/coordinator',
    ]);
    expect(await story.notices({ of: `${ROUND}/so-yt`, kind: 'escalation' })).toHaveLength(3);
  });

  it('still shows it overdue, and goes on reminding', async () => {
    expect(await story.obligation(`${ROUND}/so-dl`)).toMatchObject({
      overdueAfter: '2024-11-05',
      deadline: 1,
      rung: 0,
    });
    expect((await story.notices({ of: `${ROUND}/so-dl`, kind: 'reminder' })).at(-1)).toMatchObject({
      leaves: '2024-11-05 08:00',
    });
  });

  it('goes on, later by the working days held, once a letter arrives', async () => {
    const again = await changeAddress(story.database.db, {
      person: 'p05',
      email: 'moi@so-dl.example',
      phone: null,
      at: at('2024-11-12 23:00'),
      slot: at('2024-11-13 08:00'),
      province: 'brvt',
    });
    expect(again).toBeGreaterThan(0);
    await story.advance('2024-11-13 09:00');
    expect(story.post.letters.map(({ to }) => to)).toContain('moi@so-dl.example');
    expect((await story.obligation(`${ROUND}/so-dl`)).state.unreachedSince).toBeNull();
    story.post.receiver.refuse([]);
    await story.advance('2024-11-29 23:00');
    expect((await story.notices({ of: `${ROUND}/so-dl`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-11-14 08:00 escalation → so-dl/head',
      '2024-11-18 08:00 escalation → so-khcn/coordinator',
      '2024-11-20 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });
});
