import { describe, expect, it } from 'vitest';
import type { DialogueEvent, WorkItem } from '../../../bot/dialogue/types.ts';
import { buildForm } from '../../../domain/form/build-form.ts';
import { refuse } from '../../../domain/refusal.ts';
import { expectGolden } from '../../harness/golden.ts';
import {
  COORDINATOR,
  contextOf,
  FOCAL,
  HEAD,
  LEADER,
  owed54,
  owed57,
  reportFacts,
  yearlyForm,
  yearlyMeasures,
} from './examples.ts';
import { FakeDesk } from './fake-desk.ts';

async function play(desk: FakeDesk, lines: (string | DialogueEvent)[]): Promise<FakeDesk> {
  for (const line of lines) await desk.tell(line);
  return desk;
}

describe('a focal point', () => {
  it('answers, corrects a figure, sends and gets a receipt', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57(), owed54()]), [
      'việc',
      '1',
      '1',
      '1',
      'đang thực hiện',
      '3',
      '1.200',
      '2',
      '120',
      'không có',
      'bỏ qua',
      'sửa 2',
      '1',
      '1',
    ]);
    expectGolden('dialogue/report.txt', desk.transcript());
    const submit = desk.requests.find((request) => request.kind === 'submit');
    expect(submit).toMatchObject({ obligation: 'ob/57', deadline: 1, form: { version: 1 } });
    expect(desk.state.drafts).toEqual({});
    expect(desk.state.lastSent).toBe('ob/57');
  });

  it('is asked back about amounts of money', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed54()]), [
      { kind: 'open' },
      '1',
      '2',
      'đến hết năm 2025, chờ quy chuẩn mới',
      '1,5 tỷ',
      '500',
      '2',
      '2 tỷ 350',
      '1',
      'lại',
      'bỏ qua',
      'sửa',
      '4',
      '0',
      '1',
      '1',
    ]);
    expectGolden('dialogue/money.txt', desk.transcript());
  });

  it('stops, helps himself, and goes on at the open question, on another device too', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57()]), [
      'xin chào',
      '1',
      '1',
      'trợ giúp',
      'tạm dừng',
      { kind: 'open' },
      'người',
      'lại',
      'tiếp',
      'bỏ qua',
      'gửi',
      '1',
      'tiep',
      'việc',
      '1',
    ]);
    expectGolden('dialogue/interrupted.txt', desk.transcript());
  });

  it('gets a clear answer to what cannot be understood, and nothing is lost', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57()]), [
      'việc',
      '1',
      '',
      'xong 80%',
      'chưa xong',
      'ddax xong',
      '7',
      'a'.repeat(5000),
      'còn thiếu kinh phí cho hai lớp tập huấn',
      '4',
      '1',
      '1',
      'thuê giảng viên chưa xong',
      '1',
      '5 người?',
      '85%',
      '-3',
      '1,250',
      '3',
      '12 lượt',
    ]);
    expectGolden('dialogue/bad-input.txt', desk.transcript());
    expect(desk.requests.filter((request) => request.kind === 'saveAnswer')).toHaveLength(4);
  });

  it('takes a number with words beside it, and asks back half of what is counted', async () => {
    const form = yearlyForm();
    const fields = form.fields.map((field) => (field.kind === 'figure' ? { ...field, aim: 60 } : field));
    const desk = await play(new FakeDesk(FOCAL, [owed57({ report: reportFacts({ ...form, fields }) })]), [
      'việc',
      '1',
      '3, chờ kinh phí',
      '4: thiếu giảng viên',
      '2',
      '2 lớp đã mở',
      '2 - đang mời thầu',
      '12,5',
      '2',
      '12',
    ]);
    expectGolden('dialogue/number-with-words.txt', desk.transcript());
    expect(desk.requests.flatMap((request) => (request.kind === 'saveAnswer' ? [request.answer] : []))).toMatchObject([
      { value: { status: 'notDone' }, remark: 'chờ kinh phí' },
      { value: { status: 'hindered' }, remark: 'thiếu giảng viên' },
      { value: { status: 'underWay' }, remark: 'đang mời thầu' },
      { value: { value: 12 } },
    ]);
  });

  it('asks for time', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed54()]), [
      'việc',
      '2',
      '09/11',
      '1',
      '1',
      'chờ số liệu của hai phòng nghiệp vụ',
      '2',
      'lại',
      '15/10',
      '31/11',
      '02/01/2025',
      '12/11',
      '14/11',
      'chờ số liệu',
      '1',
    ]);
    expectGolden('dialogue/extension.txt', desk.transcript());
    expect(desk.requests).toEqual([
      { kind: 'requestExtension', obligation: 'ob/54', day: '2024-11-14', reason: 'chờ số liệu' },
    ]);
  });

  it('raises an obstacle for a measure, for a duty, and free', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57()]), [
      'việc',
      '3',
      '3',
      'Chưa có giảng viên đủ điều kiện',
      '1',
      'khó khăn',
      '5',
      '1',
      'Thiếu máy chiếu',
      'gửi',
      'khó khăn',
      '1',
      'Văn bản hướng dẫn chưa ban hành',
      '3',
    ]);
    expectGolden('dialogue/obstacle.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind === 'raiseObstacle' && request.about.kind)).toEqual([
      'measure',
      'free',
    ]);
  });

  it('amends what was returned, and records a signed letter', async () => {
    const returned = owed57({
      state: 'returned',
      returnReason: 'Bổ sung số lượt người theo quý',
      submitted: { version: 1, receipt: 'BN-2024-0203', standing: 'official' },
      deadline: { number: 2, lastDayOn: '2024-11-14', default: false, daysLeft: 5 },
      report: reportFacts(yearlyForm(), {
        submitted: [
          ...['2.1', '2.2', '2.3'].map((no) => ({
            field: `measure/${no}/status`,
            value: { kind: 'status' as const, status: 'done' as const },
          })),
          { field: 'target/3/1', value: { kind: 'figure', value: 120, unit: 'lượt người' } },
          { field: 'obstacles', value: { kind: 'nothing' } },
          { field: 'proposals', value: { kind: 'skipped' } },
        ],
      }),
    });
    const desk = await play(new FakeDesk(FOCAL, [returned]), [
      'việc',
      '1',
      'sửa 4',
      '130',
      '1',
      'việc',
      '2',
      '15/BC-SDL',
      '06/11',
      'Đinh Thị Thử, Phó Giám đốc',
      '1',
      'sửa',
    ]);
    expectGolden('dialogue/returned-and-letter.txt', desk.transcript());
    expect(desk.requests.at(-1)).toMatchObject({
      kind: 'recordLetter',
      letter: { number: '15/BC-SDL', day: '2024-11-06' },
    });
  });

  it('hears that nothing waits', async () => {
    const desk = await play(new FakeDesk(FOCAL, []), ['việc', '1', 'tạm dừng', 'gửi', 'sửa 2', 'lại']);
    expectGolden('dialogue/nothing-waits.txt', desk.transcript());
  });
});

