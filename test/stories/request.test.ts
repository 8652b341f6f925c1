import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOn } from '../../domain/calendar/instant.ts';
import { requestCommand } from '../../worker/asking-commands.ts';
import { type OperatorDesk, openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { StoryChat } from '../harness/story-chat.ts';
import { StoryPages } from '../harness/story-pages.ts';
import { lineOf } from '../harness/told.ts';

const KH54 = 'brvt-kh54-2022';
const REQUEST = {
  do: 'request' as const,
  plan: KH54,
  agencies: ['so-dl', 'so-yt'],
  to: '2024-09-16',
  text: 'Báo cáo nhanh kết quả 8 tháng.',
  document: 'số 9012/UBND-VP ngày 03/09/2024',
  urgent: false,
  measure: null,
};

/** UBND tỉnh asks out of turn; Wednesday 04/09/2024 is the first working day after the holiday. */
describe('a report asked out of turn lives like any other', () => {
  let story: Story;
  let desk: OperatorDesk;
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-04T07:30', plans: [KH54] });
    desk = await openDesk(story);
  });
  afterAll(async () => {
    await desk.close();
    await story.close();
  });

  const dondoc = (...args: string[]) => desk.run(requestCommand, ...args);

  it.each([
    { label: 'without the number of a document', change: { document: 'theo chỉ đạo' }, refused: 'DOCUMENT_MISSING' },
    { label: 'of nobody', change: { agencies: [] }, refused: 'NOBODY_ASKED' },
    { label: 'with one working day', change: { to: '2024-09-05' }, refused: 'TOO_SHORT' },
    { label: 'for a Saturday', change: { to: '2024-09-14' }, refused: 'DAY_NOT_WORKING' },
    { label: 'for a day past', change: { to: '2024-08-30' }, refused: 'DAY_PAST' },
  ])('is refused $label', async ({ change, refused }) => {
    const answer = refusalOf(await performing(story, 'so-khcn', 'coordinator')({ ...REQUEST, ...change }));
    expect(answer.refused).toBe(refused);
    if (refused === 'TOO_SHORT') expect(answer.facts).toEqual({ day: '2024-09-05', least: '2024-09-06' });
  });

  it('is not for an agency that owes to ask', async () => {
    expect(refusalOf(await performing(story, 'so-dl', 'head')(REQUEST)).refused).toBe('NOT_YOURS');
  });

  it('the command says in Vietnamese what is wrong', async () => {
    const args = ['--agencies', 'so-dl', '--text', 'Báo cáo nhanh.', '--document', 'số 9012/UBND-VP ngày 03/09/2024'];
    const short = await dondoc(KH54, ...args, '--due', '05/09/2024');
    expect(short.code).toBe(1);
    expect(short.err).toContain('không đủ 2 ngày làm việc');
    const unknown = await dondoc(KH54, ...args.slice(2), '--agencies', 'so-khong-co', '--due', '2024-09-16');
    expect(unknown.err).toContain('“so-khong-co”');
    expect((await dondoc(KH54, '--due', '2024-09-16')).code).toBe(2);
  });

  it('the command opens the round; it is told at once, reminded, and climbs its ladder', async () => {
    const asked = await dondoc(
      ...[KH54, '--agencies', 'so-dl,so-yt', '--due', '16/09/2024', '--json'],
      ...['--text', REQUEST.text, '--document', REQUEST.document],
    );
    expect(asked.err).toBe('');
    const { round, lastDayOn } = JSON.parse(asked.out) as { round: string; lastDayOn: string };
    expect(lastDayOn).toBe('2024-09-16');
    const key = round.slice('round/brvt/'.length);
    await story.advance('2024-09-06 09:00');
    const opened = await story.notices({ of: `${key}/so-dl`, kind: 'requestOpened' });
    expect(opened.map(({ words }) => words)).toEqual([REQUEST.text]);
    const letter = story.post.letters.find(({ text }) => text.includes(REQUEST.text));
    expect(letter?.text).toContain('Văn bản số 9012/UBND-VP ngày 03/09/2024.');
    await story.as('so-yt', 'head').submit(`${key}/so-yt`);
    expect(await story.as('so-khcn', 'reviewer').accept(`${key}/so-yt`)).toEqual({ status: 'done' });
    await story.advance('2024-09-24 09:00');
    const told = await story.notices({ of: `${key}/so-dl`, kind: ['reminder', 'escalation'] });
    expect(told.map(lineOf)).toEqual([
      '2024-09-05 08:00 reminder → so-dl/focalPoint',
      '2024-09-11 08:00 reminder → so-dl/focalPoint',
      '2024-09-13 08:00 reminder → so-dl/focalPoint',
      '2024-09-16 08:00 reminder → so-dl/focalPoint',
      '2024-09-17 08:00 escalation → so-dl/head',
      '2024-09-19 08:00 escalation → so-khcn/coordinator',
      '2024-09-23 08:00 escalation → ubnd-tinh/leadership',
    ]);
    expect(await story.notices({ of: `${key}/so-yt`, since: '2024-09-07', kind: ['reminder', 'escalation'] })).toEqual(
      [],
    );
    await story.as('so-dl', 'head').submit(`${key}/so-dl`);
    await story.as('so-khcn', 'reviewer').accept(`${key}/so-dl`);
    expect((await story.state(round))?.phase).toBe('closed');
  });

  it('one working day is enough where it is marked urgent', async () => {
    const outcome = await performing(story, 'so-khcn', 'coordinator')({ ...REQUEST, to: '2024-09-25', urgent: true });
    expect(outcome.kind).toBe('done');
    await story.advance('2024-09-25 09:00');
    const { person } = story.as('so-yt', 'focalPoint').actor;
    const sent = await story.database.db
      .selectFrom('message')
      .select(['channel', 'subject', 'text', 'reply'])
      .where('person', '=', person)
      .where('slot', '=', instantOn('2024-09-25', '08:00'))
      .orderBy('channel')
      .execute();
    expect(sent.map(({ channel, subject }) => [channel, subject])).toEqual([
      ['email', 'Việc hôm nay: 2 việc, 2 khẩn'],
      ['webChat', 'Việc hôm nay: 2 việc, 2 khẩn'],
    ]);
    const [letter, chat] = sent;
    expect(letter?.text).toContain('KHẨN. Yêu cầu: báo cáo theo yêu cầu, KH 54/KH-UBND, hạn 25/09/2024');
    expect(letter?.text).toContain('KHẨN. Nhắc: báo cáo theo yêu cầu');
    expect(letter?.text).toContain('Mức độ khẩn: KHẨN, do Sở Khoa học và Công nghệ ấn định.');
    expect(JSON.stringify(chat?.reply)).toContain('KHẨN. Yêu cầu: báo cáo theo yêu cầu');
  });

  it('who has no other part in the plan reads its page from then on, and in the chat that it is urgent', async () => {
    const page = `/ke-hoach/${KH54}?nam=2024`;
    const statistics = new StoryPages(story).as('cuc-tk', 'focalPoint');
    expect((await statistics.get(page)).status).toBe(404);
    const asked = { ...REQUEST, agencies: ['cuc-tk'], to: '2024-09-26', urgent: true };
    expect((await performing(story, 'so-khcn', 'coordinator')(asked)).kind).toBe('done');
    const seen = await statistics.get(page);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Báo cáo theo yêu cầu');
    const said = await new StoryChat(story).as('cuc-tk', 'focalPoint').say('việc');
    expect(said).toContain('Sở Khoa học và Công nghệ yêu cầu khẩn: “Báo cáo nhanh kết quả 8 tháng.”');
  });
});
