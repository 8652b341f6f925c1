import { beforeEach, describe, expect, it } from 'vitest';
import type { WebActor } from '../../web/access.ts';
import { createWeb } from '../../web/app.ts';
import { issueLink } from '../../web/auth/link-code.ts';
import { hrefObligation, hrefOpinion, hrefRound, safeReturn } from '../../web/href.ts';
import type { Outcome } from '../../web/ports.ts';
import { fixtureDeps, type Seen, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

let seen: Seen;
let web: ReturnType<typeof createWeb>;
let answer: Outcome;

beforeEach(() => {
  answer = { kind: 'done', text: 'Đã ghi nhận.' };
  const fixture = fixtureDeps({ submit: () => answer });
  seen = fixture.seen;
  web = createWeb(fixture.deps);
});

const get = async (actor: WebActor, path: string, cookies = ''): Promise<Response> =>
  web.request(path, { headers: { cookie: `${sessionOf(actor, seen)}; ${cookies}` } });

const post = async (actor: WebActor, path: string, fields: Record<string, string>): Promise<Response> =>
  web.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: sessionOf(actor, seen), 'sec-fetch-site': 'same-origin' },
  });

/** The page after the redirect, with the cookie that the answer left. */
async function follow(actor: WebActor, response: Response): Promise<string> {
  const flash = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return (await get(actor, response.headers.get('location') ?? '', flash.join('; '))).text();
}

const DUTY = hrefObligation(f.OBLIGATION_VIEW.key);
const OWN = hrefObligation(f.OWN_OBLIGATION.key);

describe('a decision on a duty', () => {
  const typed = { viec: 'gia-han', den: '15/11/2024', 'ly-do': 'Đợi số liệu quý III' };

  it('is shown with what it sends before it is done', async () => {
    const page = await (await post(f.COORDINATOR, DUTY, typed)).text();
    expect(page).toContain('Tin sẽ gửi (1)');
    expect(page).toContain('Mở hạn số 3');
    expect(page).toContain('name="xac-nhan" value="1"');
    expect(seen.commands).toEqual([]);
  });

  it('is done once confirmed, and the next page says so, once', async () => {
    const done = await post(f.COORDINATOR, DUTY, { ...typed, 'xac-nhan': '1' });
    expect([done.status, done.headers.get('location')]).toEqual([303, DUTY]);
    expect(seen.commands).toEqual([
      { do: 'extend', obligation: f.OBLIGATION_VIEW.key, to: '2024-11-15', reason: 'Đợi số liệu quý III' },
    ]);
    expect(await follow(f.COORDINATOR, done)).toContain('Đã ghi nhận.');
    expect(await (await get(f.COORDINATOR, DUTY)).text()).not.toContain('Đã ghi nhận.');
  });

  it.each([
    ['no day', { ...typed, den: '' }, 'Chưa ghi hạn mới', 'f-den'],
    ['a day that does not exist', { ...typed, den: '31/11/2024' }, '“31/11/2024” không phải là một ngày', 'f-den'],
    ['a day without its year', { ...typed, den: '15/11' }, '“15/11” chưa có năm', 'f-den'],
    ['no reason', { ...typed, 'ly-do': '  ' }, 'Chưa ghi lý do', 'f-ly-do'],
    ['5,000 characters', { ...typed, 'ly-do': 'ă'.repeat(5000) }, '5.000 ký tự, tối đa 2.000', 'f-ly-do'],
  ])('with %s is sent back with what was typed', async (_label, fields, words, field) => {
    const response = await post(f.COORDINATOR, DUTY, fields);
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('Chưa gửi được: có 1 chỗ cần xem lại');
    expect(page).toContain(words);
    expect(page).toContain(`href="#${field}"`);
    if (fields['ly-do'].length < 100) expect(page).toContain(fields['ly-do'].trim());
    expect(seen.commands).toEqual([]);
  });

  it('that the rules refuse keeps what was typed and says the nearest right value at the field', async () => {
    answer = { kind: 'refused', text: '30/4/2025 là ngày nghỉ lễ. Gần nhất: 29/4/2025.', field: 'den' };
    const response = await post(f.COORDINATOR, DUTY, { ...typed, den: '30/4/2025', 'xac-nhan': '1' });
    const page = await response.text();
    expect(response.status).toBe(409);
    expect(page).toContain('id="e-den"');
    expect(page).toContain('Gần nhất: 29/4/2025');
    expect(page).toContain('value="30/4/2025"');
  });

  it('is told to be kept when the process that decides is away', async () => {
    answer = { kind: 'kept', at: '2024-11-07T10:05:00.000+07:00' };
    const done = await post(f.COORDINATOR, DUTY, { ...typed, 'xac-nhan': '1' });
    expect(await follow(f.COORDINATOR, done)).toContain('đã được giữ lúc 10:05');
  });

  it('that is not yet possible changes nothing', async () => {
    const done = await post(f.COORDINATOR, DUTY, { viec: 'duyet', 'xac-nhan': '1' });
    expect(await follow(f.COORDINATOR, done)).toContain('Chưa làm được “Duyệt”');
    expect(seen.commands).toEqual([]);
  });

  it('records an answer on behalf, with the day the agency acted', async () => {
    await post(f.COORDINATOR, DUTY, {
      viec: 'ghi-ho',
      cach: 'letter',
      ngay: '05/11/2024',
      so: '1450/SYT-NVY',
      'ngay-ky': '05/11/2024',
      'nguoi-ky': 'Đặng Văn Mẫu',
      'cau/measure/2.1/status': '1',
      'cau/target/b': '125',
      'xac-nhan': '1',
    });
    expect(seen.commands).toEqual([
      {
        do: 'recordOnBehalf',
        obligation: f.OBLIGATION_VIEW.key,
        record: {
          way: 'letter',
          actedOn: '2024-11-05',
          letter: { number: '1450/SYT-NVY', day: '2024-11-05', signatory: 'Đặng Văn Mẫu' },
          answers: { 'measure/2.1/status': '1', 'target/b': '125' },
          text: '',
        },
      },
    ]);
  });

  it('by telephone asks for no letter', async () => {
    await post(f.COORDINATOR, DUTY, { viec: 'ghi-ho', cach: 'phone', ngay: '05/11/2024', 'xac-nhan': '1' });
    expect(seen.commands).toMatchObject([{ record: { way: 'phone', letter: null } }]);
  });
});

