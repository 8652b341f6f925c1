import type { Reply } from '../../bot/dialogue/types.ts';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { instantOn } from '../../domain/calendar/instant.ts';
import { NO_SUBJECT, type Subject, type WebActor } from '../../web/access.ts';
import type { LadderFact } from '../../web/components/ladder.tsx';
import type { FrameView } from '../../web/components/layout.tsx';
import type { RunningView } from '../../web/components/running-card.tsx';
import type { DeliveryFact, StoryFact } from '../../web/components/story.tsx';
import type { CalendarView } from '../../web/pages/calendar.tsx';
import type { ChatLine, ChatView } from '../../web/pages/chat.tsx';
import type { ConclusionView } from '../../web/pages/conclusion.tsx';
import type { AddressView, DirectoryView } from '../../web/pages/directory.tsx';
import type { ImportedView } from '../../web/pages/imported.tsx';
import type { LetterView, MailboxView } from '../../web/pages/mailbox.tsx';
import type { MoneyView } from '../../web/pages/money.tsx';
import type { ObligationView } from '../../web/pages/obligation.tsx';
import type { ObstacleListView, ObstacleView } from '../../web/pages/obstacle.tsx';
import type { OpinionView } from '../../web/pages/opinion.tsx';
import type { PlanAskingView } from '../../web/pages/plan-asking.tsx';
import type { PlanListView } from '../../web/pages/plan-list.tsx';
import type { PlanYearView } from '../../web/pages/plan-year.tsx';
import type { ReceiptView } from '../../web/pages/receipt.tsx';
import type { RolesView } from '../../web/pages/roles.tsx';
import type { RoundRow, RoundView } from '../../web/pages/round.tsx';
import type { RoundReportView } from '../../web/pages/round-report.tsx';
import type { StatusView } from '../../web/pages/status.tsx';
import type { TargetsView } from '../../web/pages/targets.tsx';
import type { TodayView } from '../../web/pages/today.tsx';
import type { UpcomingView } from '../../web/pages/upcoming.tsx';

/** The reference morning, Thursday 07/11/2024, as the pages receive it. Every person is fictitious. */
export const TODAY: Day = '2024-11-07';
export const MORNING: Instant = instantOn(TODAY, '08:00');
const on = (month: string, day: string, time: string): Instant => instantOn(`2024-${month}-${day}`, time);

export const KH54 = 'brvt-kh54-2022';
export const KH57 = 'brvt-kh57-2022';
const ROUND54 = `round/brvt/${KH54}/2024/IV.2.đ/2024`;
const ROUND57 = `round/brvt/${KH57}/2024/IV.2/2024`;

export const COORDINATOR: WebActor = {
  person: 'p01',
  agency: 'so-kh-cn',
  roles: ['coordinator', 'reviewer'],
  name: 'Trần Thị Mẫu',
  title: 'điều phối',
  agencyName: 'Sở Khoa học và Công nghệ',
};
export const FOCAL: WebActor = {
  person: 'p11',
  agency: 'so-du-lich',
  roles: ['focalPoint'],
  name: 'Hồ Văn Ví Dụ',
  title: 'chuyên viên đầu mối',
  agencyName: 'Sở Du lịch',
};
export const HEAD: WebActor = {
  person: 'p12',
  agency: 'so-du-lich',
  roles: ['head'],
  name: 'Đinh Thị Thử',
  title: 'Phó Giám đốc',
  agencyName: 'Sở Du lịch',
};
export const LEADER: WebActor = {
  person: 'p90',
  agency: 'ubnd-tinh',
  roles: ['leadership'],
  name: 'Lý Thị Giả Định',
  title: 'Phó Chủ tịch',
  agencyName: 'UBND tỉnh',
};
export const PEOPLE: WebActor[] = [COORDINATOR, FOCAL, HEAD, LEADER];

const owedBy = (agency: string): Subject => ({
  owing: [agency],
  reviewer: 'so-kh-cn',
  coordinator: 'so-kh-cn',
  asked: [],
});
const OFFICE: Subject = { ...NO_SUBJECT, reviewer: 'so-kh-cn', coordinator: 'so-kh-cn' };

export function frameFor(actor: WebActor | null, at: Instant = MORNING): FrameView {
  const controls = {
    next: { at: on('11', '08', '08:00'), messages: 3 },
    proposedDay: '2024-11-08',
    running: false,
  };
  return {
    at,
    trial: { at, controls: actor?.roles.includes('coordinator') ? controls : null },
    helper: {
      name: 'Trần Thị Mẫu',
      agency: 'Sở Khoa học và Công nghệ',
      phone: '0254 000 0101',
      note: 'số giả định',
    },
    banners: [],
  };
}

const UNUSED: LadderFact = {
  rung: 0,
  state: 'unused',
  to: null,
  sentAt: null,
  delivered: null,
  heldSince: null,
  heldWhy: null,
  stoppedBy: null,
  deadline: 1,
};
const NOT_NEEDED: LadderFact = { ...UNUSED, state: 'notNeeded' };
const climbing = (rung: 1 | 2 | 3, to: string | null, sentAt: Instant): LadderFact => ({
  ...UNUSED,
  rung,
  state: 'climbing',
  to,
  sentAt,
  delivered: true,
});

const B57 = { plan: 'KH 57', clause: 'mục IV.2' };
const B54 = { plan: 'KH 54', clause: 'mục IV.2.đ' };

