import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hrefObligation } from '../../web/href.ts';
import { formsOf } from '../faults/read-page.ts';
import { openStory, type Story } from '../harness/story.ts';
import { type Got, type Reader, StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const DUTY = `${KH54}/2024/IV.2.đ/2024/so-dl`;

/** A browser whose answer never came sends the form again as it was; a button pressed twice does the same. */
describe('a form that arrives twice is one act', () => {
  let story: Story;
  let pages: StoryPages;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    pages = new StoryPages(story);
  });
  afterAll(() => story.close());

  /** What is confirmed on a page, with everything that its form carries. */
  function toConfirm({ html, text }: Got): Record<string, string> {
    const form = formsOf(html).find((fields) => fields['xac-nhan'] === '1');
    if (form === undefined) throw new Error(`nothing to confirm: ${text}`);
    return form;
  }

  async function twice(reader: Reader, path: string, looked: Got): Promise<[Got, Got]> {
    const form = toConfirm(looked);
    return [await reader.post(path, form), await reader.post(path, form)];
  }

  const obstacles = (): Promise<unknown[]> =>
    story.database.db.selectFrom('workflow').select('workflow').where('type', '=', 'obstacle').execute();

  it('a difficulty is raised once; looked at anew, the same words are another', async () => {
    const raiser = pages.as('so-dl', 'focalPoint');
    const words = { ve: 'tu-do', 'noi-dung': 'Chưa có hướng dẫn.' };
    const [first, second] = await twice(raiser, '/kho-khan/moi', await raiser.post('/kho-khan/moi', words));
    for (const got of [first, second]) {
      expect(got).toMatchObject({ status: 200, at: '/kho-khan' });
      expect(got.text).toContain('Đã gửi khó khăn, vướng mắc đến cơ quan điều phối.');
    }
    expect(await obstacles()).toHaveLength(1);
    await raiser.post('/kho-khan/moi', toConfirm(await raiser.post('/kho-khan/moi', words)));
    expect(await obstacles()).toHaveLength(2);
  });

  it('a request opens one round', async () => {
    const coordinator = pages.as('so-khcn', 'coordinator');
    const request = {
      'co-quan/so-dl': '1',
      den: '21/10/2024',
      'noi-dung': 'Báo cáo nhanh.',
      'so-van-ban': '9012/UBND-VP',
      'ngay-van-ban': '04/10/2024',
    };
    const path = `/ke-hoach/${KH54}/yeu-cau`;
    const [first, second] = await twice(coordinator, path, await coordinator.post(path, request));
    expect([first.status, second.status]).toEqual([200, 200]);
    const rounds = await story.database.db
      .selectFrom('workflow')
      .select('workflow')
      .where('workflow', 'like', `round/brvt/${KH54}/2024/request/%`)
      .execute();
    expect(rounds).toHaveLength(1);
  });

  it('a confirmation that is repeated when it is done is told so, and not that it cannot be done', async () => {
    await story.advance('2024-10-25 09:00');
    expect((await story.as('so-dl', 'focalPoint').submit(DUTY)).status).toBe('done');
    const head = pages.as('so-dl', 'head');
    const path = hrefObligation(DUTY);
    const [first, second] = await twice(head, path, await head.get(`${path}?viec=xac-nhan`));
    for (const got of [first, second]) expect(got.text).toMatch(/Đã xác nhận .*: số liệu chính thức\./);
    const kinds = (await story.journal(DUTY)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'confirmed')).toHaveLength(1);
  });

  it('nobody sends a form of somebody else', async () => {
    const raiser = pages.as('so-dl', 'focalPoint');
    const words = { ve: 'tu-do', 'noi-dung': 'Việc của người khác.' };
    const form = toConfirm(await raiser.post('/kho-khan/moi', words));
    await raiser.post('/kho-khan/moi', form);
    const before = (await obstacles()).length;
    await pages.as('so-yt', 'focalPoint').post('/kho-khan/moi', form);
    expect(await obstacles()).toHaveLength(before + 1);
  });
});