describe('one’s own agency only', () => {
  it.each([
    ["another agency's duty", f.FOCAL, DUTY],
    ['a whole round', f.FOCAL, hrefRound(f.ROUND_VIEW.round)],
    ['what came before the start', f.FOCAL, `/truoc-ngay-bat-dau/${f.KH54}`],
    ["another agency's obstacle", f.FOCAL, '/kho-khan/brvt/kk-07'],
    ["another's address", f.FOCAL, '/danh-ba/p15'],
    ["another's letter", f.FOCAL, '/hop-thu/m5'],
    ["the leader's question", f.COORDINATOR, hrefOpinion(f.OPINION_VIEW.key)],
  ])('%s is refused and logged', async (_label, actor, path) => {
    const response = await get(actor, path);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Trang này không dành cho vị trí của Ông/Bà');
    expect(seen.audit.at(-1)).toMatchObject({ what: 'refused', why: 'notAllowed', person: actor.person });
    expect(seen.audit.at(-1)).toMatchObject({ path: decodeURI(path) });
  });

  it.each([
    ['accepting one’s own report', f.FOCAL, OWN, { viec: 'duyet', 'xac-nhan': '1' }],
    ['confirming without being the head', f.FOCAL, OWN, { viec: 'xac-nhan', 'xac-nhan': '1' }],
    ['answering as the agency', f.COORDINATOR, DUTY, { viec: 'xin-gia-han', den: '15/11/2024', 'ly-do': 'x' }],
    ['moving the clock', f.FOCAL, '/chay-thu/moc-ke-tiep', {}],
    ['announcing a day off', f.FOCAL, '/lich', { viec: 'cong-bo' }],
  ] as [string, WebActor, string, Record<string, string>][])('%s is refused', async (_label, actor, path, fields) => {
    expect((await post(actor, path, fields)).status).toBe(403);
    expect(seen.commands).toEqual([]);
    expect(seen.clock).toEqual([]);
    expect(seen.audit.at(-1)).toMatchObject({ why: 'notAllowed' });
  });

  it('a button shows only what its reader may do', async () => {
    const focal = await (await get(f.FOCAL, OWN)).text();
    expect(focal).toContain('Xin gia hạn');
    expect(focal).not.toContain('?viec=duyet');
    expect(focal).not.toContain('?viec=xac-nhan');
    expect(await (await get(f.HEAD, OWN)).text()).toContain('?viec=xac-nhan');
  });
});

