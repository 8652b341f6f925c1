import '../../harness/property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converse } from '../../../bot/dialogue/converse.ts';
import { plainText, splitText } from '../../../bot/dialogue/plain-text.ts';
import { newDialogue } from '../../../bot/dialogue/state.ts';
import { LONGEST_ANSWER, step } from '../../../bot/dialogue/step.ts';
import type { DialogueEvent, DialogueState, WorkItem } from '../../../bot/dialogue/types.ts';
import { contextOf, FOCAL, owed54, owed57 } from './examples.ts';
import { FakeDesk } from './fake-desk.ts';

const WORDS = [
  'việc',
  'trợ giúp',
  'lại',
  'sửa 2',
  'sửa',
  'bỏ qua',
  'tạm dừng',
  'tiếp',
  'gửi',
  'người',
  'gia hạn',
  'khó khăn',
  '1',
  '2',
  '3',
  '4',
  '9',
  '1.200',
  '12,5',
  '1,250',
  '500',
  '2 tỷ 350',
  '15/11',
  '16/11',
  '31/11',
  'đã xong',
  'xong 80%',
  'không có',
  'chờ số liệu của hai phòng nghiệp vụ',
  '',
];

const events: fc.Arbitrary<DialogueEvent> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS).map((text): DialogueEvent => ({ kind: 'text', text })) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text): DialogueEvent => ({ kind: 'text', text })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(40), fc.nat(5))
      .map(([question, n]): DialogueEvent => ({ kind: 'choice', id: `${question}.${n}` })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<DialogueEvent>(
      { kind: 'open' },
      { kind: 'open', item: 'owed/54' },
      { kind: 'open', item: 'none' },
    ),
  },
);

const ITEMS: WorkItem[] = [owed57(), owed54()];

describe('laws of the dialogue', () => {
  it('never throws, survives JSON, always answers, and asks one question at a time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(events, { maxLength: 40 }), async (told) => {
        const desk = new FakeDesk(FOCAL, ITEMS);
        for (const event of told) {
          const version = desk.state.version;
          const replies = await desk.tell(event);
          expect(desk.state.version).toBeGreaterThan(version);
          expect(replies.length).toBeGreaterThan(0);
          const asked = replies.filter((reply) => reply.question !== undefined);
          expect(asked.length).toBeLessThanOrEqual(1);
          for (const reply of asked) expect(reply.question).toBe(desk.state.question);
          for (const reply of replies) {
            expect(plainText(reply, () => '/')).not.toMatch(/undefined|null|NaN|\[object|!/);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('stores an answer before the next question leaves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), async (told) => {
        let state: DialogueState = newDialogue();
        const context = contextOf(FOCAL, [owed57()]);
        for (const text of told) {
          const taken = step(state, { kind: 'text', text }, context);
          const saving = taken.requests.some((request) => request.kind === 'saveAnswer' || request.kind === 'submit');
          if (saving) expect(taken.replies).toEqual([]);
          if (saving) expect(taken.state.question).toBe(state.question);
          state = taken.state;
          for (const of of taken.requests)
            state = step(state, { kind: 'result', of, outcome: { kind: 'done' } }, context).state;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same from the same state: an event taken again after a kill asks for the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }), (told) => {
        const context = contextOf(FOCAL, ITEMS);
        let state = newDialogue();
        for (const text of told) {
          const once = step(state, { kind: 'text', text }, context);
          const again = step(JSON.parse(JSON.stringify(state)) as DialogueState, { kind: 'text', text }, context);
          expect(again).toEqual(once);
          state = once.state;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes back to the open question on another device', async () => {
    const desk = new FakeDesk(FOCAL, ITEMS);
    for (const text of ['việc', '1', '1', '1']) await desk.tell(text);
    const open = desk.state.open;
    const [resumed, question] = await desk.tell({ kind: 'open' });
    expect(resumed?.lines[0]).toMatch(/^Ông\/Bà đang trả lời câu 2\/6/);
    expect(question?.title).toMatch(/^Câu 2\/6/);
    expect(desk.state.open).toEqual(open);
  });

  it('keeps the form that it was started with', async () => {
    const desk = new FakeDesk(FOCAL, [owed57()]);
    for (const text of ['việc', '1', '1']) await desk.tell(text);
    const item = owed57();
    const form = { ...item.report.form, version: 2, fields: item.report.form.fields.slice(0, 1) };
    desk.items = [{ ...item, report: { ...item.report, form } }];
    await desk.tell('1');
    expect(desk.requests.at(-1)).toMatchObject({ kind: 'saveAnswer', form: { version: 1 } });
  });

  it('passes on the failure of a write: the person is not told that anything was stored', async () => {
    const desk = new FakeDesk(FOCAL, [owed57()]);
    for (const text of ['việc', '1']) await desk.tell(text);
    const failing = {
      context: () => desk.context(),
      perform: () => Promise.reject(new Error('database is away')),
    };
    await expect(converse(desk.state, { kind: 'text', text: '1' }, failing)).rejects.toThrow('database is away');
  });

  it('takes the longest answer and refuses one character more', async () => {
    const desk = new FakeDesk(FOCAL, [owed57()]);
    for (const text of ['việc', '3', '5']) await desk.tell(text);
    const [refused] = await desk.tell('ế'.repeat(LONGEST_ANSWER + 1));
    expect(refused?.kind).toBe('error');
    const [sure] = await desk.tell('ế'.repeat(LONGEST_ANSWER).normalize('NFD'));
    expect(sure?.kind).toBe('summary');
  });
});

describe('plain text', () => {
  it.each([
    ['at line ends', 'một\nhai\nba', 8, ['một\nhai', 'ba']],
    ['at spaces', 'một hai ba', 8, ['một hai', 'ba']],
    ['inside a word only when it must', 'aaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aa']],
    ['short enough', 'một', 2000, ['một']],
    ['nothing', '', 10, []],
  ])('is cut %s', (_, text, limit, parts) => {
    expect(splitText(text, limit)).toEqual(parts);
  });

  it('loses no visible character and keeps within the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 80 }), (text, limit) => {
        const parts = splitText(text, limit);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
        expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
