import { expect, it } from 'vitest';
import type { Conversation } from '../../../bot/conversation/conversation.ts';
import { newDialogue } from '../../../bot/dialogue/state.ts';
import type { EscalationItem, ObstacleItem, WorkItem } from '../../../bot/dialogue/types.ts';
import { createWebChat } from '../../../bot/web-chat/web-chat.ts';
import { contextOf, FOCAL, LEADER, NOW, owed57 } from '../dialogue/examples.ts';

/** A talk that has not begun, with this waiting. */
function waiting(items: WorkItem[]): Conversation {
  return {
    hear: async () => [],
    arrive: async () => undefined,
    state: async () => newDialogue(),
    context: async () => contextOf(LEADER, items),
    lines: async () => [],
    tellOutcomes: async () => undefined,
  };
}

function escalation(agency: string): EscalationItem {
  const { basis, title, obligation, deadline } = owed57();
  return {
    kind: 'escalation',
    key: `escalation/${agency}`,
    basis,
    title,
    obligation,
    deadline,
    agency,
    done: [],
    proposedDay: '2024-11-12',
    repeatOn: '2024-11-12',
    nextPostOn: null,
    latestDayOn: '2024-12-31',
    extensionChoices: [],
  };
}

const OBSTACLE: ObstacleItem = {
  kind: 'obstacle',
  key: 'obstacle/5',
  title: 'KH 57',
  obstacle: 'obs/5',
  step: 'leadership',
  agency: 'Sở Du lịch',
  by: FOCAL,
  raisedAt: NOW,
  about: null,
  text: 'Chưa có giảng viên',
  answerBy: { lastDayOn: '2024-11-12', daysLeft: 3 },
};

it('tells the things of “Việc của tôi” apart by the agency they are about', async () => {
  const chat = createWebChat(waiting([escalation('Sở Xây dựng'), escalation('Sở Y tế'), OBSTACLE, owed57()]));
  const { duties } = await chat.view({
    person: 'p31',
    name: LEADER.name,
    title: LEADER.post,
    agency: 'ubnd',
    agencyName: LEADER.agency,
    roles: ['leadership'],
  });
  expect(duties.map(({ title, basis }) => `${title} · ${basis}`)).toEqual([
    'Báo cáo năm 2024 · Sở Xây dựng, KH 57, mục IV.2',
    'Báo cáo năm 2024 · Sở Y tế, KH 57, mục IV.2',
    'Khó khăn, vướng mắc · Sở Du lịch, KH 57',
    'Báo cáo năm 2024 · KH 57, mục IV.2',
  ]);
});
