import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { describe, it } from 'vitest';
import { putOnAgendaOf } from '../../../store/ledger.ts';
import { mustBeDone, openStory, type Story } from '../../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../../harness/wall-round.ts';

const FOLDER = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(FOLDER, '..', '..', 'package.json'), 'utf8')) as { version: string };
const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const AGENCIES = ['so-ct', 'so-nnptnt', 'so-xd', 'so-gtvt', 'so-vhtt', 'so-tttt', 'so-yt', 'so-gddt', 'so-ldtbxh'];

/** Writes one run's history; who recorded it, on which machine, is left out. */
async function keep(story: Story, scenario: string, workflow: string, run?: string): Promise<void> {
  const history = await story.engine.client.workflow.getHandle(workflow, run).fetchHistory();
  const json = JSON.parse(historyToJSON(history)) as object;
  const text = JSON.stringify({ workflow, history: json }, (key, value) => (key === 'identity' ? 'dondoc' : value));
  writeFileSync(join(FOLDER, `${scenario}-${version}.json`), `${text}\n`);
}

async function octoberStory(): Promise<Story> {
  return openStory({ start: '2024-10-21T10:00', plans: ['brvt-kh54-2022'] });
}

async function closeOthers(story: Story): Promise<void> {
  const coordinator = story.as('so-khcn', 'coordinator');
  for (const agency of AGENCIES) mustBeDone(await coordinator.waive(`${ROUND}/${agency}`, 'Không phát sinh.'));
}

describe('histories', () => {
  it('a round in which all goes well', async () => {
    const story = await octoberStory();
    await closeOthers(story);
    mustBeDone(await story.as('so-dl', 'focalPoint').submit(`${ROUND}/so-dl`));
    await story.advance('2024-10-23 09:00');
    mustBeDone(await story.as('so-dl', 'head').confirm(`${ROUND}/so-dl`));
    mustBeDone(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`));
    await story.advance('2024-10-25 09:00');
    await keep(story, 'round-happy', `round/brvt/${ROUND}`);
    await keep(story, 'digest', 'digest/brvt/2024-10-24T08:00:00.000+07:00');
    await story.close();
  });

  it('a round overdue to leadership, whose decision comes back', async () => {
    const story = await octoberStory();
    await closeOthers(story);
    await story.advance('2024-11-13 09:00');
    const leader = story.as('ubnd-tinh', 'leadership');
    mustBeDone(await leader.answersLadder(`${ROUND}/so-dl`, 'direct', 'Báo cáo ngay.', '2024-11-15'));
    mustBeDone(await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`));
    mustBeDone(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`));
    await keep(story, 'round-overdue', `round/brvt/${ROUND}`);
    await keep(story, 'cycle', 'cycle/brvt/brvt-kh54-2022/2024');
    await story.close();
  });

  it('a round with a returned report, and one with an extension', async () => {
    const story = await octoberStory();
    await closeOthers(story);
    mustBeDone(await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`));
    mustBeDone(await story.as('so-khcn', 'reviewer').returnForRevision(`${ROUND}/so-dl`, 'Thiếu số liệu.'));
    await story.advance('2024-11-06 09:00');
    await keep(story, 'round-returned', `round/brvt/${ROUND}`);
    mustBeDone(await story.as('so-dl', 'focalPoint').asksExtension(`${ROUND}/so-dl`, '2024-11-15', 'Chờ số liệu.'));
    mustBeDone(await story.as('so-khcn', 'reviewer').extend(`${ROUND}/so-dl`, '2024-11-15', 'Đồng ý.'));
    await story.advance('2024-11-19 09:00');
    await keep(story, 'round-extended', `round/brvt/${ROUND}`);
    await story.close();
  });

  it('a plan over the turn of a year', async () => {
    const story = await openStory({ start: '2024-12-27T10:00', plans: ['brvt-kh54-2022'] });
    const plan = 'plan/brvt/brvt-kh54-2022';
    const { runId } = await story.engine.client.workflow.getHandle(plan).describe();
    await story.advance('2025-01-03 09:00');
    await keep(story, 'plan-year-ends', plan, runId);
    await keep(story, 'plan-year-begins', plan);
    await story.close();
  });

  it('an obstacle to its end', async () => {
    const story = await octoberStory();
    const raiser = story.as('so-dl', 'focalPoint');
    const { id } = await raiser.raises('Cần bố trí kinh phí.', { measure: 'IV.1' });
    mustBeDone(await story.as('so-khcn', 'coordinator').onObstacle(id, 'forward', 'Vượt thẩm quyền.'));
    await story.advance('2024-10-30 09:00');
    mustBeDone(await story.as('ubnd-tinh', 'leadership').onObstacle(id, 'answer', 'Bố trí trong dự toán 2025.'));
    mustBeDone(await raiser.onObstacle(id, 'reopen', 'Chưa có văn bản.'));
    mustBeDone(await story.as('so-khcn', 'coordinator').onObstacle(id, 'answer', 'Đã gửi.'));
    mustBeDone(await raiser.onObstacle(id, 'settle', 'Đã giải quyết.'));
    await keep(story, 'obstacle', `obstacle/brvt/${id}`);
    await story.close();
  });

  it('a round on the wall clock', async () => {
    const story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
    await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs: 3_000 })]);
    story.engine.relay?.kick();
    await until('the last rung', async () => (await story.notices({ kind: 'escalation' })).length === 3);
    mustBeDone(await story.as('so-dl', 'head').submit(`${WALL_ROUND.slice('round/brvt/'.length)}/so-dl`));
    await keep(story, 'round-wall', WALL_ROUND);
    await story.close();
  });
});