export const TODAY_VIEW: TodayView = {
  at: MORNING,
  kept: [],
  morning: { at: MORNING, people: 5, reached: 5 },
  since: { at: on('11', '06', '16:40'), reports: 1, extensionRequests: 1, obstacles: 1, messages: 1 },
  days: 5,
  waiting: [
    {
      act: { is: 'review', report: 'báo cáo năm 2024', version: 1, receivedOn: '2024-11-01' },
      key: `${KH57}/2024/IV.2/2024/so-gtvt`,
      agency: 'Sở Giao thông vận tải',
      basis: B57,
      mine: { state: { is: 'overdue', days: 1 }, lastDay: '2024-11-06', dayNumber: 4 },
    },
    {
      act: { is: 'review', report: 'báo cáo năm 2024', version: 1, receivedOn: '2024-11-05' },
      key: `${KH54}/2024/IV.2.đ/2024/so-cong-thuong`,
      agency: 'Sở Công Thương',
      basis: B54,
      mine: { state: { is: 'due', days: 1 }, lastDay: '2024-11-08', dayNumber: 2 },
    },
    {
      act: { is: 'obstacle', text: 'Chưa rõ mức chi tập huấn theo Thông tư 35/2021/TT-BTC' },
      key: 'brvt/kk-07',
      agency: 'Sở Y tế',
      basis: { plan: 'KH 57', clause: 'nhiệm vụ 2.1' },
      mine: { state: { is: 'due', days: 1 }, lastDay: '2024-11-08', dayNumber: null },
    },
    {
      act: { is: 'extension', to: '2024-11-12', reason: 'đợi số liệu của các chủ đầu tư' },
      key: `${KH54}/2024/IV.2.đ/2024/so-xay-dung`,
      agency: 'Sở Xây dựng',
      basis: B54,
      mine: { state: { is: 'due', days: 2 }, lastDay: '2024-11-11', dayNumber: null },
    },
    {
      act: { is: 'review', report: 'báo cáo năm 2024', version: 1, receivedOn: '2024-11-06' },
      key: `${KH54}/2024/IV.2.đ/2024/so-gtvt`,
      agency: 'Sở Giao thông vận tải',
      basis: B54,
      mine: { state: { is: 'due', days: 2 }, lastDay: '2024-11-11', dayNumber: 1 },
    },
  ],
  overdue: [
    {
      key: `${KH57}/2024/IV.2/2024/so-du-lich`,
      agency: 'Sở Du lịch',
      basis: B57,
      lastDay: '2024-10-31',
      days: 5,
      note: null,
      unreachable: false,
      call: null,
      ladder: climbing(3, 'Lãnh đạo tỉnh', MORNING),
    },
    {
      key: `${KH54}/2024/IV.2.đ/2024/so-xay-dung`,
      agency: 'Sở Xây dựng',
      basis: B54,
      lastDay: '2024-11-05',
      days: 2,
      note: 'có đề nghị gia hạn',
      unreachable: false,
      call: null,
      ladder: climbing(1, 'Lãnh đạo Sở', on('11', '06', '08:00')),
    },
    {
      key: `${KH54}/2024/IV.2.đ/2024/so-du-lich`,
      agency: 'Sở Du lịch',
      basis: B54,
      lastDay: '2024-11-05',
      days: 2,
      note: null,
      unreachable: false,
      call: null,
      ladder: climbing(1, 'Lãnh đạo Sở', on('11', '06', '08:00')),
    },
    {
      key: `${KH54}/2024/IV.2.đ/2024/so-ldtbxh`,
      agency: 'Sở Lao động – Thương binh và Xã hội',
      basis: B54,
      lastDay: '2024-11-05',
      days: 2,
      note: null,
      unreachable: true,
      call: { phone: '0254 000 0110', person: 'p15' },
      ladder: {
        ...UNUSED,
        rung: 1,
        state: 'held',
        heldWhy: 'thư bị trả về ngày 04/11, chưa mở chat web',
      },
    },
  ],
  due: [
    {
      key: `${KH57}/2024/IV.2/2024/so-tttt`,
      on: '2024-11-08',
      days: 1,
      title: 'Báo cáo năm 2024',
      deadline: 2,
      agency: 'Sở Thông tin và Truyền thông',
      basis: B57,
      state: { is: 'extended', to: '2024-11-08' },
    },
    {
      key: `${KH54}/2024/IV.2.đ/2024/so-gddt`,
      on: '2024-11-08',
      days: 1,
      title: 'Báo cáo năm 2024',
      deadline: 2,
      agency: 'Sở Giáo dục và Đào tạo',
      basis: B54,
      state: { is: 'extended', to: '2024-11-08' },
    },
    {
      key: `${KH57}/2024/IV.2/2024/so-y-te`,
      on: '2024-11-12',
      days: 3,
      title: 'Báo cáo năm 2024',
      deadline: 2,
      agency: 'Sở Y tế',
      basis: B57,
      state: { is: 'returned', awaits: 2 },
    },
    {
      key: `${KH57}/2024/IV.1/2024/so-kh-cn`,
      on: '2024-11-14',
      days: 5,
      title: 'Báo cáo tổng hợp gửi UBND tỉnh, Bộ KH&CN',
      deadline: 1,
      agency: 'Sở Khoa học và Công nghệ',
      basis: { plan: 'KH 57', clause: 'mục IV.1' },
      state: { is: 'due', days: 5 },
    },
  ],
  unreachable: [
    {
      person: 'p15',
      name: 'Mai Văn Nháp',
      agency: 'Sở Lao động – Thương binh và Xã hội',
      why: 'thư bị trả về ngày 04/11, chưa mở chat web',
      phone: '0254 000 0110',
    },
  ],
  plans: [
    {
      plan: KH54,
      name: 'KH 54/KH-UBND',
      issuedOn: '2022-04-07',
      rounds: [
        {
          round: ROUND54,
          title: 'Báo cáo năm 2024',
          agencies: 10,
          lastDay: '2024-11-05',
          shares: [
            { is: 'accepted', count: 4 },
            { is: 'waiting', count: 2 },
            { is: 'extended', count: 1 },
            { is: 'overdue', count: 3 },
          ],
        },
      ],
      consolidation: {
        key: `${KH54}/2024/IV.1.c/2024/so-kh-cn`,
        to: 'UBND tỉnh',
        printed: 'trước ngày 20/11',
        lastDay: '2024-11-19',
        daysLeft: 8,
        received: 6,
        of: 10,
      },
    },
    {
      plan: KH57,
      name: 'KH 57/KH-UBND',
      issuedOn: '2022-11-18',
      rounds: [
        {
          round: ROUND57,
          title: 'Báo cáo năm 2024',
          agencies: 6,
          lastDay: '2024-10-31',
          shares: [
            { is: 'accepted', count: 2 },
            { is: 'waiting', count: 1 },
            { is: 'returned', count: 1 },
            { is: 'extended', count: 1 },
            { is: 'overdue', count: 1 },
          ],
        },
      ],
      consolidation: {
        key: `${KH57}/2024/IV.1/2024/so-kh-cn`,
        to: 'UBND tỉnh',
        printed: 'trước ngày 15/11',
        lastDay: '2024-11-14',
        daysLeft: 5,
        received: 4,
        of: 6,
      },
    },
  ],
  next: {
    at: on('11', '08', '08:00'),
    messages: [
      'Sở Thông tin và Truyền thông: nhắc ngày hạn (KH 57)',
      'Sở Giáo dục và Đào tạo: nhắc ngày hạn (KH 54)',
      'Điều phối: bậc 2, Sở Du lịch và Sở Xây dựng (KH 54)',
    ],
  },
};

export const EMPTY_TODAY: TodayView = {
  ...TODAY_VIEW,
  morning: null,
  kept: [],
  since: null,
  waiting: [],
  overdue: [],
  due: [],
  unreachable: [],
  plans: [],
};

const next = (what: string, at: Instant | null = on('11', '08', '08:00')): RoundRow['next'] => ({ at, what });

function row(
  agencyId: string,
  agency: string,
  facts: Omit<RoundRow, 'key' | 'agencyId' | 'agency' | 'running'>,
): RoundRow {
  return { key: `${KH54}/2024/IV.2.đ/2024/${agencyId}`, agencyId, agency, running: null, ...facts };
}

const accepted = (agencyId: string, agency: string, note: string): RoundRow =>
  row(agencyId, agency, { state: { is: 'accepted' }, note, ladder: NOT_NEEDED, next: null });

export const RUNNING54: RunningView = {
  askedAt: '2024-11-07T08:00:04.000+07:00',
  answered: true,
  workflowId: ROUND54,
  runId: '0192f3a1-7c44-7b0e-9d21-5e8a40c1b6d2',
  rows: [
    { what: 'Trạng thái', running: 'đang chạy (Running), từ 07/10/2024 07:30', projection: 'đang mở', same: true },
    {
      what: 'Giai đoạn',
      running: 'thu báo cáo, đã qua hạn số 1',
      projection: 'thu báo cáo, đã qua hạn số 1',
      same: true,
    },
    { what: 'Mốc kế tiếp', running: '08/11/2024 07:00 (+07:00)', projection: '08/11/2024 07:00 (+07:00)', same: true },
    {
      what: 'Nghĩa vụ',
      running: 'quá hạn 3 · chờ duyệt 3 · gia hạn 1 · đã duyệt 3',
      projection: 'quá hạn 3 · chờ duyệt 2 · gia hạn 1 · đã duyệt 4',
      same: false,
    },
    { what: 'Tin đang đợi gửi', running: '0', projection: '0', same: true },
  ],
  differences: [
    'Sở Y tế: bản chiếu ghi “đã duyệt” lúc 07:58:11, luồng đang chạy còn trả lời “chờ duyệt”. Lệnh duyệt đang chuyển tới luồng; chưa có tin nào bị gửi hay bỏ sót vì điểm này.',
  ],
};

const ROUND_REPORT: RoundReportView = {
  title: 'Số liệu tổng hợp năm 2024',
  note: '4/10 báo cáo chính thức',
  targets: [
    {
      id: 'a.1',
      text: 'Tối thiểu 100 doanh nghiệp, hợp tác xã được hỗ trợ thực hiện các giải pháp nâng cao năng suất chất lượng.',
      aim: 'ít nhất 100 doanh nghiệp, hợp tác xã',
      when: 'đến năm 2025',
      progress: 'Lũy kế 2022–2024: 60 doanh nghiệp, hợp tác xã; chưa đạt, bằng 60% mức cần đạt.',
      asksCoordinator: false,
      parts: [
        'Sở Y tế: 60 doanh nghiệp, hợp tác xã (BN-2024-0203)',
        'Sở Giao thông vận tải: 20 doanh nghiệp, hợp tác xã (BN-2024-0207), bản nháp, chưa cộng',
      ],
      silent: ['chưa gửi báo cáo: Sở Xây dựng; Sở Du lịch'],
    },
    {
      id: 'a.2',
      text: 'Trên 1.000 lượt người lao động được đào tạo, tập huấn.',
      aim: 'trên 1.000 lượt',
      when: 'đến năm 2025',
      progress: 'Chưa tính được: kế hoạch không ghi lũy kế từ năm nào; cơ quan điều phối cần xác định.',
      asksCoordinator: true,
      parts: [],
      silent: [],
    },
  ],
  budget: {
    year: 2024,
    heads: ['Dự toán', 'Tổng hợp dự toán', 'Đã giao', 'Đã quyết toán'],
    lines: [
      {
        place: 'Nhiệm vụ II.1.1',
        source: 'sự nghiệp',
        amounts: ['–', '–', '150.000.000', '–'],
        parts: ['Đã giao: Sở Y tế 150.000.000 (số 3456/QĐ-UBND ngày 20/12/2023)'],
      },
    ],
    totals: [{ label: 'Tổng cộng', amounts: ['–', '–', '150.000.000', '–'] }],
    gaps: ['Sở Y tế: chưa ghi quyết toán kinh phí đã giao cho Sở Y tế cho nhiệm vụ II.1.1'],
  },
  text: 'KẾT QUẢ THỰC HIỆN NĂM 2024\n\nI. KẾT QUẢ THỰC HIỆN CHỈ TIÊU\n1. Chỉ tiêu a.1 …\n',
};

