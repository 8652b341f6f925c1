import { measureText } from '../domain/plan/clause-text.ts';
import { formatPeriod } from './format.ts';

/** One demand of a plan in one period: a round's kind and period; `review` where the kind is a review or its inputs. */
export interface NamedRequirement {
  /** Kind of the round: a requirement's kind, `review` or `reviewInputs`. */
  kind: string;
  /** Such as `2024`, `2024-H1`, `2024-Q3`, `2022-2025`. */
  period: string;
  review?: 'midTerm' | 'final' | null;
  /** Number of the one measure that a contribution is about. */
  measure?: string | null;
}

/**
 * What a requirement is called inside a sentence. Examples: report 2024 → báo cáo năm 2024; budgetEstimate 2025 → dự toán
 * ngân sách năm 2025; progress 2024-H1 → tiến độ nhiệm vụ 6 tháng đầu năm 2024. An unknown kind is a report.
 */
export function requirementName({ kind, period, review, measure }: NamedRequirement): string {
  const time = formatPeriod(period);
  switch (kind) {
    case 'consolidation':
      return `báo cáo tổng hợp ${time}`;
    case 'statistics':
      return `số liệu thống kê ${time}`;
    case 'budgetEstimate':
      return `dự toán ngân sách ${time}`;
    case 'budgetConsolidation':
      return `tổng hợp dự toán ngân sách ${time}`;
    case 'investmentBudget':
      return `đề xuất vốn đầu tư phát triển ${time}`;
    case 'allocation':
      return `báo cáo bố trí kinh phí ${time}`;
    case 'settlement':
      return `báo cáo quyết toán kinh phí ${time}`;
    case 'annualPlan':
      return `kế hoạch ${time}`;
    case 'integrationPlan':
      return `kế hoạch lồng ghép ${time}`;
    case 'progress':
      return `tiến độ nhiệm vụ ${time}`;
    case 'review':
      return `báo cáo ${reviewWord(review)} ${time}`;
    case 'reviewInputs':
      return `báo cáo phục vụ ${reviewWord(review)} ${time}`;
    case 'request':
      return 'báo cáo theo yêu cầu';
    case 'trigger':
      return 'báo cáo nhiệm vụ khi có yêu cầu';
    case 'contribution':
      return `phần phối hợp thực hiện ${measure ? measureText(measure) : 'nhiệm vụ'}`;
    default:
      return `báo cáo ${time}`;
  }
}

/** The same at the head of a line. Example: Báo cáo năm 2024. */
export function requirementTitle(requirement: NamedRequirement): string {
  const name = requirementName(requirement);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function reviewWord(review: NamedRequirement['review']): string {
  return review === 'final' ? 'tổng kết' : 'sơ kết';
}
