import type { AgencyRef, Measure, Plan, Requirement, Timing } from '../../../domain/plan/plan.ts';

export const KHCN: AgencyRef = { id: 'so-khcn', name: 'Sở Khoa học và Công nghệ' };
export const TC: AgencyRef = { id: 'so-tc', name: 'Sở Tài chính' };
export const YT: AgencyRef = { id: 'so-yt', name: 'Sở Y tế' };
export const DL: AgencyRef = { id: 'so-dl', name: 'Sở Du lịch' };
export const UBND: AgencyRef = { id: 'ubnd-tinh', name: 'Ủy ban nhân dân tỉnh' };

/** A plan of 2024–2027 signed on 15/01/2024 that asks for nothing; a test adds what it is about. */
export function aPlan(parts: Partial<Plan> = {}): Plan {
  return {
    schema: 1,
    id: 'ke-hoach-thu',
    province: 'tinh-thu',
    documentKind: 'keHoach',
    title: 'Kế hoạch thử',
    number: '01/KH-UBND',
    issuedOn: '2024-01-15',
    issuer: 'Ủy ban nhân dân tỉnh',
    signatory: 'Nguyễn Văn Ví Dụ',
    period: { from: 2024, to: 2027 },
    parent: null,
    legalBases: [],
    goals: [],
    targets: [],
    measures: [],
    duties: [],
    requirements: [],
    reviews: [],
    difficultyClause: null,
    recipients: [],
    sourceNotes: [],
    warnings: [],
    coordinator: KHCN,
    leadership: UBND,
    shortName: 'KH thử',
    policy: {},
    ...parts,
  };
}

/** A yearly report of Sở Y tế and Sở Du lịch to the coordinator, without a day. */
export function aRequirement(parts: Partial<Requirement> & { id: string }): Requirement {
  return {
    clause: parts.id,
    kind: 'report',
    quote: null,
    owedBy: [YT, DL],
    owedTo: [KHCN],
    reviewer: KHCN,
    duePhrase: null,
    due: null,
    frequency: 'yearly',
    alsoOnRequest: false,
    coveredBy: null,
    default: parts.due == null,
    defaultBasis: null,
    ...parts,
  };
}

export function aMeasure(no: string, leads: AgencyRef[], timing: Partial<Timing> & Pick<Timing, 'kind'>): Measure {
  return {
    no,
    path: no.split('.'),
    section: '',
    source: 'appendix',
    text: '',
    printed: '',
    timing: { phrase: null, condition: null, from: null, to: null, ...timing },
    quantity: null,
    lead: null,
    leads,
    leadKind: leads.length > 1 ? 'joint' : 'one',
    leadBasis: null,
    unassigned: [],
    cooperating: null,
    cooperators: [],
    holder: null,
    notes: [],
  };
}