export const ROUND_VIEW: RoundView = {
  yearlyPlan: null,
  report: ROUND_REPORT,
  round: ROUND54,
  subject: OFFICE,
  at: MORNING,
  plan: { id: KH54, name: 'KH 54/KH-UBND', issuedOn: '2022-04-07' },
  year: 2024,
  title: 'Báo cáo năm 2024 của các sở',
  clause: 'mục IV.2 điểm đ',
  quote:
    'Định kỳ hàng năm hoặc đột xuất khi có yêu cầu, báo cáo tình hình thực hiện gửi Sở Khoa học và Công nghệ tổng hợp…',
  lastDay: '2024-11-05',
  isDefault: true,
  dayBasis: '10 ngày làm việc trước hạn tổng hợp 19/11.',
  dayCalculation: [
    'Mục IV.1 điểm c ghi “Trước ngày 20 tháng 11 hàng năm”: ngày cuối là Thứ Ba 19/11/2024, ngày làm việc.',
    'Kế hoạch không ghi ngày cho các sở. Mặc định: trước đó 10 ngày làm việc, là Thứ Ba 05/11/2024.',
  ],
  reviewer: { agency: 'Sở Khoa học và Công nghệ', workingDays: 3 },
  received: { count: 6, of: 10, onTime: 5, accepted: 4, waiting: 2 },
  next: { at: on('11', '08', '08:00'), works: 4, people: 2 },
  locked: null,
  lockProposedSince: null,
  conclusion: null,
  closed: false,
  rows: [
    row('so-xay-dung', 'Sở Xây dựng', {
      state: { is: 'overdue', days: 2 },
      note: 'có đề nghị gia hạn đến 12/11',
      ladder: climbing(1, null, on('11', '06', '08:00')),
      next: next('bậc 2 Điều phối'),
    }),
    row('so-du-lich', 'Sở Du lịch', {
      state: { is: 'overdue', days: 2 },
      note: 'chưa bắt đầu trả lời',
      ladder: climbing(1, null, on('11', '06', '08:00')),
      next: next('bậc 2 Điều phối'),
    }),
    row('so-ldtbxh', 'Sở Lao động – Thương binh và Xã hội', {
      state: { is: 'overdue', days: 2 },
      note: 'chưa liên lạc được',
      ladder: { ...UNUSED, rung: 1, state: 'held', heldSince: '2024-11-06' },
      next: next('khi có địa chỉ mới', null),
    }),
    row('so-gtvt', 'Sở Giao thông vận tải', {
      state: { is: 'waiting' },
      note: 'bản 1, 06/11, trễ 1 ngày',
      ladder: { ...UNUSED, rung: 1, state: 'stopped', stoppedBy: 1 },
      next: next('nhắc người duyệt', on('11', '11', '08:00')),
    }),
    row('so-cong-thuong', 'Sở Công Thương', {
      state: { is: 'waiting' },
      note: 'bản 1, 05/11, đúng hạn',
      ladder: UNUSED,
      next: next('nhắc người duyệt'),
    }),
    row('so-gddt', 'Sở Giáo dục và Đào tạo', {
      state: { is: 'extended', to: '2024-11-08' },
      note: 'hạn số 2',
      ladder: { ...UNUSED, deadline: 2 },
      next: next('nhắc ngày hạn'),
    }),
    { ...accepted('so-y-te', 'Sở Y tế', '07/11, 07:58'), running: { is: 'waiting' } },
    accepted('so-nnptnt', 'Sở Nông nghiệp và Phát triển nông thôn', '04/11'),
    accepted('so-vhtt', 'Sở Văn hóa và Thể thao', '06/11'),
    accepted('so-tttt', 'Sở Thông tin và Truyền thông', '04/11'),
  ],
  running: RUNNING54,
};

const chat = (is: 'delivered' | 'read', day: Day, time: string): DeliveryFact => ({
  channel: 'Chat web',
  is,
  at: instantOn(day, time),
});
const mail = (day: Day, time: string): DeliveryFact => ({
  channel: 'Thư điện tử',
  is: 'accepted',
  at: instantOn(day, time),
});

function sent(day: Day, title: string, text: string, deliveries: DeliveryFact[], time = '08:00'): StoryFact {
  return {
    at: instantOn(day, time),
    mark: 'sheet',
    tone: 'plain',
    title,
    text,
    link: null,
    fullText: null,
    deliveries,
    group: 'sent',
  };
}

const PLAIN = { link: null, fullText: null, deliveries: [] };

export const STORY: StoryFact[] = [
  {
    ...sent('2024-11-07', 'Nhắc: còn 3 ngày làm việc đến hạn số 2', 'Gửi Ông/Bà Phạm Thí Dụ, chuyên viên đầu mối.', [
      chat('delivered', TODAY, '08:00'),
      mail(TODAY, '08:00'),
    ]),
    fullText: ['Kính gửi Ông/Bà Phạm Thí Dụ, Sở Y tế.', 'Hạn số 2: Thứ Ba 12/11/2024 (còn 3 ngày làm việc).'],
  },
  {
    ...PLAIN,
    at: on('11', '05', '15:05'),
    mark: 'flag',
    tone: 'due',
    title: 'Khó khăn, vướng mắc: “Chưa rõ mức chi tập huấn theo Thông tư 35/2021/TT-BTC”',
    text: 'Người nêu: Phạm Thí Dụ. Người trả lời: Sở Khoa học và Công nghệ, chậm nhất 08/11.',
    link: { href: '/kho-khan/brvt/kk-07', label: 'Mở' },
    group: 'other',
  },
  {
    ...PLAIN,
    at: on('11', '05', '09:20'),
    mark: 'back',
    tone: 'returned',
    title: 'Trả lại bản 1, mở hạn số 2: 12/11',
    text: 'Trần Thị Mẫu, Sở Khoa học và Công nghệ. Lý do gửi nguyên văn: “Số lượt đào tạo 1.250 gấp hơn mười lần năm trước, đề nghị kiểm tra và ghi nguồn số liệu.”',
    deliveries: [chat('delivered', '2024-11-06', '08:00'), mail('2024-11-06', '08:00')],
    group: 'decision',
  },
  {
    ...sent('2024-11-05', 'Nhắc người duyệt: đã quá hạn duyệt 1 ngày làm việc', 'Gửi Trần Thị Mẫu.', [
      chat('delivered', '2024-11-05', '08:00'),
      mail('2024-11-05', '08:00'),
    ]),
    mark: 'clock',
  },
  {
    ...PLAIN,
    at: on('10', '30', '16:40'),
    mark: 'tick',
    tone: 'done',
    title: 'Lãnh đạo Sở xác nhận bản 1: số liệu chính thức',
    text: 'Đặng Văn Mẫu, Phó Giám đốc, trên trang. Biên nhận BN-2024-0187. Lần nhắc ngày 31/10 không gửi nữa.',
    group: 'answer',
  },
  {
    ...PLAIN,
    at: on('10', '30', '15:12'),
    mark: 'tick',
    tone: 'done',
    title: 'Gửi bản 1 qua chat web (6 câu, 9 phút)',
    text: 'Phạm Thí Dụ. Bản nháp cho đến khi lãnh đạo xác nhận.',
    group: 'answer',
  },
  sent('2024-10-30', 'Nhắc: còn 1 ngày làm việc đến hạn số 1', 'Gửi Phạm Thí Dụ.', [
    chat('read', '2024-10-30', '08:12'),
    mail('2024-10-30', '08:00'),
  ]),
  sent('2024-10-28', 'Nhắc: còn 3 ngày làm việc đến hạn số 1', 'Gửi Phạm Thí Dụ.', [
    chat('read', '2024-10-28', '09:40'),
    mail('2024-10-28', '08:00'),
  ]),
  {
    ...sent(
      '2024-10-22',
      'Nhắc: còn 7 ngày làm việc đến hạn số 1',
      'Thư bị trả về vì hộp thư đầy; người nhận đã đọc trên chat web nên không gửi lại.',
      [chat('read', '2024-10-22', '08:31'), { channel: 'Thư điện tử', is: 'bounced', at: on('10', '22', '08:02') }],
    ),
    mark: 'struck',
    tone: 'overdue',
  },
  sent('2024-10-11', 'Nhắc: còn 14 ngày làm việc đến hạn số 1', 'Gửi Phạm Thí Dụ.', [
    chat('read', '2024-10-11', '10:05'),
    mail('2024-10-11', '08:00'),
  ]),
  {
    ...PLAIN,
    at: on('10', '07', '07:30'),
    mark: 'clock',
    tone: 'plain',
    title: 'Đưa vào Đôn Đốc',
    text: 'Các lần nhắc trước ngày này không gửi.',
    group: 'other',
  },
];

