import type { WorkflowRecord } from '../../store/desk-reader.ts';
import { may, type WebActor } from '../access.ts';
import type { StatusView } from '../pages/status.tsx';
import { instantWords, phaseWords, statusWords } from '../running-view.ts';
import { type Desk, openDesk } from './desk.ts';
import type { ViewSources } from './view-sources.ts';

/** How many workflows are asked at once, and at most for one page. */
const AT_ONCE = 8;
const MOST = 80;

const TYPES: Record<string, string> = {
  plan: 'kế hoạch',
  cycle: 'năm',
  round: 'kỳ',
  obstacle: 'khó khăn',
  digest: 'gửi tin',
};

/** The state of the program; the running workflows only for those who watch over it. */
export async function statusView(sources: ViewSources, actor: WebActor | null): Promise<StatusView> {
  const desk = await openDesk(sources);
  const watches = actor !== null && may(actor, 'seeSystem');
  return {
    at: desk.now,
    parts: [...(await sources.parts()), ...(await ownParts(sources, desk))],
    workflows: watches ? await asked(sources, desk) : [],
  };
}

async function ownParts(sources: ViewSources, desk: Desk): Promise<StatusView['parts']> {
  const counts = await desk.reader.counts();
  const of = (name: string): number => counts[name] ?? 0;
  return [
    {
      what: 'Thư gửi đi',
      ok: sources.mailConfigured && of('failed') === 0,
      words: `${sources.mailConfigured ? 'đã cấu hình' : 'chưa cấu hình máy chủ thư'}; ${of('messages')} thư đang đợi, ${of('failed')} thư không tới`,
    },
    {
      what: 'Lệnh của người dùng',
      ok: of('inbox') === 0,
      words: of('inbox') === 0 ? 'không lệnh nào đang đợi' : `${of('inbox')} lệnh đã giữ, đang chuyển tới luồng`,
    },
    {
      what: 'Tin chờ đến giờ gửi',
      ok: of('vacant') === 0,
      words: `${of('notices')} tin chờ giờ gửi${of('vacant') === 0 ? '' : `; ${of('vacant')} tin chưa có người nhận`}`,
    },
  ];
}

async function asked(sources: ViewSources, desk: Desk): Promise<StatusView['workflows']> {
  const open = (await desk.reader.workflows({ closed: false })).filter(({ type }) => type !== 'digest').slice(0, MOST);
  const views: StatusView['workflows'] = [];
  for (let start = 0; start < open.length; start += AT_ONCE) {
    views.push(...(await Promise.all(open.slice(start, start + AT_ONCE).map((row) => workflowFact(sources, row)))));
  }
  return views;
}

async function workflowFact(sources: ViewSources, row: WorkflowRecord): Promise<StatusView['workflows'][number]> {
  const told = await sources.running.ask(row.workflow);
  const { answer } = told;
  const same =
    told.answered && told.status === 'RUNNING' && answer?.phase === row.phase && answer.nextWake === row.wake;
  return {
    id: row.workflow,
    type: TYPES[row.type] ?? row.type,
    status: statusWords(told),
    phase: answer === null ? null : phaseWords(answer.phase),
    nextWake: answer === null ? null : instantWords(answer.nextWake),
    projection: `${phaseWords(row.phase)}, ${instantWords(row.wake)}`,
    same,
  };
}
