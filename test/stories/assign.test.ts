import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { contributionCommand } from '../../worker/contribution-command.ts';
import { assignCommand } from '../../worker/recording-commands.ts';
import { openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024`;
/** "Sở Khoa học và Công nghệ; các cơ quan, tổ chức liên quan" lead it: the second part names nobody. */
const MEASURE = 'II.2.4';

describe('the vague part of a lead is nobody’s work until the coordinator settles it', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-02T07:30', plans: [KH54] });
  });
  afterAll(() => story.close());

  const assigning = (change: object = {}) => ({
    do: 'assignMeasure' as const,
    plan: KH54,
    measure: MEASURE,
    agencies: ['so-ct'],
    text: 'Theo phân công tại cuộc họp ngày 30/8/2024.',
    ...change,
  });

  it.each([
    { label: 'an agency itself', by: 'so-ct', role: 'head', change: {}, refused: 'NOT_YOURS' },
    { label: 'without a reason', by: 'so-khcn', role: 'coordinator', change: { text: ' ' }, refused: 'REASON_MISSING' },
    { label: 'nobody', by: 'so-khcn', role: 'coordinator', change: { agencies: [] }, refused: 'NOBODY_ASKED' },
    {
      label: 'a measure whose leads are all named',
      by: 'so-khcn',
      role: 'coordinator',
      change: { measure: 'IV.1' },
      refused: 'MEASURE_ASSIGNED',
    },
    {
      label: 'a measure that the plan lacks',
      by: 'so-khcn',
      role: 'coordinator',
      change: { measure: 'IX.9' },
      refused: 'UNKNOWN_MEASURE',
    },
  ] as const)('is refused: $label', async ({ by, role, change, refused }) => {
    expect(refusalOf(await performing(story, by, role)(assigning(change))).refused).toBe(refused);
  });

  it('is settled by a command, with its reason in the journal', async () => {
    const desk = await openDesk(story);
    const said = await desk.run(assignCommand, KH54, MEASURE, '--agencies', 'so-ct', '--text', 'Theo phân công.');
    const unknown = await desk.run(assignCommand, KH54, MEASURE, '--agencies', 'so-ctt', '--text', 'Nhầm.');
    await desk.close();
    expect(said).toEqual({ code: 0, out: 'Đã ghi.\n', err: '' });
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect((await story.journal('measureAssigned')).map(({ facts }) => facts)).toEqual([
      { measure: MEASURE, agencies: 'so-ct' },
    ]);
  });

  it('who has no other part in the plan reads it from then on, with the measure he was named for', async () => {
    const statistics = new StoryPages(story).as('cuc-tk', 'focalPoint');
    const page = `/ke-hoach/${KH54}?nam=2024`;
    expect((await statistics.get(page)).status).toBe(404);
    expect((await statistics.get('/ke-hoach')).text).not.toContain('KH 54/KH-UBND');
    const named = assigning({ agencies: ['so-ct', 'cuc-tk'] });
    expect((await performing(story, 'so-khcn', 'coordinator')(named)).kind).toBe('done');
    const seen = await statistics.get(page);
    expect(seen.status).toBe(200);
    expect(seen.text).toContain(MEASURE);
    expect(seen.text).not.toContain('II.2.3');
    expect((await statistics.get('/ke-hoach')).text).toContain('KH 54/KH-UBND');
    expect((await statistics.get(`/ke-hoach/${KH54}/chi-tieu`)).status).toBe(403);
  });

  it('from the next round on the named agency is asked about it, the others are not', async () => {
    await story.advance('2024-09-27 09:00');
    const measures = async (agency: string) => {
      const { state } = await story.obligation(`${REPORT}/${agency}`);
      return (state as { asks: Asks }).asks.measures;
    };
    expect(await measures('so-ct')).toContain(MEASURE);
    expect(await measures('so-dl')).not.toContain(MEASURE);
  });

  it('and may ask cooperating agencies for their parts by the command, as leads that the plan names', async () => {
    const desk = await openDesk(story);
    const ask = (lead: string) =>
      desk.run(
        ...[contributionCommand, KH54, MEASURE, '--lead', lead, '--agencies', 'so-yt'],
        ...['--due', '15/10/2024', '--text', 'Gửi số liệu.'],
      );
    const [named, other] = [await ask('so-ct'), await ask('so-dl')];
    await desk.close();
    expect(named).toMatchObject({ code: 0, err: '' });
    expect(named.out).toContain('Sở Y tế');
    expect(other.err).toContain('Sở Khoa học và Công nghệ, Sở Công Thương, Cục Thống kê tỉnh chủ trì, không phải');
  });
});