export const RUNNING57: RunningView = {
  askedAt: '2024-11-07T08:00:04.000+07:00',
  answered: true,
  workflowId: ROUND57,
  runId: '0192f3a1-8a10-7c2e-8e55-1f0b7d2c9a34',
  rows: [
    { what: 'Trạng thái', running: 'đang chạy (Running)', projection: 'đang mở', same: true },
    { what: 'Giai đoạn', running: 'trả lại, chờ bản 2', projection: 'trả lại, chờ bản 2', same: true },
    { what: 'Mốc kế tiếp', running: '11/11/2024 07:00 (+07:00)', projection: '11/11/2024 07:00 (+07:00)', same: true },
    { what: 'Bậc thang', running: 'hạn số 2: chưa dùng', projection: 'hạn số 2: chưa dùng', same: true },
  ],
  differences: [],
};

export const OBLIGATION_VIEW: ObligationView = {
  parts: { asked: [], offer: null },
  key: `${KH57}/2024/IV.2/2024/so-y-te`,
  subject: owedBy('so-y-te'),
  at: MORNING,
  agency: 'Sở Y tế',
  title: 'báo cáo năm 2024',
  plan: { id: KH57, name: 'KH 57/KH-UBND' },
  round: { id: ROUND57, title: 'Báo cáo năm 2024' },
  state: { is: 'returned', awaits: 2 },
  deadline: { number: 2, lastDay: '2024-11-12', daysLeft: 3, isDefault: false },
  basis: {
    document: 'Kế hoạch số 57/KH-UBND ngày 18/11/2022 của UBND tỉnh Bà Rịa – Vũng Tàu, mục IV.2',
    scope: 'Sở Y tế là một trong sáu sở được giao',
    quote:
      'Định kỳ hàng năm hoặc đột xuất khi có yêu cầu, báo cáo tình hình thực hiện gửi Sở Khoa học và Công nghệ tổng hợp, báo cáo Ủy ban nhân dân tỉnh, báo cáo Bộ Khoa học và Công nghệ.',
    note: 'Kế hoạch không ghi ngày cho các sở. Hạn tổng hợp ghi “trước ngày 15 tháng 11” (mục IV.1). Người duyệt: Sở Khoa học và Công nghệ, cơ quan nhận báo cáo.',
  },
  ladder: { ...UNUSED, deadline: 2 },
  deadlines: [
    {
      number: 1,
      lastDay: '2024-10-31',
      isDefault: true,
      why: '10 ngày làm việc trước hạn tổng hợp 14/11.',
      calculation: [
        'Mục IV.1 ghi “trước ngày 15 tháng 11”: ngày cuối là 14/11/2024.',
        'Trước đó 10 ngày làm việc: 31/10/2024.',
      ],
      state: { is: 'onTime' },
      result: 'bản 1 gửi 30/10; bậc thang không dùng',
    },
    {
      number: 2,
      lastDay: '2024-11-12',
      isDefault: false,
      why: 'trả lại ngày 05/11, cho 5 ngày làm việc; mở lại đủ lần nhắc và ba bậc',
      calculation: [],
      state: { is: 'due', days: 3 },
      result: 'bậc thang chưa dùng',
    },
  ],
  versions: [
    {
      number: 1,
      sentAt: on('10', '30', '16:40'),
      receipt: 'BN-2024-0187',
      content: [
        { text: 'nhiệm vụ 2.1, 2.2: đã thực hiện; 2.3: đang thực hiện; đào tạo: ', as: 'plain' },
        { text: '1.250 lượt', as: 'strong' },
        { text: ' (năm 2023: 118 lượt)', as: 'plain' },
      ],
      standing: 'chính thức: lãnh đạo Sở xác nhận 30/10',
      decision: { is: 'returned', on: '2024-11-05' },
    },
    {
      number: 2,
      sentAt: null,
      receipt: null,
      content: [
        { text: 'đang soạn: 4/6 câu đã lưu; đào tạo: ', as: 'plain' },
        { text: '125 lượt', as: 'strong' },
        { text: ' (bản 1: ', as: 'plain' },
        { text: '1.250', as: 'struck' },
        { text: ')', as: 'plain' },
      ],
      standing: 'bản nháp',
      decision: null,
    },
  ],
  spans: [
    { whose: 'agency', days: 18, from: '2024-10-07', to: '2024-10-30' },
    { whose: 'reviewer', days: 4, from: '2024-10-31', to: '2024-11-05' },
    { whose: 'agency', days: 2, from: '2024-11-06', to: '2024-11-07' },
    { whose: 'remaining', days: 3, from: '2024-11-08', to: '2024-11-12' },
  ],
  reviewDays: 3,
  story: STORY,
  acts: [
    { act: 'accept', ready: false, when: 'khi có bản 2' },
    { act: 'return', ready: false, when: 'khi có bản 2' },
    { act: 'extend', ready: true, when: null },
    { act: 'recordOnBehalf', ready: true, when: null },
    { act: 'waive', ready: true, when: null },
    { act: 'suspend', ready: true, when: null },
    { act: 'answer', ready: true, when: null },
    { act: 'requestExtension', ready: true, when: null },
    { act: 'raiseObstacle', ready: true, when: null },
  ],
  version: 1,
  askedDay: null,
  answerFields: [
    {
      id: 'measure/2.1/status',
      label: 'Nhiệm vụ 2.1',
      options: [
        { value: '1', label: 'Đã thực hiện' },
        { value: '2', label: 'Đang thực hiện' },
        { value: '3', label: 'Chưa thực hiện' },
        { value: '4', label: 'Có khó khăn, vướng mắc' },
      ],
      hint: null,
    },
    { id: 'target/b', label: 'Số lượt người được đào tạo, tập huấn', options: [], hint: 'lượt người; năm 2023: 118' },
  ],
  kept: [],
  running: RUNNING57,
};

/** The duty of the agency of FOCAL and HEAD. */
export const OWN_OBLIGATION: ObligationView = {
  ...OBLIGATION_VIEW,
  parts: {
    asked: [
      {
        key: `${KH54}/2024/contribution/a/so-y-te`,
        agency: 'Sở Y tế',
        measure: 'IV.1',
        lastDay: '2024-10-30',
        state: { is: 'waiting' },
        words: '“Đã hướng dẫn 12 doanh nghiệp dược.”',
        waits: true,
      },
      {
        key: `${KH54}/2024/contribution/a/so-xay-dung`,
        agency: 'Sở Xây dựng',
        measure: 'IV.1',
        lastDay: '2024-10-30',
        state: { is: 'overdue', days: 6 },
        words: null,
        waits: false,
      },
    ],
    offer: {
      from: '2024-11-11',
      until: '2024-11-11',
      measures: [
        {
          measure: 'IV.1',
          text: 'Hỗ trợ doanh nghiệp áp dụng các công cụ cải tiến năng suất.',
          agencies: [{ id: 'so-cong-thuong', name: 'Sở Công Thương' }],
        },
        {
          measure: 'IV.2',
          text: 'Tuyên truyền, phổ biến về năng suất và chất lượng.',
          agencies: [
            { id: 'so-cong-thuong', name: 'Sở Công Thương' },
            { id: 'so-xay-dung', name: 'Sở Xây dựng' },
          ],
        },
      ],
    },
  },
  key: `${KH57}/2024/IV.2/2024/so-du-lich`,
  subject: owedBy('so-du-lich'),
  agency: 'Sở Du lịch',
  state: { is: 'overdue', days: 5 },
  deadline: { number: 1, lastDay: '2024-10-31', daysLeft: -5, isDefault: true },
  ladder: climbing(3, 'Lãnh đạo tỉnh', MORNING),
  versions: [],
  acts: [
    { act: 'answer', ready: true, when: null },
    { act: 'askParts', ready: true, when: null },
    { act: 'requestExtension', ready: true, when: null },
    { act: 'confirm', ready: true, when: null },
    { act: 'raiseObstacle', ready: true, when: null },
    { act: 'accept', ready: true, when: null },
  ],
};

export const PLAN_LIST: PlanListView = {
  plans: [
    {
      id: KH54,
      name: 'KH 54/KH-UBND',
      title: 'Nâng cao năng suất, chất lượng trên cơ sở khoa học, công nghệ và đổi mới sáng tạo',
      issuer: 'UBND tỉnh Bà Rịa – Vũng Tàu',
      issuedOn: '2022-04-07',
      period: { from: 2022, to: 2030 },
      startedOn: '2024-10-07',
      blocked: null,
      counts: { overdue: 3, waiting: 2, due: 2 },
    },
    {
      id: KH57,
      name: 'KH 57/KH-UBND',
      title: 'Triển khai áp dụng các hệ thống quản lý, công cụ cải tiến năng suất chất lượng',
      issuer: 'UBND tỉnh Bà Rịa – Vũng Tàu',
      issuedOn: '2022-11-18',
      period: { from: 2022, to: 2030 },
      startedOn: null,
      blocked: 'Sở Y tế chưa có người ở vị trí lãnh đạo đơn vị.',
      counts: { overdue: 1, waiting: 1, due: 3 },
    },
  ],
};

