import type { NoticeKind } from '../../../domain/notice/notice.ts';
import type { NoticeItem } from '../../../wording/notices/item.ts';

const SPEAKER = { name: 'Trần Thị Mẫu', agency: 'Sở Khoa học và Công nghệ' };

/** A notice to the focal point of Sở Giáo dục và Đào tạo on Thursday 07/11/2024, changed as a test needs. */
export function item(kind: NoticeKind, change: Partial<NoticeItem> = {}): NoticeItem {
  return {
    key: `brvt-kh54-2022/2024/IV.2.đ/2024/so-gddt/2/${kind}`,
    kind,
    today: '2024-11-07',
    late: false,
    to: {
      role: 'focalPoint',
      post: 'focalPoint',
      agency: 'Sở Giáo dục và Đào tạo',
      since: '2024-10-07',
      standsInFor: null,
    },
    basis: {
      document: 'Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu',
      short: 'KH 54/KH-UBND',
      clause: 'IV.2.đ',
      quote:
        'Định kỳ hàng năm hoặc đột xuất khi có yêu cầu, báo cáo tình hình thực hiện gửi Sở Khoa học và Công nghệ tổng hợp.',
    },
    what: 'báo cáo năm 2024',
    owner: 'Sở Giáo dục và Đào tạo',
    receiver: 'Sở Khoa học và Công nghệ',
    coordinator: 'Sở Khoa học và Công nghệ',
    closesByLetter: false,
    deadline: {
      number: 2,
      lastDayOn: '2024-11-08',
      default: false,
      daysLeft: 1,
      how: [
        {
          kind: 'rule',
          basis:
            'Mặc định: 10 ngày làm việc trước ngày 19/11/2024 của báo cáo tổng hợp (mục IV.1.c); văn bản không ghi ngày.',
          lastDayOn: '2024-11-05',
        },
        {
          kind: 'extension',
          number: 2,
          lastDayOn: '2024-11-08',
          on: '2024-11-04',
          by: 'Sở Khoa học và Công nghệ',
          askedOn: '2024-11-01',
        },
      ],
    },
    facts: {},
    words: null,
    done: [],
    effect: null,
    obstacle: null,
    failures: [],
    link: 'http://127.0.0.1:8080/nghia-vu/brvt-kh54-2022/2024/IV.2.%C4%91/2024/so-gddt',
    obligation: 'brvt-kh54-2022/2024/IV.2.đ/2024/so-gddt',
    ...change,
  };
}

const HEAD: NoticeItem['to'] = {
  role: 'head',
  post: 'head',
  agency: 'Sở Giáo dục và Đào tạo',
  since: '2023-01-03',
  standsInFor: null,
};
const COORDINATOR: NoticeItem['to'] = {
  role: 'coordinator',
  post: 'coordinator',
  agency: 'Sở Khoa học và Công nghệ',
  since: '2024-10-07',
  standsInFor: null,
};
const REVIEWER: NoticeItem['to'] = { ...COORDINATOR, role: 'reviewer', post: 'reviewer' };
const LEADERSHIP: NoticeItem['to'] = {
  role: 'leadership',
  post: 'leadership',
  agency: 'Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu',
  since: '2024-10-07',
  standsInFor: null,
};

const OVERDUE: NoticeItem['deadline'] = {
  number: 1,
  lastDayOn: '2024-10-31',
  default: true,
  daysLeft: -5,
  how: [{ kind: 'rule', basis: null, lastDayOn: '2024-10-31' }],
};

const ASKED_BASIS: NoticeItem['basis'] = {
  document: 'Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu',
  short: 'KH 54/KH-UBND',
  clause: null,
  quote: null,
  asked: 'số 9012/UBND-VP ngày 03/11/2024',
};

/** The day that somebody asked for, on a day before. */
function askedOn(on: string): NoticeItem['deadline'] {
  return {
    number: 1,
    lastDayOn: '2024-11-08',
    default: false,
    daysLeft: 1,
    how: [{ kind: 'request', lastDayOn: '2024-11-08', on, by: 'Sở Khoa học và Công nghệ' }],
  };
}

