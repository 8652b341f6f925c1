import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { quoted } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { hrefPlan } from '../href.ts';

/** A measure that waits for a request or an event, with those who lead it. */
export interface WaitingMeasureFact {
  no: string;
  text: string;
  /** As the plan prints it. */
  timing: string | null;
  leads: string[];
}

/** What a coordinator needs to ask for something that stands in no calendar. */
export interface PlanAskingView {
  plan: { id: string; name: string };
  subject: Subject;
  today: Day;
  /** The earliest day without the mark of urgency. */
  earliest: Day;
  /** The day that a triggered measure gets where nobody names one. */
  triggerDay: Day;
  /** Those with a part in the plan first. */
  agencies: { id: string; name: string }[];
  measures: WaitingMeasureFact[];
  /** Measures whose lead is vague in part. */
  vague: VagueMeasureFact[];
}

/** A measure of whose lead a part names nobody. */
export interface VagueMeasureFact {
  no: string;
  text: string;
  /** As the plan prints it. */
  lead: string | null;
  /** The words that name nobody. */
  parts: string[];
  /** Agencies that the plan names. */
  named: string[];
  /** Agencies that were named for the vague part; empty before. */
  assigned: string[];
}

export function RequestPage(view: PlanAskingView, act: ActPanelProps): JSX.Element {
  return (
    <>
      <Crumbs view={view} here="Yêu cầu báo cáo" />
      <h1>Yêu cầu báo cáo</h1>
      <p class="lead">
        Hỏi các cơ quan một báo cáo ngoài lịch của {view.plan.name}, theo một văn bản. Yêu cầu thành một kỳ như mọi kỳ
        khác: có nhắc, có bậc thang, có biên nhận, có người duyệt.
      </p>
      <ActPanel {...act} />
    </>
  );
}

export function TriggerPage(view: PlanAskingView, measure: WaitingMeasureFact, act: ActPanelProps): JSX.Element {
  return (
    <>
      <Crumbs view={view} here={`Kích hoạt nhiệm vụ ${measure.no}`} />
      <h1>Kích hoạt nhiệm vụ {measure.no}</h1>
      <section class="basis">
        <h2>Nhiệm vụ</h2>
        <blockquote>{quoted(measure.text)}</blockquote>
        <p class="note">
          Thời gian ghi trong kế hoạch: {measure.timing === null ? 'không ghi' : quoted(measure.timing)}. Chủ trì:{' '}
          {measure.leads.length === 0 ? 'chưa có cơ quan nào' : measure.leads.join(', ')}.
        </p>
      </section>
      <ActPanel {...act} />
    </>
  );
}

export function AssignPage(view: PlanAskingView, measure: VagueMeasureFact, act: ActPanelProps): JSX.Element {
  return (
    <>
      <Crumbs view={view} here={`Chỉ định chủ trì nhiệm vụ ${measure.no}`} />
      <h1>Chỉ định chủ trì nhiệm vụ {measure.no}</h1>
      <section class="basis">
        <h2>Nhiệm vụ</h2>
        <blockquote>{quoted(measure.text)}</blockquote>
        <p class="note">
          Chủ trì ghi trong kế hoạch: {quoted(measure.lead ?? '')}. Phần không nêu tên cơ quan:{' '}
          {measure.parts.map(quoted).join(', ')}.
          {measure.assigned.length === 0
            ? ''
            : ` Đã chỉ định: ${measure.assigned.join(', ')}; lần ghi sau thay lần trước.`}
        </p>
      </section>
      <ActPanel {...act} />
    </>
  );
}

function Crumbs({ view, here }: { view: PlanAskingView; here: string }): JSX.Element {
  return (
    <Breadcrumb
      parts={[
        { label: 'Kế hoạch', href: '/ke-hoach' },
        { label: view.plan.name, href: hrefPlan(view.plan.id) },
        { label: here },
      ]}
    />
  );
}