describe('two people at once', () => {
  it('an answer from elsewhere is shown and not overwritten', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57()]), ['việc', '1']);
    const other = owed57();
    desk.items = [
      {
        ...other,
        report: {
          ...other.report,
          saved: [{ field: 'measure/2.1/status', value: { kind: 'status', status: 'underWay' } }],
        },
      },
    ];
    await play(desk, ['1']);
    expect(desk.requests).toEqual([]);
    desk.items = [
      owed57({ state: 'submitted', submitted: { version: 1, receipt: 'BN-2024-0199', standing: 'draft' } }),
    ];
    await play(desk, ['1']);
    desk.items = [];
    await play(desk, ['1', 'việc']);
    expectGolden('dialogue/two-people.txt', desk.transcript());
    expect(desk.requests).toEqual([]);
  });

  it('an old button or a number typed under an old question changes nothing', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed57()]), ['việc', '1']);
    const old = desk.state.question;
    await play(desk, [
      '1',
      { kind: 'choice', id: `${old}.3` },
      { kind: 'text', text: '3', question: old },
      { kind: 'choice', id: 'x' },
    ]);
    expectGolden('dialogue/closed-question.txt', desk.transcript());
    expect(desk.requests).toHaveLength(1);
  });
});

describe('what the process answers', () => {
  it('tells a refusal and an answer that is kept', async () => {
    const desk = await play(new FakeDesk(FOCAL, [owed54()]), ['việc', '2', '1', 'chờ số liệu']);
    desk.prepared.push(
      { kind: 'refused', refusal: refuse('DAY_NOT_WORKING', { day: '2024-11-15', nearest: '2024-11-18' }) },
      { kind: 'kept', at: '2024-11-07T10:05:00.000+07:00' },
      { kind: 'refused', refusal: refuse('ROUND_LOCKED') },
    );
    await play(desk, ['1', '1', 'chờ số liệu quý', '1', '3', '1', 'Thiếu người', '1']);
    expectGolden('dialogue/refused-and-kept.txt', desk.transcript());
  });
});