describe('several agencies at once', () => {
  it('each chosen one gets its own command', async () => {
    const path = hrefRound(f.ROUND_VIEW.round);
    const fields = { viec: 'gia-han', den: '15/11/2024', 'ly-do': 'Chờ số liệu', 'xac-nhan': '1' };
    expect((await post(f.COORDINATOR, path, fields)).status).toBe(422);
    await post(f.COORDINATOR, path, { ...fields, 'co-quan/so-du-lich': '1', 'co-quan/so-xay-dung': '1' });
    expect(seen.commands.map((command) => 'obligation' in command && command.obligation)).toEqual([
      `${f.KH54}/2024/IV.2.đ/2024/so-xay-dung`,
      `${f.KH54}/2024/IV.2.đ/2024/so-du-lich`,
    ]);
  });
});

describe('the leader answers in one line', () => {
  const path = hrefOpinion(f.OPINION_VIEW.key);
  const obligation = f.OPINION_VIEW.key;
  it.each([
    ['seen', { viec: 'da-xem' }, { do: 'leaderSeen', obligation }],
    [
      'a directive',
      { viec: 'chi-dao', 'noi-dung': 'Gửi trước 17 giờ ngày 11/11.', 'han-chi-dao': '11/11/2024' },
      { do: 'leaderDirect', obligation, text: 'Gửi trước 17 giờ ngày 11/11.', to: '2024-11-11' },
    ],
    [
      'more time',
      { viec: 'quyet-dinh', 'quyet-dinh': 'gia-han', den: '14/11/2024', 'ly-do': 'Bão số 7' },
      { do: 'leaderExtend', obligation, to: '2024-11-14', reason: 'Bão số 7' },
    ],
    [
      'a waiver',
      { viec: 'quyet-dinh', 'quyet-dinh': 'mien', den: '', 'ly-do': 'Sáp nhập' },
      { do: 'leaderWaive', obligation, reason: 'Sáp nhập' },
    ],
  ] as [string, Record<string, string>, object][])('%s', async (_label, fields, command) => {
    expect((await post(f.LEADER, path, fields)).status).toBe(303);
    expect(seen.commands).toEqual([command]);
  });

  it('nothing is preselected and nothing empty is taken', async () => {
    expect(await (await get(f.LEADER, path)).text()).not.toContain('checked');
    expect((await post(f.LEADER, path, { viec: 'quyet-dinh', den: '14/11/2024' })).status).toBe(422);
    expect((await post(f.LEADER, path, { viec: 'chi-dao', 'noi-dung': '', 'han-chi-dao': '' })).status).toBe(422);
    expect(seen.commands).toEqual([]);
  });
});