const REASON = { text: 'Cần bổ sung số liệu nhiệm vụ 2.1.', by: SPEAKER, on: '2024-11-06' };

const OBSTACLE: Partial<NoticeItem> = {
  key: 'obstacle/brvt/KK-2024-0003/raised',
  facts: { obstacle: 'KK-2024-0003', measure: '2.1', step: 'coordinator', dueOn: '2024-11-12', workingDaysOver: 1 },
  deadline: null,
  obstacle: {
    text: 'Doanh nghiệp chưa gửi số liệu.',
    by: { name: 'Bùi Thí Điểm', agency: 'Sở Giáo dục và Đào tạo' },
    raisedOn: '2024-11-07',
    measure: '2.1',
  },
  basis: {
    document: 'Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu',
    short: 'KH 54/KH-UBND',
    clause: null,
    quote: 'Trong quá trình triển khai thực hiện, nếu có phát sinh khó khăn, vướng mắc, đề nghị kịp thời thông tin.',
  },
  link: 'http://127.0.0.1:8080/kho-khan/KK-2024-0003',
  obligation: null,
};

/** One of each kind, or several where the text depends on the post. */
/** A notice of a review as the plan posts it: about no obligation. */
function review(kind: NoticeKind, step: string, change: Partial<NoticeItem> = {}): NoticeItem {
  const days = { inputsOn: '2025-09-30', reportOn: '2025-11-28', decideOn: '2025-12-12' };
  const facts = { step, reviewKind: 'midTerm', period: '2022-2025', feeds: null, ...days };
  return item(kind, { owner: null, deadline: null, what: 'báo cáo sơ kết giai đoạn 2022–2025', facts, ...change });
}

