import type { Requirement, RequirementKind } from '../domain/plan/plan.ts';

/** Every kind of requirement, in the order of cli output documentation. */
export const REQUIREMENT_KINDS = [
  'report',
  'consolidation',
  'statistics',
  'budgetEstimate',
  'budgetConsolidation',
  'investmentBudget',
  'allocation',
  'settlement',
  'annualPlan',
  'integrationPlan',
  'progress',
] as const satisfies readonly RequirementKind[];

const YEAR_END = 'chốt số liệu ngày 14/12, 2 ngày làm việc sau đó (Nghị định 09/2019/NĐ-CP)';
const PROVINCE_DAY =
  'trước 20/7 đến năm ngân sách 2026 (Thông tư 342/2016/TT-BTC), trước 10/7 từ năm 2027 (Thông tư 26/2026/TT-BTC)';
const NO_ROUND = 'không mở kỳ riêng: ghi nhận khi có, hỏi trong báo cáo năm của cơ quan';

const BASIS: Record<Exclude<RequirementKind, 'report' | 'consolidation'>, string> = {
  statistics: `${YEAR_END}; số liệu 5 năm: năm cuối của kế hoạch`,
  budgetEstimate: `10 ngày làm việc trước ngày tỉnh gửi dự toán: ${PROVINCE_DAY}`,
  budgetConsolidation: `ngày tỉnh gửi dự toán: ${PROVINCE_DAY}`,
  investmentBudget: `ngày tỉnh gửi dự toán: ${PROVINCE_DAY}`,
  allocation: NO_ROUND,
  settlement: NO_ROUND,
  annualPlan: 'ngày làm việc cuối cùng của năm trước năm kế hoạch',
  integrationPlan: NO_ROUND,
  progress: 'giữa năm: chốt số liệu ngày 14/6, 2 ngày làm việc sau đó (Nghị định 09/2019/NĐ-CP)',
};

/**
 * Why an undated requirement falls where it falls (domain.md A.9): the product's default, shown as such.
 * `datedConsolidation`: the plan prints a day for what is made of the reports. `hasParent`: it carries out a mother plan.
 */
export function defaultBasis(
  { kind, frequency }: Pick<Requirement, 'kind' | 'frequency'>,
  plan: { datedConsolidation: boolean; hasParent: boolean },
): string {
  if (kind === 'consolidation') {
    return plan.hasParent ? 'ngày ghi trong kế hoạch mẹ' : '5 ngày làm việc sau hạn báo cáo của các cơ quan';
  }
  if (kind !== 'report') return BASIS[kind];
  if (frequency === 'quarterly') {
    return 'chốt số liệu ngày 14 tháng cuối quý, 2 ngày làm việc sau đó (Nghị định 09/2019/NĐ-CP)';
  }
  return plan.datedConsolidation ? '10 ngày làm việc trước hạn làm việc của báo cáo tổng hợp' : YEAR_END;
}
