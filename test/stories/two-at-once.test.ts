import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActOutcome } from '../../client/act.ts';
import { createPerform } from '../../client/perform.ts';
import { createRecords } from '../../store/records.ts';
import { openStory, type Story } from '../harness/story.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';

/** Holds everybody until so many have come, then lets them go on together; then the next so many. */
function meeting(size: number): () => Promise<void> {
  let waiting: (() => void)[] = [];
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length < size) return;
      for (const go of waiting) go();
      waiting = [];
    });
}

describe('two people act on one obligation at the same moment', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-21T10:00', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  it('asking for the same parts: one round opens, the other is told that they are asked for; another agency is asked', async () => {
    const asked = {
      do: 'contribute' as const,
      obligation: `${ROUND}/so-dl`,
      measure: 'IV.1',
      agencies: ['so-yt', 'so-xd'],
      to: '2024-10-30',
      text: 'Gửi số liệu doanh nghiệp được hỗ trợ.',
    };
    const records = createRecords(story.database.db, () => story.calendar);
    const both = meeting(2);
    const perform = createPerform(
      {
        ...records,
        async partsAsked(...of) {
          const found = await records.partsAsked(...of);
          await both();
          return found;
        },
      },
      story.engine.counter,
    );
    const { actor } = story.as('so-dl', 'focalPoint');
    const ask = (key: string, agencies = asked.agencies): Promise<ActOutcome> =>
      perform({ actor, channel: 'story', key }, { ...asked, agencies });
    const outcomes = await Promise.all([ask('parts-1'), ask('parts-2', ['so-xd', 'so-yt'])]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    const refused = outcomes.find((outcome) => outcome.kind === 'refused');
    expect(refused).toMatchObject({ refusal: { refused: 'PART_ASKED', facts: { measure: 'IV.1' } } });
    const parts = async (): Promise<string[]> => {
      const rows = await story.database.db
        .selectFrom('obligation')
        .select('agency')
        .where('kind', '=', 'contribution')
        .orderBy('agency')
        .execute();
      return rows.map(({ agency }) => agency);
    };
    expect(await parts()).toEqual(['so-xd', 'so-yt']);
    const different = await Promise.all([ask('parts-3', ['so-ct']), ask('parts-4', ['so-gddt'])]);
    expect(different.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await parts()).toEqual(['so-ct', 'so-gddt', 'so-xd', 'so-yt']);
  });

  it('accepting and returning: one of them happens, the other is refused with the reason', async () => {
    await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`);
    const answers = await Promise.all([
      story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`),
      story.as('so-khcn', 'head').returnForRevision(`${ROUND}/so-dl`, 'Thiếu số liệu.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
    const { phase, state } = await story.obligation(`${ROUND}/so-dl`);
    const [submission] = state.submissions as { decision: string }[];
    expect([
      ['accepted', 'accepted'],
      ['open', 'returned'],
    ]).toContainEqual([phase, submission?.decision]);
  });

  it('two answers of one agency: both are kept, in order, and the later one counts', async () => {
    const answers = await Promise.all([
      story.as('so-yt', 'head').submit(`${ROUND}/so-yt`, { receipt: 'BN-2024-0901' }),
      story.as('so-yt', 'focalPoint').submit(`${ROUND}/so-yt`, { receipt: 'BN-2024-0902' }),
    ]);
    expect(answers).toEqual([{ status: 'done' }, { status: 'done' }]);
    const { state } = await story.obligation(`${ROUND}/so-yt`);
    const submissions = state.submissions as { number: number; receipt: string }[];
    expect(submissions.map(({ number }) => number)).toEqual([1, 2]);
    expect(submissions.map(({ receipt }) => receipt).sort()).toEqual(['BN-2024-0901', 'BN-2024-0902']);
  });

  it('an act while time is moving is answered before time has arrived', async () => {
    let arrived = false;
    const moving = story.advance('2024-11-29 23:00').then(() => {
      arrived = true;
    });
    const answer = await story.as('so-xd', 'head').submit(`${ROUND}/so-xd`);
    expect([answer, arrived]).toEqual([{ status: 'done' }, false]);
    await moving;
    const rungs = await story.notices({ of: `${ROUND}/so-xd`, kind: 'escalation' });
    const { state } = await story.obligation(`${ROUND}/so-xd`);
    const [submission] = state.submissions as { at: string }[];
    const actedAt = submission?.at.slice(0, 16).replace('T', ' ') ?? '';
    expect(rungs.filter(({ decided }) => decided > actedAt)).toEqual([]);
  });
});