export const EXAMPLES: [string, NoticeItem][] = [
  ['reviewStep-request', review('reviewStep', 'request')],
  ['reviewStep-draft', review('reviewStep', 'draft')],
  ['reviewOutcomeAsked', review('reviewOutcomeAsked', 'asked')],
  ['reviewDecided', review('reviewDecided', 'amend', { words: { text: 'Đồng ý.', by: SPEAKER, on: '2024-11-07' } })],
  [
    'weeklyDigest',
    item('weeklyDigest', {
      to: LEADERSHIP,
      link: null,
      deadline: null,
      what: null,
      owner: null,
      obligation: null,
      week: {
        overdue: [{ what: 'báo cáo năm 2024', agencies: ['Sở Xây dựng', 'Sở Du lịch'] }],
        dueSoon: [
          { what: 'báo cáo tổng hợp năm 2024', lastDayOn: '2024-11-14', agencies: ['Sở Khoa học và Công nghệ'] },
        ],
        waitingForReview: 3,
        waitingForLeadership: 1,
      },
    }),
  ],
  [
    'escalation-blocking',
    item('escalation', {
      facts: { step: 2, workingDaysAfter: 3, missing: 'Sở Y tế; Sở Du lịch', blocks: 1 },
      deadline: { ...OVERDUE, daysLeft: -3 },
    }),
  ],
  ['reminder', item('reminder', { facts: { workingDaysBefore: 1 } })],
  [
    'reminder-late-default',
    item('reminder', { facts: { workingDaysBefore: 3 }, late: true, deadline: { ...OVERDUE, daysLeft: 3 } }),
  ],
  [
    'reminder-letter',
    item('reminder', {
      facts: { workingDaysBefore: 0 },
      what: 'báo cáo tổng hợp năm 2024',
      closesByLetter: true,
      receiver: null,
      deadline: { ...OVERDUE, lastDayOn: '2024-11-07', daysLeft: 0, default: false },
    }),
  ],
  ['escalation-head', item('escalation', { to: HEAD, facts: { step: 1, workingDaysAfter: 1 }, deadline: OVERDUE })],
  [
    'escalation-coordinator',
    item('escalation', { to: COORDINATOR, facts: { step: 2, workingDaysAfter: 3 }, deadline: OVERDUE }),
  ],
  [
    'escalation-leadership',
    item('escalation', {
      to: LEADERSHIP,
      facts: { step: 3, workingDaysAfter: 5 },
      deadline: OVERDUE,
      link: 'http://127.0.0.1:8080/xin-y-kien/brvt-kh54-2022/2024/IV.2.%C4%91/2024/so-gddt',
      effect: {
        what: 'báo cáo tổng hợp năm 2024',
        receivers: ['Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu', 'Bộ Khoa học và Công nghệ'],
        lastDayOn: '2024-11-14',
        daysLeft: 5,
        submitted: 4,
        total: 6,
      },
      done: [
        {
          on: '2024-11-01',
          what: {
            kind: 'rung',
            step: 1,
            to: 'head',
            agency: 'Sở Giáo dục và Đào tạo',
            deliveries: [
              { channel: 'webChat', state: 'read', at: '2024-11-01T10:12:00.000+07:00' },
              { channel: 'email', state: 'delivered', at: '2024-11-01T08:00:00.000+07:00' },
            ],
          },
        },
        {
          on: '2024-11-05',
          what: {
            kind: 'act',
            act: 'extensionRefused',
            agency: 'Sở Khoa học và Công nghệ',
            to: null,
            words: 'Kỳ tổng hợp không lùi được',
          },
        },
        { on: '2024-11-07', what: { kind: 'this', step: 3 } },
      ],
    }),
  ],
  ['leadershipRepeat', item('leadershipRepeat', { to: LEADERSHIP, deadline: OVERDUE })],
  ['leadershipHandover', item('leadershipHandover', { to: LEADERSHIP, deadline: OVERDUE })],
  [
    'leadershipDecision-direct',
    item('leadershipDecision', {
      facts: { answer: 'direct', to: '2024-11-11' },
      words: {
        text: 'Sở Giáo dục và Đào tạo gửi báo cáo trước 17 giờ ngày 11/11.',
        by: { name: 'Lý Thị Giả Định', agency: 'Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu' },
        on: '2024-11-07',
      },
    }),
  ],
  [
    'leadershipDecision-waive-coordinator',
    item('leadershipDecision', { to: COORDINATOR, facts: { answer: 'waive', to: null } }),
  ],
  ['leadershipDecision-seen', item('leadershipDecision', { facts: { answer: 'seen', to: null } })],
  ['receipt', item('receipt', { facts: { receipt: 'BN-2024-0203', standing: 'draft', version: 1 } })],
  [
    'recordedOnBehalf',
    item('recordedOnBehalf', {
      facts: { receipt: 'BN-2024-0204', source: 'phone', version: 1, actedOn: '2024-11-06' },
    }),
  ],
  ['objection', item('objection', { to: COORDINATOR, words: { ...REASON, text: 'Số liệu mục 2 chưa đúng.' } })],
  ['confirmRequest', item('confirmRequest', { to: HEAD, facts: { version: 1, receipt: 'BN-2024-0203' } })],
  ['confirmReminder-head', item('confirmReminder', { to: HEAD, facts: { workingDays: 3 } })],
  ['confirmReminder-coordinator', item('confirmReminder', { to: COORDINATOR, facts: { workingDays: 5 } })],
  [
    'reviewRequest',
    item('reviewRequest', { to: REVIEWER, facts: { version: 1, receipt: 'BN-2024-0203', dueOn: '2024-11-12' } }),
  ],
  [
    'reviewReminder',
    item('reviewReminder', { to: REVIEWER, facts: { version: 1, workingDaysOver: 0, dueOn: '2024-11-07' } }),
  ],
  [
    'reviewReminder-head',
    item('reviewReminder', {
      to: { ...REVIEWER, role: 'head', post: 'head' },
      facts: { version: 1, workingDaysOver: 3, dueOn: '2024-11-04' },
    }),
  ],
  ['accepted', item('accepted', { facts: { version: 1 } })],
  ['returned', item('returned', { facts: { version: 1, dueOn: '2024-11-14' }, words: REASON })],
  ['waived', item('waived', { words: { ...REASON, text: 'Không có nhiệm vụ trong kỳ.' } })],
  ['suspended', item('suspended', { words: { ...REASON, text: 'Chờ văn bản của Bộ.' } })],
  ['resumed', item('resumed', { facts: { given: 3, dueOn: '2024-11-13' } })],
  ['dueMoved', item('dueMoved', { facts: { from: '2024-11-08', dueOn: '2024-11-11' } })],
  [
    'extensionRequested',
    item('extensionRequested', {
      to: REVIEWER,
      facts: { to: '2024-11-13', dueOn: '2024-11-12' },
      words: {
        text: 'Chờ số liệu của hai phòng.',
        by: { name: 'Bùi Thí Điểm', agency: 'Sở Giáo dục và Đào tạo' },
        on: '2024-11-07',
      },
    }),
  ],
  ['extensionReminder', item('extensionReminder', { to: REVIEWER, facts: { to: '2024-11-13', workingDaysOver: 1 } })],
  ['extensionGranted', item('extensionGranted', { facts: { to: '2024-11-13' } })],
  ['extensionRefused', item('extensionRefused', { words: { ...REASON, text: 'Kỳ tổng hợp không lùi được.' } })],
  ['locked', item('locked', { words: { ...REASON, text: 'Đã tổng hợp.' } })],
  ['unlocked', item('unlocked', { words: { ...REASON, text: 'Bổ sung theo công văn.' } })],
  ['lockProposed', item('lockProposed', { to: COORDINATOR, owner: null, deadline: null, facts: { open: 2 } })],
  [
    'unreachable',
    item('unreachable', {
      to: COORDINATOR,
      failures: [
        { on: '2024-11-04', channel: 'email', error: '550 5.1.1' },
        { on: '2024-11-04', channel: 'webChat', error: null },
      ],
    }),
  ],
  [
    'requestOpened',
    item('requestOpened', {
      deadline: askedOn('2024-11-04'),
      words: { ...REASON, text: 'Báo cáo đột xuất theo yêu cầu của Ủy ban nhân dân tỉnh.' },
    }),
  ],
  [
    'requestOpened-document',
    item('requestOpened', {
      basis: ASKED_BASIS,
      deadline: askedOn('2024-11-04'),
      words: { ...REASON, text: 'Báo cáo nhanh kết quả 10 tháng.' },
    }),
  ],
  [
    'requestOpened-urgent',
    item('requestOpened', {
      urgent: true,
      basis: ASKED_BASIS,
      deadline: askedOn('2024-11-07'),
      words: { ...REASON, text: 'Báo cáo nhanh kết quả 10 tháng.' },
    }),
  ],
  ['reminder-urgent', item('reminder', { urgent: true, facts: { workingDaysBefore: 1 } })],
  [
    'escalation-urgent',
    item('escalation', { urgent: true, to: HEAD, facts: { step: 1, workingDaysAfter: 1 }, deadline: OVERDUE }),
  ],
  ['obstacleRaised', item('obstacleRaised', { ...OBSTACLE, to: COORDINATOR })],
  ['obstacleReminder', item('obstacleReminder', { ...OBSTACLE, to: COORDINATOR })],
  [
    'obstacleReminder-raiser',
    item('obstacleReminder', { ...OBSTACLE, facts: { ...OBSTACLE.facts, step: 'raiser', workingDaysOver: 0 } }),
  ],
  [
    'obstacleForwarded',
    item('obstacleForwarded', { ...OBSTACLE, to: LEADERSHIP, words: { ...REASON, text: 'Vượt thẩm quyền của Sở.' } }),
  ],
  [
    'obstacleAnswered',
    item('obstacleAnswered', { ...OBSTACLE, words: { ...REASON, text: 'Sở sẽ làm việc với doanh nghiệp.' } }),
  ],
  [
    'obstacleAnswered-coordinator',
    item('obstacleAnswered', { ...OBSTACLE, to: COORDINATOR, words: { ...REASON, text: 'Đồng ý bổ sung kinh phí.' } }),
  ],
  [
    'obstacleReopened',
    item('obstacleReopened', { ...OBSTACLE, to: COORDINATOR, words: { ...REASON, text: 'Vẫn thiếu số liệu.' } }),
  ],
  ['obstacleSettled', item('obstacleSettled', { ...OBSTACLE, to: COORDINATOR })],
];
