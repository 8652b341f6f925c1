import { createHash, randomUUID } from 'node:crypto';
import type { ChatDuty, ChatLine, ChatView } from '../../web/pages/chat.tsx';
import type { ChatPort } from '../../web/ports.ts';
import { OBSTACLE_TITLE, shortBasis } from '../../wording/dialogue/item.ts';
import type { Conversation } from '../conversation/conversation.ts';
import { keyOf, obligationOf } from '../dialogue/items.ts';
import { questionReply } from '../dialogue/question-reply.ts';
import type { DialogueContext, DialogueState, WorkItem } from '../dialogue/types.ts';

/** How many lines of the log a page shows. */
const LINES = 60;

/** The desk's own chat: always there, without anybody's leave. */
export function createWebChat(conversation: Conversation): ChatPort {
  return {
    async view({ person }): Promise<ChatView> {
      await conversation.arrive(person, 'webChat');
      const [state, context, lines] = await Promise.all([
        conversation.state(person),
        conversation.context(person),
        conversation.lines(person, LINES),
      ]);
      return {
        duties: context === null ? [] : duties(state, context),
        lines: lines.map(
          ({ at, direction, reply }): ChatLine =>
            direction === 'in'
              ? { by: 'person', at, text: reply.lines.join('\n'), saved: true }
              : { by: 'us', at, reply },
        ),
        question: state.question === 0 ? null : state.question,
        turn: state.version,
        options: context === null || state.question === 0 ? [] : (questionReply(state, context).options ?? []),
        contact: context?.contact ? { ...context.contact, note: null } : null,
      };
    },
    async say({ person }, text, { question, turn }) {
      const key = turn === null ? `web:${randomUUID()}` : `web:${person}:${turn}:${short(text)}`;
      await conversation.hear({
        person,
        channel: 'webChat',
        key,
        event: { kind: 'text', text, ...(question === null ? {} : { question }) },
      });
    },
    async open({ person }, item) {
      const key = `web:${randomUUID()}`;
      await conversation.hear({
        person,
        channel: 'webChat',
        key,
        event: { kind: 'open', ...(item === null ? {} : { item }) },
      });
    },
  };
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The side list "Việc của tôi": each item opens in the dialogue. */
function duties(state: DialogueState, context: DialogueContext): ChatDuty[] {
  const openKey = keyOf(state.open);
  const openObligation = obligationOf(state.open);
  return context.items.map((item, index) => {
    const about = 'basis' in item ? item : null;
    const agency = 'agency' in item ? item.agency : null;
    return {
      n: index + 1,
      item: item.key,
      title: about ? item.title : OBSTACLE_TITLE,
      basis: [agency, about ? shortBasis(about.basis) : item.title].filter(Boolean).join(', '),
      lastDay: lastDayOf(item),
      state: stateOf(item),
      word: null,
      open: item.key === openKey || (about !== null && about.obligation === openObligation),
    };
  });
}

function lastDayOf(item: WorkItem): string | null {
  if (item.kind === 'review') return item.reviewBy.lastDayOn;
  if (item.kind === 'obstacle') return item.answerBy.lastDayOn;
  return 'deadline' in item ? item.deadline.lastDayOn : null;
}

function stateOf(item: WorkItem): ChatDuty['state'] {
  if (item.kind === 'owed') {
    if (item.state === 'suspended') return { is: 'suspended' };
    if (item.state === 'submitted') return item.submitted?.standing === 'draft' ? { is: 'draft' } : { is: 'waiting' };
    if (item.state === 'returned') return { is: 'returned' };
  }
  if (item.kind === 'confirm') return { is: 'draft' };
  const left =
    item.kind === 'review'
      ? item.reviewBy.daysLeft
      : item.kind === 'obstacle'
        ? item.answerBy.daysLeft
        : 'deadline' in item
          ? item.deadline.daysLeft
          : 0;
  return left < 0 ? { is: 'overdue', days: -left } : { is: 'due', days: left };
}
