import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCourier } from '../../client/courier.ts';
import type { Outcome } from '../../client/ports.ts';
import { TASK_QUEUE } from '../../worker/engine.ts';
import { at, mustBeDone, openStory, type Story } from '../harness/story.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const DUTY = `${ROUND}/so-dl`;
const BY = { person: 'p06', agency: 'so-dl', roles: ['head'] };
const SUBMIT = { do: 'submit', agency: 'so-dl', receipt: 'BN-2024-9001', source: 'chat', ref: 'text' };

describe('a command that no rule can digest', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-21T10:00', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  async function carried(kind: string, body: unknown, when: string): Promise<Outcome> {
    const key = `poison-${Math.random()}`;
    const workflow = `round/brvt/${ROUND}`;
    const message = { kind: kind as 'command', key, at: when, body };
    return createCourier(story.engine.client, { taskQueue: TASK_QUEUE, clock: 'stepped' }).carry({
      key,
      workflow,
      at: when,
      rank: 2,
      message,
    });
  }

  it.each([
    { label: 'no body', kind: 'command', body: null, when: at('2024-10-21 10:01') },
    {
      label: 'an act that does not exist',
      kind: 'command',
      body: { do: 'vanish', agency: 'so-dl', by: BY },
      when: at('2024-10-21 10:01'),
    },
    { label: 'nobody who acts', kind: 'command', body: SUBMIT, when: at('2024-10-21 10:01') },
    {
      label: 'a day that no calendar knows',
      kind: 'command',
      body: { do: 'requestExtension', agency: 'so-dl', by: BY, to: '2099-01-05', ref: 'text' },
      when: at('2024-10-21 10:01'),
      answer: { refused: 'CALENDAR_MISSING', facts: { year: '2099' } },
    },
    { label: 'a call that was never made', kind: 'result', body: { waiting: 0 }, when: at('2024-10-21 10:01') },
    { label: 'a moment that is none', kind: 'command', body: { ...SUBMIT, by: BY }, when: 'tomorrow' },
    {
      label: 'a moment up to which no ladder can be climbed',
      kind: 'command',
      body: { ...SUBMIT, by: BY },
      when: at('2099-01-05 10:00'),
      answer: { refused: 'CALENDAR_MISSING', facts: { year: '2099' } },
    },
  ])('$label: it is refused and nothing changes', async ({ kind, body, when, answer }) => {
    const before = [await story.obligation(DUTY), await story.journal(DUTY), await story.notices()];
    expect(await carried(kind, body, when)).toEqual(answer ?? { refused: 'COMMAND_FAILED', facts: {} });
    expect([await story.obligation(DUTY), await story.journal(DUTY), await story.notices()]).toEqual(before);
  });

  it('the round lives on: its rungs leave, its reports are taken', async () => {
    await story.advance('2024-11-06 09:00');
    expect((await story.obligation(DUTY)).rung).toBe(1);
    mustBeDone(await story.as('so-dl', 'head').submit(DUTY));
    await story.advance('2024-11-11 09:00');
    expect(await story.notices({ kind: 'reviewReminder', of: DUTY })).toHaveLength(1);
  });
});