export const PLAN_YEAR: PlanYearView = {
  id: KH54,
  subject: OFFICE,
  name: 'KH 54/KH-UBND',
  title: 'Nâng cao năng suất, chất lượng trên cơ sở khoa học, công nghệ và đổi mới sáng tạo',
  issuer: 'UBND tỉnh Bà Rịa – Vũng Tàu',
  signatory: 'Phó Chủ tịch',
  issuedOn: '2022-04-07',
  period: { from: 2022, to: 2030 },
  started: true,
  year: 2024,
  years: [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
  calendarAnnounced: true,
  phases: [
    {
      phase: 'budgeting',
      rounds: [
        {
          round: `round/brvt/${KH54}/2024/IV.2.b/2025`,
          title: 'Dự toán năm 2025 gửi Sở Tài chính',
          clause: 'mục IV.2 điểm b',
          opensOn: '2024-05-20',
          lastDay: '2024-06-28',
          isDefault: true,
          calculation: ['Kế hoạch không ghi ngày. Mặc định theo lịch dự toán.'],
          agencies: 10,
          standing: 'imported',
          shares: [],
          mine: [],
        },
      ],
    },
    {
      phase: 'reporting',
      rounds: [
        {
          round: ROUND54,
          title: 'Báo cáo năm 2024 của các sở',
          clause: 'mục IV.2 điểm đ',
          opensOn: '2024-09-23',
          lastDay: '2024-11-05',
          isDefault: true,
          calculation: ROUND_VIEW.dayCalculation,
          agencies: 10,
          standing: 'open',
          shares: [
            { is: 'accepted', count: 4 },
            { is: 'waiting', count: 2 },
            { is: 'extended', count: 1 },
            { is: 'overdue', count: 3 },
          ],
          mine: [],
        },
        {
          round: `round/brvt/${KH54}/2024/IV.1.c/2024`,
          title: 'Báo cáo tổng hợp năm 2024',
          clause: 'mục IV.1 điểm c',
          opensOn: '2024-11-08',
          lastDay: '2024-11-19',
          isDefault: false,
          calculation: [],
          agencies: 1,
          standing: 'notOpen',
          shares: [],
          mine: [],
        },
      ],
    },
  ],
  measures: [
    {
      no: '1.1',
      text: 'Tuyên truyền, phổ biến về năng suất, chất lượng trên các phương tiện thông tin đại chúng',
      timing: 'hàng năm',
      lead: 'Sở Thông tin và Truyền thông',
      standing: 'underWay',
      vague: null,
      triggered: false,
    },
    {
      no: '1.2',
      text: 'Khảo sát, đánh giá năng suất của doanh nghiệp trên địa bàn tỉnh',
      timing: '2022–2023',
      lead: 'Sở Khoa học và Công nghệ',
      standing: 'ended',
      vague: null,
      triggered: false,
    },
    {
      no: '2.1',
      text: 'Đào tạo chuyên gia năng suất chất lượng',
      timing: 'thực hiện khi có yêu cầu',
      lead: 'các cơ quan liên quan',
      standing: 'waitingEvent',
      vague: { parts: ['các cơ quan liên quan'], assigned: [] },
      triggered: true,
    },
  ],
  conclusions: [{ review: 'IV.1.d-midTerm', name: 'sơ kết giai đoạn 2022–2025', decided: false }],
  unsettled: ['a.1', 'b.1'],
  money: OFFICE,
  imported: { total: 14, noEvidence: 3 },
  warnings: ['Các sở không được ghi ngày báo cáo; ngày mặc định là 10 ngày làm việc trước hạn tổng hợp.'],
};

export const PLAN_ASKING: PlanAskingView = {
  plan: { id: KH54, name: 'KH 54/KH-UBND' },
  subject: OFFICE,
  today: TODAY,
  earliest: '2024-11-11',
  triggerDay: '2024-11-21',
  agencies: [
    { id: 'so-du-lich', name: 'Sở Du lịch' },
    { id: 'so-ldtbxh', name: 'Sở Lao động – Thương binh và Xã hội' },
    { id: 'so-xay-dung', name: 'Sở Xây dựng' },
    { id: 'so-y-te', name: 'Sở Y tế' },
  ],
  measures: [
    {
      no: '2.1',
      text: 'Đào tạo chuyên gia năng suất chất lượng',
      timing: 'thực hiện khi có yêu cầu',
      leads: ['Sở Du lịch', 'Sở Lao động – Thương binh và Xã hội'],
    },
  ],
  vague: [
    {
      no: '2.1',
      text: 'Đào tạo chuyên gia năng suất chất lượng',
      lead: 'các cơ quan liên quan',
      parts: ['các cơ quan liên quan'],
      named: [],
      assigned: ['Sở Y tế'],
    },
  ],
};

export const MONEY_VIEW: MoneyView = {
  plan: { id: KH54, name: 'KH 54/KH-UBND' },
  year: 2025,
  years: [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
  subject: OFFICE,
  recorders: { allocation: OFFICE, settlement: OFFICE },
  rounds: [
    {
      round: `round/brvt/${KH54}/2024/IV.2.d/2025`,
      title: 'Dự toán ngân sách năm 2025',
      owedBy: '10 cơ quan',
      owedTo: 'Sở Tài chính',
      lastDay: '2024-07-05',
      isDefault: true,
      standing: 'open',
      opensOn: '2024-05-24',
      received: { count: 4, of: 10 },
      sent: null,
      closesByLetter: false,
    },
    {
      round: `round/brvt/${KH54}/2024/IV.3/2025`,
      title: 'Đề xuất vốn đầu tư phát triển năm 2025',
      owedBy: 'Sở Kế hoạch và Đầu tư',
      owedTo: 'UBND tỉnh Bà Rịa – Vũng Tàu',
      lastDay: '2024-07-19',
      isDefault: true,
      standing: 'closed',
      opensOn: '2024-06-07',
      received: { count: 1, of: 1 },
      sent: 'số 77/TTr-SKHĐT ngày 18/07/2024',
      closesByLetter: true,
    },
  ],
  budget: {
    year: 2025,
    heads: ['Dự toán', 'Tổng hợp dự toán', 'Đã giao', 'Đã quyết toán'],
    lines: [
      {
        place: 'Nhóm nhiệm vụ II.1 “Đào tạo”',
        source: 'sự nghiệp',
        amounts: ['200.000.000', '–', '–', '–'],
        parts: ['Dự toán: Sở Y tế 200.000.000 (BN-2024-0101)'],
      },
      {
        place: 'Nhiệm vụ II.1.1',
        source: 'sự nghiệp',
        amounts: ['–', '–', '150.000.000', '–'],
        parts: ['Đã giao: Sở Y tế 150.000.000 (số 3456/QĐ-UBND ngày 20/12/2024)'],
      },
    ],
    totals: [{ label: 'Tổng cộng', amounts: ['200.000.000', '–', '150.000.000', '–'] }],
    gaps: ['Sở Du lịch: chưa gửi dự toán', 'Sở Tài chính: chưa ghi kinh phí giao cho Sở Xây dựng'],
  },
  agencies: [
    { id: 'so-y-te', name: 'Sở Y tế' },
    { id: 'so-ldtbxh', name: 'Sở Lao động – Thương binh và Xã hội' },
  ],
  measures: [
    { no: 'II.1.1', text: 'Tuyên truyền, phổ biến về năng suất, chất lượng trên các phương tiện thông tin đại chúng' },
  ],
};

export const TARGETS_VIEW: TargetsView = {
  plan: { id: KH54, name: 'KH 54/KH-UBND' },
  subject: OFFICE,
  year: 2024,
  years: [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
  period: { from: 2022, to: 2030 },
  figures: [
    {
      target: 'a.1',
      label: 'a.1',
      text: 'Tối thiểu 100 doanh nghiệp, hợp tác xã được hỗ trợ thực hiện các giải pháp nâng cao năng suất.',
      aim: 'ít nhất 100 doanh nghiệp, hợp tác xã',
      when: 'đến năm 2025',
      rule: 'cộng dồn qua các năm',
      unit: 'doanh nghiệp, hợp tác xã',
      asks: 'from',
      settled: true,
      basis: { words: 'từ năm 2022', on: '2024-10-08', by: 'Trần Thị Mẫu', reason: 'Tính từ năm ban hành.' },
      progress: 'Lũy kế 2022–2024: 60 doanh nghiệp, hợp tác xã; chưa đạt, bằng 60% mức cần đạt.',
      parts: [
        { receipt: 'BN-2024-0203', words: 'Sở Y tế, năm 2024: 60 doanh nghiệp, hợp tác xã', aside: null },
        { receipt: 'BN-2024-0204', words: 'Sở Du lịch, năm 2024: 20 doanh nghiệp, hợp tác xã', aside: null },
        {
          receipt: 'BN-2024-0206',
          words: 'Sở Xây dựng, năm 2024: 15 doanh nghiệp, hợp tác xã',
          aside: 'trùng với BN-2024-0203, không cộng lần nữa',
        },
        {
          receipt: 'BN-2024-0207',
          words: 'Sở Giao thông vận tải, năm 2024: 20 doanh nghiệp, hợp tác xã',
          aside: 'bản nháp, chưa cộng',
        },
      ],
      silent: ['chưa gửi báo cáo: Sở Giáo dục và Đào tạo'],
      counted: [
        { receipt: 'BN-2024-0203', words: 'Sở Y tế, năm 2024: 60 doanh nghiệp, hợp tác xã' },
        { receipt: 'BN-2024-0204', words: 'Sở Du lịch, năm 2024: 20 doanh nghiệp, hợp tác xã' },
      ],
      marked: [
        {
          receipt: 'BN-2024-0206',
          words: 'Sở Xây dựng, năm 2024: 15 doanh nghiệp, hợp tác xã, trùng với BN-2024-0203',
        },
      ],
    },
    {
      target: 'a.2',
      label: 'a.2',
      text: 'Trên 1.000 lượt người lao động của các doanh nghiệp, hợp tác xã được đào tạo, tập huấn.',
      aim: 'trên 1.000 lượt',
      when: 'đến năm 2025',
      rule: 'cộng dồn qua các năm',
      unit: 'lượt',
      asks: 'from',
      settled: false,
      basis: null,
      progress: 'Chưa tính được: kế hoạch không ghi lũy kế từ năm nào; cơ quan điều phối cần xác định.',
      parts: [],
      silent: [],
      counted: [],
      marked: [],
    },
  ],
  unsettled: [
    {
      target: 'a.2',
      text: 'Trên 1.000 lượt người lao động của các doanh nghiệp, hợp tác xã được đào tạo, tập huấn.',
      asks: 'from',
      unit: 'lượt',
    },
  ],
};

export const CONCLUSION_VIEW: ConclusionView = {
  plan: { id: KH54, name: 'KH 54/KH-UBND' },
  subject: { ...OFFICE, reviewer: 'ubnd-tinh' },
  review: 'IV.1.d-midTerm',
  name: 'sơ kết giai đoạn 2022–2025',
  clause: 'mục IV.1 điểm d',
  quote: 'Tổ chức sơ kết thực hiện Kế hoạch vào năm 2025 và tổng kết vào năm 2030',
  year: 2025,
  round: `round/brvt/${KH54}/2025/IV.1.d-midTerm/2022-2025`,
  askedAt: MORNING,
  decideOn: '2024-12-13',
  outcome: null,
  others: [{ id: KH57, name: 'KH 57/KH-UBND' }],
};

/** The same once leadership has decided. */
export const CONCLUDED_VIEW: ConclusionView = {
  ...CONCLUSION_VIEW,
  review: 'IV.1.d-final',
  name: 'tổng kết giai đoạn 2022–2030',
  outcome: {
    as: 'feed',
    feeds: 'KH 57/KH-UBND',
    at: MORNING,
    by: 'Trần Thị Mẫu, điều phối',
    document: 'số 1024/UBND-VP ngày 06/11/2024',
    words: 'Đưa các chỉ tiêu chưa đạt vào kế hoạch sau.',
  },
};

export const IMPORTED_VIEW: ImportedView = {
  subject: OFFICE,
  plan: { id: KH54, name: 'KH 54/KH-UBND' },
  importedUntil: '2024-10-07',
  rows: [
    {
      key: `${KH54}/2024/IV.2.b/2025/so-du-lich`,
      title: 'dự toán năm 2025',
      agency: 'Sở Du lịch',
      clause: 'mục IV.2 điểm b',
      lastDay: '2024-06-28',
      standing: { is: 'noEvidence' },
    },
    {
      key: `${KH54}/2024/IV.2.b/2025/so-y-te`,
      title: 'dự toán năm 2025',
      agency: 'Sở Y tế',
      clause: 'mục IV.2 điểm b',
      lastDay: '2024-06-28',
      standing: { is: 'letter', number: '1207/SYT-KHTC', day: '2024-06-18' },
    },
    {
      key: `${KH54}/2024/IV.2.b/2025/so-vhtt`,
      title: 'dự toán năm 2025',
      agency: 'Sở Văn hóa và Thể thao',
      clause: null,
      lastDay: '2024-06-28',
      standing: { is: 'notApplicable', reason: 'không có nhiệm vụ dùng ngân sách năm 2025' },
    },
    {
      key: `${KH54}/2024/IV.2.b/2025/so-xay-dung`,
      title: 'dự toán năm 2025',
      agency: 'Sở Xây dựng',
      clause: 'mục IV.2 điểm b',
      lastDay: '2024-06-28',
      standing: { is: 'reopened', to: '2024-11-15' },
    },
  ],
};

export const OBSTACLES: ObstacleListView = {
  open: [
    {
      id: 'brvt/kk-07',
      agency: 'Sở Y tế',
      about: 'nhiệm vụ 2.1 của KH 57',
      text: 'Chưa rõ mức chi tập huấn theo Thông tư 35/2021/TT-BTC',
      raisedAt: on('11', '05', '15:05'),
      step: 'coordinator',
      answerBy: { lastDay: '2024-11-08', daysLeft: 1 },
    },
  ],
  settled: [
    {
      id: 'brvt/kk-03',
      agency: 'Sở Công Thương',
      about: null,
      text: 'Doanh nghiệp chưa cung cấp số liệu năng suất',
      raisedAt: on('10', '14', '09:10'),
      step: 'settled',
      answerBy: null,
    },
  ],
  abouts: [{ value: `${KH57}/2024/IV.2/2024/so-du-lich`, label: 'Báo cáo năm 2024, KH 57' }],
};

export const OBSTACLE_VIEW: ObstacleView = {
  id: 'brvt/kk-07',
  subject: owedBy('so-y-te'),
  at: MORNING,
  agency: 'Sở Y tế',
  raisedBy: 'Ông/Bà Phạm Thí Dụ, chuyên viên đầu mối',
  raisedAt: on('11', '05', '15:05'),
  about: { text: 'nhiệm vụ 2.1 của KH 57', obligation: `${KH57}/2024/IV.2/2024/so-y-te` },
  text: 'Chưa rõ mức chi tập huấn theo Thông tư 35/2021/TT-BTC',
  clause: 'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, phản ánh về Sở Khoa học và Công nghệ',
  step: 'coordinator',
  answerBy: { lastDay: '2024-11-08', daysLeft: 1 },
  story: STORY.slice(1, 2),
  running: { ...RUNNING57, workflowId: 'obstacle/brvt/kk-07', answered: false, runId: null },
};

export const OPINION_VIEW: OpinionView = {
  key: `${KH57}/2024/IV.2/2024/so-du-lich`,
  subject: { ...owedBy('so-du-lich'), asked: ['p90'] },
  sentAt: MORNING,
  addressee: 'Lý Thị Giả Định, Phó Chủ tịch UBND tỉnh',
  agency: 'Sở Du lịch',
  title: 'báo cáo năm 2024',
  overdue: 5,
  basis: 'Kế hoạch số 57/KH-UBND ngày 18/11/2022, mục IV.2',
  lastDay: '2024-10-31',
  effect:
    'Báo cáo tổng hợp gửi UBND tỉnh và Bộ KH&CN, chậm nhất 14/11 (còn 5 ngày làm việc), mới có số liệu của 4 trong 6 sở',
  done: [
    { on: '2024-11-01', text: 'Lãnh đạo Sở Du lịch', reached: ['đã đọc trên chat web 10:12', 'thư đã nhận'] },
    {
      on: '2024-11-05',
      text: 'Sở Khoa học và Công nghệ gọi điện: “Sở đang chờ số liệu của hai phòng nghiệp vụ”',
      reached: [],
    },
    { on: '2024-11-07', text: 'Tin này. Lãnh đạo tỉnh là bậc 3, bậc cuối', reached: [] },
  ],
  ladder: climbing(3, 'Lãnh đạo tỉnh', MORNING),
  coordinator: 'Sở Khoa học và Công nghệ',
  proposedDay: '2024-11-11',
  extendDay: '2024-11-14',
  repeatOn: '2024-11-11',
  nextPostOn: '2024-11-14',
  answered: null,
  week: {
    onTime: 8,
    of: 14,
    overdue: 4,
    obstacles: 1,
    items: [
      'Sở Du lịch, KH 57: quá 5 ngày làm việc',
      'Sở Du lịch, KH 54: quá 2 ngày làm việc',
      'Sở Lao động – Thương binh và Xã hội, KH 54: chưa liên lạc được',
    ],
  },
};

const said = (time: string, text: string): ChatLine => ({
  by: 'person',
  at: instantOn(TODAY, time),
  text,
  saved: true,
});
const ours = (time: string, reply: Reply): ChatLine => ({ by: 'us', at: instantOn(TODAY, time), reply });
const opts = (...labels: string[]): Reply['options'] & object =>
  labels.map((label, index) => ({ n: index + 1, label, id: `o${index + 1}` }));

const LAST_OPTIONS = opts('Trả lời ngay', 'Xin gia hạn', 'Báo khó khăn, vướng mắc');

export const CHAT_VIEW: ChatView = {
  duties: [
    {
      n: 1,
      item: 'owed/1',
      title: 'Báo cáo năm 2024',
      basis: 'KH 57/KH-UBND, mục IV.2',
      lastDay: '2024-10-31',
      state: { is: 'onTime' },
      word: 'đã gửi 09:14',
      open: true,
    },
    {
      n: 2,
      item: 'owed/2',
      title: 'Báo cáo năm 2024',
      basis: 'KH 54/KH-UBND, mục IV.2.đ',
      lastDay: '2024-11-05',
      state: { is: 'overdue', days: 2 },
      word: null,
      open: false,
    },
  ],
  lines: [
    said('09:04', 'việc'),
    ours('09:04', {
      kind: 'question',
      lines: [
        'Kính gửi Ông/Bà Hồ Văn Ví Dụ, Sở Du lịch.',
        'Ông/Bà có 2 việc. Hệ thống chưa ghi nhận báo cáo của cả hai:',
        '1. KH 57/KH-UBND, mục IV.2: Báo cáo năm 2024. Hạn 31/10/2024 (đã qua 5 ngày làm việc).',
        '2. KH 54/KH-UBND, mục IV.2.đ: Báo cáo năm 2024. Hạn 05/11/2024 (đã qua 2 ngày làm việc).',
        'Trả lời 1 hoặc 2 để bắt đầu. Mỗi việc 6 câu, khoảng 5 phút.',
      ],
    }),
    said('09:05', '1'),
    ours('09:05', {
      kind: 'question',
      title: 'Câu 1/6. Nhiệm vụ 2.1 của KH 57',
      lines: [
        '“Phổ biến, hướng dẫn áp dụng các hệ thống quản lý, công cụ cải tiến năng suất chất lượng…” (hàng năm, Sở chủ trì trong lĩnh vực quản lý)',
        'Trong năm 2024, nhiệm vụ này:',
      ],
      options: opts('Đã thực hiện', 'Đang thực hiện', 'Chưa thực hiện', 'Có khó khăn, vướng mắc'),
      hint: 'Trả lời bằng một số.',
    }),
    said('09:06', '1'),
    ours('09:06', { kind: 'saved', title: 'Đã lưu câu 1: Đã thực hiện.', lines: [] }),
    ours('09:06', {
      kind: 'question',
      title: 'Câu 2/6. Số lượt người được đào tạo, tập huấn, hướng dẫn',
      lines: ['Chỉ tiêu của KH 57: trên 1.000 lượt, giai đoạn 2022–2025. Năm 2023 Sở báo cáo 85 lượt.'],
      hint: 'Trả lời bằng một số, đơn vị lượt người. Ví dụ: 120',
    }),
    said('09:07', '1.200'),
    ours('09:07', {
      kind: 'question',
      lines: ['Ghi nhận: 1.200 lượt người (một nghìn hai trăm), gấp hơn mười lần năm 2023. Xin Ông/Bà xem lại:'],
      options: opts('Đúng là 1.200', 'Nhập lại'),
    }),
    said('09:08', '2'),
    ours('09:08', { kind: 'question', title: 'Câu 2/6. Số lượt người, nhập lại:', lines: [] }),
    said('09:08', '120'),
    ours('09:13', {
      kind: 'summary',
      title: 'Tóm tắt trước khi gửi',
      lines: [],
      rows: [
        { n: 1, label: 'Nhiệm vụ 2.1', value: 'Đã thực hiện' },
        { n: 2, label: 'Lượt người được đào tạo', value: '120 lượt', note: 'năm 2023: 85' },
        { n: 3, label: 'Nhiệm vụ 2.2', value: 'Đã thực hiện' },
        { n: 4, label: 'Nhiệm vụ 2.3', value: 'Đang thực hiện' },
        { n: 5, label: 'Khó khăn, vướng mắc', value: 'Không có' },
        { n: 6, label: 'Đề xuất', value: 'bỏ qua' },
      ],
      options: opts('Gửi', 'Sửa (ví dụ: sửa 2)', 'Để sau'),
    }),
    said('09:14', '1'),
    ours('09:14', {
      kind: 'receipt',
      title: 'Đã ghi nhận. Số biên nhận BN-2024-0203',
      lines: [],
      fields: [
        { label: 'Lúc', value: '09:14, Thứ Năm 07/11/2024' },
        { label: 'Việc', value: 'Báo cáo năm 2024, KH 57/KH-UBND, mục IV.2, bản 1' },
        { label: 'Cơ quan', value: 'Sở Du lịch' },
        {
          label: 'Giá trị',
          value:
            'bản nháp, đến khi lãnh đạo Sở xác nhận hoặc có số công văn. Sẽ báo Ông/Bà Đinh Thị Thử, Phó Giám đốc, 08:00 ngày 08/11.',
        },
        { label: 'Nhắc, bậc thang', value: 'đã dừng cho việc này' },
      ],
      links: [{ to: 'receipt', number: 'BN-2024-0203', label: 'Xem, in biên nhận' }],
    }),
    ours('09:14', {
      kind: 'question',
      lines: ['Còn 1 việc: Báo cáo năm 2024, KH 54/KH-UBND, mục IV.2.đ. Hạn 05/11/2024.'],
      options: LAST_OPTIONS,
      question: 9,
    }),
  ],
  question: 9,
  turn: 31,
  options: LAST_OPTIONS,
  contact: { name: 'Trần Thị Mẫu', agency: 'Sở Khoa học và Công nghệ', phone: '0254 000 0101', note: 'số giả định' },
};

export const RECEIPT_VIEW: ReceiptView = {
  number: 'BN-2024-0203',
  subject: owedBy('so-du-lich'),
  obligation: `${KH57}/2024/IV.2/2024/so-du-lich`,
  at: instantOn(TODAY, '09:14'),
  what: 'Báo cáo năm 2024, KH 57/KH-UBND, mục IV.2, bản 1',
  agency: 'Sở Du lịch',
  standing: 'bản nháp, đến khi lãnh đạo Sở xác nhận hoặc có số công văn',
  answers: [
    { label: 'Nhiệm vụ 2.1', value: 'Đã thực hiện' },
    { label: 'Lượt người được đào tạo', value: '120 lượt' },
  ],
};

const plain = (words: string): { state: null; words: string } => ({ state: null, words });

export const ROLES_VIEW: RolesView = {
  groups: [
    {
      title: 'Điều phối và người duyệt',
      people: [
        {
          person: 'p01',
          name: 'Trần Thị Mẫu',
          title: 'điều phối, người duyệt',
          agency: 'Sở Khoa học và Công nghệ',
          now: plain('5 việc chờ xử lý, 1 quá hạn duyệt'),
        },
        {
          person: 'p02',
          name: 'Ngô Văn Làm Mẫu',
          title: 'lãnh đạo Sở, ký báo cáo tổng hợp',
          agency: 'Sở Khoa học và Công nghệ',
          now: plain('1 báo cáo tổng hợp, hạn 14/11'),
        },
        {
          person: 'p03',
          name: 'Cao Thị Ví Dụ',
          title: 'người duyệt dự toán',
          agency: 'Sở Tài chính',
          now: plain('chưa có việc'),
        },
      ],
    },
    {
      title: 'Cơ quan báo cáo',
      people: [
        {
          person: 'p11',
          name: 'Hồ Văn Ví Dụ',
          title: 'chuyên viên đầu mối',
          agency: 'Sở Du lịch',
          now: { state: { is: 'overdue', days: 2 }, words: 'quá hạn 2' },
        },
        { person: 'p12', name: 'Đinh Thị Thử', title: 'lãnh đạo Sở', agency: 'Sở Du lịch', now: plain('2 tin bậc 1') },
        {
          person: 'p13',
          name: 'Phạm Thí Dụ',
          title: 'chuyên viên đầu mối',
          agency: 'Sở Y tế',
          now: { state: { is: 'returned' }, words: 'trả lại 1' },
        },
        {
          person: 'p14',
          name: 'Bùi Thí Điểm',
          title: 'chuyên viên đầu mối',
          agency: 'Sở Giáo dục và Đào tạo',
          now: { state: { is: 'due', days: 1 }, words: 'đến hạn 08/11' },
        },
        {
          person: 'p15',
          name: 'Mai Văn Nháp',
          title: 'chuyên viên đầu mối',
          agency: 'Sở Lao động – Thương binh và Xã hội',
          now: { state: { is: 'unreachable' }, words: 'chưa liên lạc được' },
        },
      ],
    },
    {
      title: 'Lãnh đạo tỉnh, quản trị',
      people: [
        {
          person: 'p90',
          name: 'Lý Thị Giả Định',
          title: 'Phó Chủ tịch',
          agency: 'UBND tỉnh',
          now: plain('1 việc xin ý kiến'),
        },
        {
          person: 'p91',
          name: 'Tạ Văn Thử Nghiệm',
          title: 'quản trị',
          agency: 'Sở Khoa học và Công nghệ',
          now: plain('1 địa chỉ thư hỏng'),
        },
      ],
    },
  ],
};

const letterFact = (
  id: string,
  to: string,
  subject: string,
  at: Instant,
  bouncedAt: Instant | null = null,
): MailboxView['days'][0]['letters'][0] => ({ id, to, subject, at, bouncedAt });

export const MAILBOX_VIEW: MailboxView = {
  days: [
    {
      day: TODAY,
      letters: [
        letterFact('m5', 'Bùi Thí Điểm, Sở GD&ĐT', 'Nhắc: báo cáo năm 2024, hạn 08/11 (còn 1 ngày làm việc)', MORNING),
        letterFact('m4', 'Lý Thị Giả Định, UBND tỉnh', 'Xin ý kiến: Sở Du lịch, báo cáo năm 2024', MORNING),
        letterFact(
          'm3',
          'Lâm Văn Minh Họa, Sở TT&TT',
          'Nhắc: báo cáo năm 2024, hạn 08/11 (còn 1 ngày làm việc)',
          MORNING,
        ),
        letterFact(
          'm2',
          'Phạm Thí Dụ, Sở Y tế',
          'Nhắc: báo cáo năm 2024, hạn số 2 12/11 (còn 3 ngày làm việc)',
          MORNING,
        ),
        letterFact('m1', 'Trần Thị Mẫu, Sở KH&CN', 'Việc hôm nay: 5 việc chờ xử lý, 4 quá hạn', MORNING),
      ],
    },
    {
      day: '2024-11-04',
      letters: [
        letterFact(
          'm0',
          'Mai Văn Nháp, Sở LĐTBXH',
          'Nhắc: báo cáo năm 2024, hạn 05/11 (còn 1 ngày làm việc)',
          on('11', '04', '08:00'),
          on('11', '04', '08:02'),
        ),
      ],
    },
  ],
};

export const LETTER_VIEW: LetterView = {
  id: 'm5',
  subject: { ...NO_SUBJECT, asked: ['p14'] },
  title: 'Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 08/11/2024 (còn 1 ngày làm việc)',
  from: 'Đôn Đốc, Sở Khoa học và Công nghệ <don-doc@so-khcn.example>',
  to: 'Bùi Thí Điểm <b.thidiem@so-gddt.example>',
  at: MORNING,
  acceptedAt: '2024-11-07T08:00:03.000+07:00',
  bouncedAt: null,
  text: `Kính gửi: Sở Giáo dục và Đào tạo;
Ông/Bà Bùi Thí Điểm, chuyên viên đầu mối.

Sở Giáo dục và Đào tạo có báo cáo năm 2024 đến hạn Thứ Sáu, ngày 08/11/2024, còn 1 ngày làm việc. Hệ thống chưa ghi nhận báo cáo này.

> Căn cứ
> Kế hoạch số 54/KH-UBND ngày 07/4/2022 của UBND tỉnh Bà Rịa – Vũng Tàu, mục IV.2 điểm đ:
> “Định kỳ hàng năm hoặc đột xuất khi có yêu cầu, báo cáo tình hình thực hiện gửi Sở Khoa học và Công nghệ tổng hợp.”

1. Mục IV.1 điểm c ghi hạn tổng hợp “Trước ngày 20 tháng 11 hàng năm”: ngày cuối là Thứ Ba 19/11/2024, ngày làm việc.
2. Kế hoạch không ghi ngày cho các sở. Mặc định: trước đó 10 ngày làm việc, là Thứ Ba 05/11/2024.
3. Sở xin gia hạn ngày 01/11; Sở Khoa học và Công nghệ đồng ý ngày 04/11: hạn số 2 là Thứ Sáu 08/11/2024.

Ông/Bà có thể trả lời tại http://127.0.0.1:8080/chat hoặc xin gia hạn, báo khó khăn, vướng mắc.

Cần trao đổi, xin gọi Trần Thị Mẫu, Sở Khoa học và Công nghệ, 0254 000 0101 (số giả định), giờ hành chính.

Trân trọng.

---

Vì sao tôi nhận tin này? Ông/Bà là chuyên viên đầu mối của Sở Giáo dục và Đào tạo cho KH 54/KH-UBND.`,
};

export const DIRECTORY_VIEW: DirectoryView = {
  agencies: [
    {
      id: 'so-du-lich',
      name: 'Sở Du lịch',
      vacancies: [],
      people: [
        {
          person: 'p11',
          subject: { ...owedBy('so-du-lich'), asked: ['p11'] },
          name: 'Hồ Văn Ví Dụ',
          title: 'chuyên viên đầu mối',
          email: 'h.vidu@so-dulich.example',
          phone: '0254 000 0111',
          channels: [
            { channel: 'Chat web', is: 'ok', note: null },
            { channel: 'Thư điện tử', is: 'ok', note: null },
          ],
          standIn: { name: 'Đinh Thị Thử', from: '2024-11-18', to: '2024-11-22' },
        },
      ],
    },
    {
      id: 'so-ldtbxh',
      name: 'Sở Lao động – Thương binh và Xã hội',
      vacancies: ['lãnh đạo đơn vị'],
      people: [
        {
          person: 'p15',
          subject: { ...owedBy('so-ldtbxh'), asked: ['p15'] },
          name: 'Mai Văn Nháp',
          title: 'chuyên viên đầu mối',
          email: 'm.nhap@so-ldtbxh.example',
          phone: '0254 000 0110',
          channels: [
            { channel: 'Chat web', is: 'untried', note: 'chưa mở lần nào' },
            { channel: 'Thư điện tử', is: 'failed', note: 'bị trả về ngày 04/11' },
          ],
          standIn: null,
        },
      ],
    },
  ],
};

export const ADDRESS_VIEW: AddressView = {
  person: 'p15',
  subject: { ...owedBy('so-ldtbxh'), asked: ['p15'] },
  name: 'Mai Văn Nháp',
  title: 'chuyên viên đầu mối',
  agency: 'Sở Lao động – Thương binh và Xã hội',
  email: 'm.nhap@so-ldtbxh.example',
  phone: '0254 000 0110',
};

export const CALENDAR_VIEW: CalendarView = {
  year: 2024,
  years: [2023, 2024, 2025],
  announced: true,
  basis: 'Thông báo 5015/TB-LĐTBXH ngày 30/11/2023',
  daysOff: [
    { day: '2024-01-01', why: 'Tết Dương lịch' },
    { day: '2024-02-08', why: 'Tết Nguyên đán' },
    { day: '2024-04-29', why: 'hoán đổi ngày làm việc' },
    { day: '2024-04-30', why: 'Ngày Chiến thắng' },
    { day: '2024-09-02', why: 'Quốc khánh' },
  ],
  workedDays: [{ day: '2024-05-04', why: 'làm bù cho ngày 29/4' }],
  workingDays: 250,
};

export const STATUS_VIEW: StatusView = {
  at: MORNING,
  parts: [
    { what: 'Máy chủ công việc (Temporal)', ok: true, words: 'bản 1.29.0, tại 127.0.0.1:7233' },
    { what: 'Cơ sở dữ liệu', ok: true, words: 'PGlite, đã ghi lúc 08:00:04' },
    { what: 'Thư điện tử', ok: false, words: 'chưa cấu hình; 3 thư đang đợi' },
  ],
  workflows: [
    {
      id: ROUND54,
      type: 'kỳ',
      status: 'Running',
      phase: 'thu báo cáo',
      nextWake: '08/11/2024 07:00',
      projection: 'thu báo cáo, 08/11/2024 07:00',
      same: true,
    },
    {
      id: 'obstacle/brvt/kk-07',
      type: 'khó khăn',
      status: null,
      phase: null,
      nextWake: null,
      projection: 'chờ điều phối, 08/11/2024 07:00',
      same: false,
    },
  ],
};

export const UPCOMING_VIEW: UpcomingView = {
  at: on('11', '08', '08:00'),
  messages: [
    {
      to: 'Bùi Thí Điểm, Sở Giáo dục và Đào tạo',
      when: '08:00 ngày 08/11 · chat web, thư điện tử',
      subject: 'Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 08/11/2024',
      lines: [
        'Kính gửi Ông/Bà Bùi Thí Điểm, Sở Giáo dục và Đào tạo.',
        'KH 54/KH-UBND, mục IV.2 điểm đ: Báo cáo năm 2024.',
        'Hạn: Thứ Sáu 08/11/2024 (đến hạn hôm nay).',
      ],
    },
  ],
};