const at = '2024-11-06T15:20:00.000+07:00';
const answers = [
  { field: 'measure/2.1/status', value: { kind: 'status' as const, status: 'done' as const } },
  { field: 'target/3/1', value: { kind: 'figure' as const, value: 120, unit: 'lượt người' } },
];
const { basis, deadline, obligation, title } = owed57();
const base = { basis, deadline, obligation, title };

describe('an agency head', () => {
  it('confirms a draft, and objects to what was recorded on his behalf', async () => {
    const items: WorkItem[] = [
      {
        ...base,
        kind: 'confirm',
        key: 'confirm/57',
        version: 1,
        submittedAt: at,
        by: FOCAL,
        answers,
        report: owed57().report,
      },
      {
        ...base,
        obligation: 'ob/54',
        title: 'Báo cáo 6 tháng',
        kind: 'onBehalf',
        key: 'behalf/54',
        version: 1,
        recordedBy: COORDINATOR,
        recordedAt: at,
        actedOn: '2024-11-05',
        way: 'phone',
        form: yearlyForm(),
        answers,
      },
    ];
    const desk = await play(new FakeDesk(HEAD, items), [
      'việc',
      '1',
      '1',
      '2',
      '1',
      '1',
      '1',
      '2',
      'Số liệu là 125 lượt',
      '1',
    ]);
    expectGolden('dialogue/head.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind)).toEqual(['confirm', 'object']);
  });
});

describe('a standing duty without a day', () => {
  it('is asked once, in the plan’s words, and stands in the summary by its clause', async () => {
    const form = buildForm({
      requirement: 'bao-cao-nam',
      period: '2024',
      plan: {
        id: 'kh-mau-54',
        shortName: 'KH 54',
        measures: [],
        targets: [],
        duties: [
          {
            clause: 'IV.2.a',
            text: 'Phối hợp triển khai các hoạt động truyền thông, phổ biến kiến thức về năng suất.',
          },
          { clause: 'IV.2.b', text: 'Xây dựng kế hoạch lồng ghép với các chương trình, kế hoạch của ngành.' },
        ],
      },
      measures: [],
      endingMeasures: [],
      targets: [],
      money: [],
      freeText: false,
      duties: ['IV.2.a', 'IV.2.b'],
    });
    const desk = await play(new FakeDesk(FOCAL, [owed54({ title: 'Báo cáo năm 2024', report: reportFacts(form) })]), [
      'việc',
      '1',
      'Đã mở hai lớp phổ biến kiến thức.',
      'bỏ qua',
      '1',
      '1',
    ]);
    expectGolden('dialogue/standing-duty.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind)).toEqual(['saveAnswer', 'saveAnswer', 'saveAnswer', 'submit']);
  });
});

const OFFER = {
  from: '2024-11-11',
  until: '2024-11-15',
  days: ['2024-11-15', '2024-11-12'],
  measures: [
    {
      measure: '2.1',
      text: 'Phổ biến, hướng dẫn áp dụng các hệ thống quản lý, công cụ cải tiến năng suất chất lượng',
      agencies: [
        { id: 'so-yt', name: 'Sở Y tế' },
        { id: 'so-xd', name: 'Sở Xây dựng' },
        { id: 'so-ct', name: 'Sở Công Thương' },
      ],
    },
    {
      measure: '2.2',
      text: 'Đào tạo, tập huấn kiến thức về năng suất chất lượng',
      agencies: [{ id: 'so-gddt', name: 'Sở Giáo dục và Đào tạo' }],
    },
  ],
};
const LATER = { number: 1, lastDayOn: '2024-11-18', default: true, daysLeft: 7 };
const PART = { measure: '2.1', lastDayOn: '2024-11-12', daysOver: 0 };

describe('a lead', () => {
  it('asks others for their parts: which measure, whom, by when, what', async () => {
    const item = owed57({ deadline: LATER, parts: { asked: [], offer: OFFER } });
    const desk = await play(new FakeDesk(FOCAL, [item]), [
      'việc',
      '4',
      '3',
      '1',
      '9',
      '1, 9',
      '1 và 3',
      'lại',
      '1, 3',
      '8/11',
      '16/11',
      '18/11',
      '2',
      '2',
      'Gửi số doanh nghiệp được hướng dẫn trong năm.',
      '1',
    ]);
    expectGolden('dialogue/ask-parts.txt', desk.transcript());
    expect(desk.requests).toEqual([
      {
        kind: 'askParts',
        obligation: 'ob/57',
        measure: '2.1',
        agencies: ['so-yt', 'so-ct'],
        day: '2024-11-12',
        text: 'Gửi số doanh nghiệp được hướng dẫn trong năm.',
      },
    ]);
  });

  it('asks at once where one measure is left, all of them where he says so, and mends a day that is refused', async () => {
    const [measure] = OFFER.measures;
    const offer = { ...OFFER, measures: measure === undefined ? [] : [measure] };
    const desk = new FakeDesk(FOCAL, [owed57({ deadline: LATER, parts: { asked: [], offer } })]);
    desk.prepared.push({
      kind: 'refused',
      refusal: refuse('NOT_BEFORE_OWN', { day: '2024-11-15', lastDayOn: '2024-11-14' }),
    });
    await play(desk, ['việc', '4', '4', '1', 'Số liệu quý III', '1', '2', 'Số liệu quý III', '1']);
    expectGolden('dialogue/ask-parts-again.txt', desk.transcript());
    expect(
      desk.requests.map((request) => request.kind === 'askParts' && [request.day, request.agencies.length]),
    ).toEqual([
      ['2024-11-15', 3],
      ['2024-11-12', 3],
    ]);
  });

  it('sees which parts came, returns one with a reason, accepts another', async () => {
    const asked = [
      { ...PART, agency: 'Sở Y tế', standing: 'accepted' as const },
      { ...PART, agency: 'Sở Công Thương', standing: 'came' as const },
      { ...PART, agency: 'Sở Xây dựng', standing: 'late' as const, daysOver: 2 },
      { ...PART, measure: '2.2', agency: 'Sở Giáo dục và Đào tạo', standing: 'missing' as const },
    ];
    const form = buildForm({
      requirement: 'contribution',
      period: 'a',
      plan: { id: 'kh-mau-57', shortName: 'KH 57', measures: yearlyMeasures(), targets: [] },
      measures: ['2.1'],
      endingMeasures: [],
      targets: [],
      money: [],
      freeText: true,
      parts: true,
    });
    const review = (key: string, agency: string): WorkItem => ({
      ...base,
      kind: 'review',
      key,
      obligation: key,
      title: 'Phần phối hợp thực hiện nhiệm vụ 2.1',
      basis: { ...basis, clause: null, quote: OFFER.measures[0]?.text ?? null },
      agency,
      version: 1,
      standing: 'official',
      submittedAt: at,
      by: COORDINATOR,
      form,
      answers: [{ field: 'measure/2.1/part', value: { kind: 'text', text: 'Đã hướng dẫn 12 doanh nghiệp.' } }],
      previous: {},
      reviewBy: { lastDayOn: '2024-11-11', daysLeft: 2 },
    });
    const desk = await play(
      new FakeDesk(FOCAL, [
        review('part/1', 'Sở Công Thương'),
        review('part/2', 'Sở Y tế'),
        owed57({ deadline: LATER, parts: { asked, offer: null } }),
      ]),
      ['việc', '1', '2', 'Thiếu tên doanh nghiệp.', '1', '1', '1', '1', 'việc', '1'],
    );
    expectGolden('dialogue/receive-parts.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind)).toEqual(['return', 'accept']);
  });

  it('is offered the accepted parts while he writes: word for word, in his own words, or not at all', async () => {
    const given = {
      '2.1': [
        { agency: 'Sở Y tế', text: 'Đã hướng dẫn 12 doanh nghiệp dược.' },
        { agency: 'Sở Xây dựng', text: 'Đã tập huấn 40 lượt người.' },
      ],
      '2.2': [{ agency: 'Sở Y tế', text: 'Hai lớp đào tạo.' }],
      '2.3': [{ agency: 'Sở Y tế', text: 'Chưa có doanh nghiệp đăng ký.' }],
    };
    const item = owed57({ report: reportFacts(yearlyForm(), { given }) });
    const desk = await play(new FakeDesk(FOCAL, [item]), [
      'việc',
      '1',
      '1',
      '1',
      '2',
      'Hai lớp, 65 lượt người.',
      '3',
      '2',
    ]);
    expectGolden('dialogue/use-parts.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind === 'saveAnswer' && request.answer.remark)).toEqual([
      'Sở Y tế: ‘Đã hướng dẫn 12 doanh nghiệp dược.’; Sở Xây dựng: ‘Đã tập huấn 40 lượt người.’',
      'Hai lớp, 65 lượt người.',
      undefined,
    ]);
  });

  it('takes them as the text of a review’s result', async () => {
    const form = {
      ...yearlyForm(),
      fields: [
        {
          id: 'measure/2.1/result',
          kind: 'text' as const,
          about: { measure: '2.1' },
          title: 'Phổ biến, hướng dẫn',
          since: 2022,
          optional: false,
        },
      ],
    };
    const given = { '2.1': [{ agency: 'Sở Y tế', text: 'Đã hướng dẫn 12 doanh nghiệp dược.' }] };
    const desk = await play(new FakeDesk(FOCAL, [owed57({ report: reportFacts(form, { given }) })]), [
      'việc',
      '1',
      '1',
    ]);
    expect(desk.requests[0]).toMatchObject({
      answer: { value: { kind: 'text', text: 'Sở Y tế: ‘Đã hướng dẫn 12 doanh nghiệp dược.’' } },
    });
  });
});

describe('a coordinator', () => {
  it('accepts, returns, extends and answers obstacles', async () => {
    const agency = 'Sở Du lịch';
    const reviewBy = { lastDayOn: '2024-11-11', daysLeft: 2 };
    const items: WorkItem[] = [
      {
        ...base,
        kind: 'review',
        key: 'review/1',
        obligation: 'ob/1',
        agency,
        version: 1,
        standing: 'official',
        submittedAt: at,
        by: FOCAL,
        form: yearlyForm(),
        answers,
        previous: { 'target/3/1': { period: '2023', value: 85 } },
        reviewBy,
      },
      {
        ...base,
        kind: 'review',
        key: 'review/2',
        obligation: 'ob/2',
        agency: 'Sở Y tế',
        version: 2,
        standing: 'draft',
        submittedAt: at,
        by: FOCAL,
        form: yearlyForm(),
        answers,
        previous: {},
        reviewBy,
      },
      {
        ...base,
        kind: 'extension',
        key: 'extension/3',
        obligation: 'ob/3',
        agency,
        asked: { day: '2024-11-12', reason: 'chờ số liệu', at, by: FOCAL },
        latestDayOn: '2024-12-31',
      },
      {
        ...base,
        kind: 'late',
        key: 'late/4',
        obligation: 'ob/4',
        agency: 'Sở Xây dựng',
        extensionChoices: [{ workingDays: 3, day: '2024-11-12' }],
        latestDayOn: '2024-12-31',
      },
      {
        kind: 'obstacle',
        key: 'obstacle/5',
        obstacle: 'obs/5',
        title: 'Khó khăn',
        step: 'coordinator',
        agency,
        by: FOCAL,
        raisedAt: at,
        about: 'nhiệm vụ 2.1 của KH 57',
        text: 'Chưa có giảng viên',
        answerBy: reviewBy,
      },
    ];
    const desk = await play(new FakeDesk(COORDINATOR, items), [
      'việc',
      '1',
      '1',
      '1',
      '1',
      '1',
      'Bổ sung số liệu quý III',
      '1',
      '1',
      '2',
      '13/11',
      'thống nhất theo lịch họp',
      '2',
      'đã thống nhất',
      '1',
      '1',
      '2',
      'cơ quan mới sáp nhập',
      '3',
      '1',
      '1',
      '1',
      'chờ bàn giao',
      '1',
      '2',
      'Xin ý kiến về kinh phí thuê giảng viên',
      '1',
    ]);
    expectGolden('dialogue/coordinator.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind)).toEqual([
      'accept',
      'return',
      'extend',
      'extend',
      'forwardObstacle',
    ]);
  });
});

describe('leadership', () => {
  const item: WorkItem = {
    ...base,
    kind: 'escalation',
    key: 'escalation/1',
    agency: 'Sở Du lịch',
    done: ['01/11 Lãnh đạo Sở Du lịch: đã đọc trên chat web 10:12; thư đã nhận', '07/11 Tin này, bậc 3'],
    effect: 'Báo cáo tổng hợp gửi UBND tỉnh, chậm nhất 14/11, mới có số liệu của 4 trong 6 sở.',
    proposedDay: '2024-11-11',
    extensionChoices: [],
    latestDayOn: '2024-12-31',
    repeatOn: '2024-11-11',
    nextPostOn: '2024-11-14',
  };

  it.each<[string, (string | DialogueEvent)[], unknown]>([
    ['seen', [{ kind: 'open' }, '1'], { kind: 'leaderSeen' }],
    [
      'direct',
      [{ kind: 'open' }, '2 Sở Du lịch gửi báo cáo trước 17 giờ ngày 11/11'],
      { kind: 'leaderDirect', text: 'Sở Du lịch gửi báo cáo trước 17 giờ ngày 11/11', day: '2024-11-11' },
    ],
    [
      'direct-own-day',
      [{ kind: 'open' }, '2', 'Gửi đủ số liệu; hạn 12/11'],
      { kind: 'leaderDirect', text: 'Gửi đủ số liệu; hạn 12/11', day: '2024-11-12' },
    ],
    [
      'extend',
      [{ kind: 'open' }, '3 15/11 chờ số liệu quý'],
      { kind: 'leaderExtend', day: '2024-11-15', reason: 'chờ số liệu quý' },
    ],
    [
      'extend-holiday',
      [{ kind: 'open' }, '3 16/11', '1', 'chờ số liệu quý'],
      { kind: 'leaderExtend', day: '2024-11-15' },
    ],
    [
      'extend-by-steps',
      [{ kind: 'open' }, '3', '1', '14/11', 'chờ số liệu'],
      { kind: 'leaderExtend', day: '2024-11-14' },
    ],
    [
      'waive',
      [{ kind: 'open' }, '3 miễn: cơ quan đã giải thể'],
      { kind: 'leaderWaive', reason: 'cơ quan đã giải thể' },
    ],
    ['unclear', [{ kind: 'open' }, 'để tôi xem', '4', '3 xem lại', '1'], { kind: 'leaderSeen' }],
  ])('%s', async (name, lines, request) => {
    const desk = await play(new FakeDesk(LEADER, [item]), lines);
    expectGolden(`dialogue/leader-${name}.txt`, desk.transcript());
    expect(desk.requests).toHaveLength(1);
    expect(desk.requests[0]).toMatchObject(request as object);
  });
});

describe('who raised an obstacle', () => {
  it('says whether it is settled', async () => {
    const item = (key: string): WorkItem => ({
      kind: 'obstacleAnswer',
      key,
      obstacle: key,
      title: 'Khó khăn',
      text: 'Chưa có giảng viên',
      answer: 'Mời Viện Năng suất',
      answeredBy: COORDINATOR,
      answeredAt: at,
    });
    const desk = await play(new FakeDesk(FOCAL, [item('o/1'), item('o/2')]), [
      'việc',
      '1',
      '1',
      '2',
      'Viện chưa trả lời',
      '1',
    ]);
    expectGolden('dialogue/obstacle-answer.txt', desk.transcript());
    expect(desk.requests.map((request) => request.kind)).toEqual(['settleObstacle', 'reopenObstacle']);
  });
});

it('a result that comes late disturbs no other question', async () => {
  const desk = await play(new FakeDesk(FOCAL, [owed57()]), ['việc', '1', '1']);
  const [first] = desk.requests;
  const before = desk.state.open;
  if (first !== undefined) await desk.tell({ kind: 'result', of: first, outcome: { kind: 'done' } });
  expect(desk.state.open).toEqual(before);
  expect(contextOf(FOCAL, []).items).toEqual([]);
});
