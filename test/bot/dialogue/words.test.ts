import { describe, expect, it } from 'vitest';
import { endOf, saysNothing, statusOf } from '../../../bot/dialogue/status-words.ts';
import { choiceNumber, shortcutOf, wordOf } from '../../../bot/dialogue/words.ts';
import { fold, tidy } from '../../../wording/fold.ts';

describe('folding', () => {
  it.each([
    ['composed', 'Đã xong', 'da xong'],
    ['decomposed', 'Đã xong'.normalize('NFD'), 'da xong'],
    ['spaces and end', '  đã   XONG. ', 'da xong'],
    ['stacked marks', 'Sở Lao động – Thương binh', 'so lao dong – thuong binh'],
  ])('%s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('stores composed marks without control characters', () => {
    expect(tidy(' \u0000Ế\u0007\r\nhai ')).toBe('Ế\nhai');
    expect(tidy('Ế'.normalize('NFD'))).toBe('Ế');
  });
});

describe('status words decide only when exact', () => {
  it.each([
    ['đã xong', 'done'],
    ['Đã thực hiện', 'done'],
    ['da thuc hien', 'done'],
    ['xong', 'done'],
    ['đang thực hiện', 'underWay'],
    ['chưa thực hiện', 'notDone'],
    ['Có khó khăn, vướng mắc', 'hindered'],
    ['xong 80%', null],
    ['chưa xong', null],
    ['ko xong', null],
    ['xong chưa?', null],
    ['xong?', null],
    ['chẳng có khó khăn', null],
    ['đã xong, đang làm tiếp', null],
    ['ddax xong', null],
    ['da xogn', null],
    ['ok', null],
  ])('%s', (text, status) => {
    expect(statusOf(text)).toBe(status);
  });

  it.each([
    ['đề nghị kéo dài', 'prolong'],
    ['không hoàn thành', 'notCompleted'],
    ['hoàn thành', 'completed'],
    ['không kéo dài', null],
  ])('%s', (text, end) => {
    expect(endOf(text)).toBe(end);
  });

  it('knows when there is nothing to tell', () => {
    expect(saysNothing('Không có')).toBe(true);
    expect(saysNothing('không có kinh phí')).toBe(false);
  });
});

describe('words that always work', () => {
  it.each([
    ['việc', { word: 'menu' }],
    ['VIEC', { word: 'menu' }],
    ['Trợ giúp', { word: 'help' }],
    ['lại', { word: 'back' }],
    ['sửa 2', { word: 'fix', line: 2 }],
    ['sua cau 12', { word: 'fix', line: 12 }],
    ['sửa', { word: 'fix', line: null }],
    ['bỏ qua', { word: 'skip' }],
    ['tạm dừng', { word: 'pause' }],
    ['tiếp', { word: 'resume' }],
    ['gửi', { word: 'send' }],
    ['người', { word: 'human' }],
    ['gửi sau', null],
    ['việc này khó', null],
  ])('%s', (text, word) => {
    expect(wordOf(text)).toEqual(word);
  });

  it('starts an extension or an obstacle', () => {
    expect(shortcutOf('xin gia hạn')).toBe('extension');
    expect(shortcutOf('không cần gia hạn nữa')).toBe(null);
    expect(shortcutOf('vướng mắc')).toBe('obstacle');
  });

  it('takes a bare number only', () => {
    expect(choiceNumber('2.')).toBe(2);
    expect(choiceNumber('2 ngày')).toBe(null);
    expect(choiceNumber('12345')).toBe(null);
  });
});
