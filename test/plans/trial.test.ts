import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { neededPosts } from '../../domain/roster/needed-posts.ts';
import { holdersOf, vacantPosts } from '../../domain/roster/roster.ts';
import { loadProvince } from '../../plans/load-agencies.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadRoster } from '../../plans/load-roster.ts';
import { loadTrial } from '../../plans/load-trial.ts';

const trial = loadTrial();

test('the trial starts on Monday 07/10/2024 at 07:30 with the two plans of Bà Rịa – Vũng Tàu', () => {
  expect(trial.startsAt).toBe('2024-10-07T07:30:00.000+07:00');
  expect(trial.plans).toEqual(['brvt-kh54-2022', 'brvt-kh57-2022']);
});

test('every role its plans need is held on its first day', () => {
  const plans = loadPlans().filter(({ id }) => trial.plans.includes(id));
  const outside = trial.roster.agencies.filter(({ kind }) => kind === 'central').map(({ id }) => id);
  const needed = neededPosts(plans, (agency) => !outside.includes(agency));
  expect(needed.length).toBeGreaterThan(25);
  expect(vacantPosts(trial.roster, needed, trial.startsAt.slice(0, 10))).toEqual([]);
});

test.each([
  ['so-khcn', 'coordinator', ['Trần Thị Mẫu']],
  ['so-khcn', 'reviewer', ['Trần Thị Mẫu']],
  ['so-tc', 'reviewer', ['Cao Thị Ví Dụ']],
  ['so-dl', 'focalPoint', ['Hồ Văn Ví Dụ']],
  ['so-yt', 'head', ['Đặng Văn Mẫu']],
  ['ubnd-tinh', 'leadership', ['Lý Thị Giả Định', 'Tôn Văn Tượng Mẫu']],
  ['so-khcn', 'admin', ['Tạ Văn Thử Nghiệm']],
] as const)('%s, %s: %s', (agency, role, names) => {
  const people = holdersOf(trial.roster, agency, role, '2024-11-07').map(({ person }) => person);
  expect(people.map((id) => trial.roster.people.find((each) => each.id === id)?.name)).toEqual(names);
});

test('every person is reachable by nobody: example addresses, invented numbers, opaque ids', () => {
  for (const { id, email, phone } of trial.roster.people) {
    expect(id).toMatch(/^p\d\d$/);
    expect(email).toMatch(/\.example$/);
    expect(phone).toMatch(/^0254 000 01\d\d \(số giả định\)$/);
  }
});

test('a directory with mistakes tells all of them, at line and column', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dondoc-roster-')), 'roster.yaml');
  writeFileSync(
    file,
    [
      'province: dongthu',
      'contact: a9',
      'people:',
      '  - { id: a1, name: Mẫu Một, email: khong-phai-thu }',
      '  - { id: a1, name: Mẫu Hai }',
      'posts:',
      '  - { agency: so-xdd, role: boss, person: a1, from: 2024-05-01, to: 2024-04-01 }',
    ].join('\n'),
  );
  const province = loadProvince(fileURLToPath(new URL('../fixtures/plans/dongthu', import.meta.url)));
  expect(() => loadRoster(file, province)).toThrow(
    expect.objectContaining({
      problems: expect.arrayContaining([
        expect.objectContaining({ line: 2, column: 10, text: 'không có người "a9"; gần giống: a1' }),
        expect.objectContaining({ line: 4, column: 37, text: '"khong-phai-thu" không phải một địa chỉ thư điện tử' }),
        expect.objectContaining({ line: 5, column: 11, text: 'mã người "a1" đã dùng ở trên' }),
        expect.objectContaining({ line: 7, column: 15, text: 'không có cơ quan "so-xdd"; gần giống: so-xd' }),
        expect.objectContaining({
          line: 7,
          column: 29,
          text: expect.stringContaining('phải là một trong: focalPoint'),
        }),
        expect.objectContaining({ line: 7, column: 69, text: 'kết thúc 2024-04-01 trước khi bắt đầu 2024-05-01' }),
      ]),
    }),
  );
});