describe('the trial', () => {
  it('moves its clock and comes back to the page', async () => {
    const moved = await post(f.COORDINATOR, '/chay-thu/den-ngay', { ngay: '15/11/2024', ve: '/ke-hoach?nam=2024' });
    expect([moved.status, moved.headers.get('location')]).toEqual([303, '/ke-hoach?nam=2024']);
    await post(f.COORDINATOR, '/chay-thu/moc-ke-tiep', { ve: '//evil.example' });
    expect(seen.clock).toEqual(['2024-11-15', 'next']);
  });

  it.each([
    ['/ke-hoach?nam=2024', '/ke-hoach?nam=2024'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    [undefined, '/'],
  ])('a way back %s leads to %s', (to, path) => {
    expect(safeReturn(to)).toBe(path);
  });

  it('hands out a link that works once, and shows it once', async () => {
    const page = await (await post(f.FOCAL, '/vai-chay-thu', { nguoi: 'p12' })).text();
    const path = /http:\/\/127\.0\.0\.1:8080(\/vao\/[\w-]+)/.exec(page)?.[1] ?? '';
    expect(await (await get(f.FOCAL, '/vai-chay-thu')).text()).not.toContain(path);
    expect((await web.request(path, { method: 'POST' })).status).toBe(303);
    expect((await web.request(path, { method: 'POST' })).status).toBe(410);
    expect(seen.audit.at(0)).toMatchObject({ what: 'linkHandedOut', for: 'p12', person: 'p11' });
  });

  it('lets coordinator and administrator alone turn the others on and off', async () => {
    expect(await (await get(f.FOCAL, '/vai-chay-thu')).text()).not.toContain('/vai-chay-thu/tu-tra-loi');
    expect((await post(f.FOCAL, '/vai-chay-thu/tu-tra-loi', { bat: '1' })).status).toBe(403);
    expect(seen.understudies).toBe(false);
    expect(await (await get(f.COORDINATOR, '/vai-chay-thu')).text()).toContain('Đang tắt');
    expect((await post(f.COORDINATOR, '/vai-chay-thu/tu-tra-loi', { bat: '1' })).status).toBe(303);
    expect(seen.understudies).toBe(true);
    expect(await (await get(f.COORDINATOR, '/vai-chay-thu')).text()).toContain('Đang bật');
    await post(f.COORDINATOR, '/vai-chay-thu/tu-tra-loi', { bat: '' });
    expect(seen.understudies).toBe(false);
  });

  it('keeps a role for whoever signed in as its holder, until he signs out or it is given back', async () => {
    const fixture = fixtureDeps();
    seen = fixture.seen;
    web = createWeb(fixture.deps);
    const { person } = f.FOCAL;
    const { path } = await issueLink(fixture.deps.links, person, 'thử', fixture.deps.now());
    await web.request(path, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(seen.taken).toContain(person);
    await post(f.FOCAL, '/thoat', {});
    expect(seen.taken).not.toContain(person);
    seen.taken.add(person);
    seen.understudies = true;
    const page = await (await get(f.COORDINATOR, '/vai-chay-thu')).text();
    expect(page).toContain(`Trả vai<span class="sr"> của ${f.FOCAL.name}</span>`);
    await post(f.COORDINATOR, '/vai-chay-thu/tra-vai', { nguoi: person });
    expect(seen.taken).not.toContain(person);
  });

  it('does not exist live', async () => {
    const fixture = fixtureDeps({ live: true });
    seen = fixture.seen;
    web = createWeb(fixture.deps);
    for (const path of ['/vai-chay-thu', '/hop-thu', '/thanh-phan']) {
      expect((await get(f.COORDINATOR, path)).status, path).toBe(404);
    }
    expect((await post(f.COORDINATOR, '/chay-thu/moc-ke-tiep', {})).status).toBe(404);
    const page = await (await get(f.COORDINATOR, '/')).text();
    expect(page).not.toContain('CHẠY THỬ');
    expect(page).not.toContain('/vai-chay-thu');
  });
});

describe('a banner', () => {
  it('is shown to everybody on every page', async () => {
    const words = 'Các thay đổi tổ chức sau ngày này chưa được áp dụng.';
    const fixture = fixtureDeps({ frameFor: (actor) => ({ ...f.frameFor(actor), banners: [words] }) });
    seen = fixture.seen;
    web = createWeb(fixture.deps);
    for (const path of ['/', '/chat', '/ke-hoach']) {
      expect(await (await get(f.FOCAL, path)).text()).toContain(words);
    }
  });
});

describe('a page without anything to show', () => {
  it('says so and what comes next', async () => {
    const fixture = fixtureDeps({ today: f.EMPTY_TODAY });
    seen = fixture.seen;
    web = createWeb(fixture.deps);
    const page = (await (await get(f.COORDINATOR, '/')).text()).replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(page).toContain('Không có việc nào chờ Ông/Bà. Mốc kế tiếp: Thứ Sáu 08/11, 08:00.');
    expect(page).toContain('Không có nghĩa vụ nào quá hạn.');
    expect(page).not.toContain('0 kết quả');
  });
});

describe('words of people', () => {
  it('are shown as written, never as markup', async () => {
    const response = await post(f.COORDINATOR, DUTY, {
      viec: 'tra-lai',
      'ly-do': '<script>alert(1)</script> “quý III” & Ự',
    });
    // "Trả lại" waits for version 2 here, so the words come back through another act.
    expect(response.status).toBe(303);
    const page = await (await post(f.COORDINATOR, DUTY, { viec: 'mien', 'ly-do': '<b>Ự</b> & "x"' })).text();
    expect(page).toContain('&lt;b&gt;Ự&lt;/b&gt; &amp; &quot;x&quot;');
    expect(page).not.toContain('<b>Ự</b>');
  });

  it('typed in decomposed form are stored composed', async () => {
    await post(f.COORDINATOR, DUTY, { viec: 'mien', 'ly-do': 'Sáp nhập'.normalize('NFD'), 'xac-nhan': '1' });
    expect(seen.commands).toMatchObject([{ reason: 'Sáp nhập'.normalize('NFC') }]);
  });
});
