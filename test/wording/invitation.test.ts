import { expect, it } from 'vitest';
import { invitation } from '../../wording/operator/desk-commands.ts';

it('an invitation says until when, as people write it', () => {
  const link = {
    name: 'Trần Thị Mẫu',
    url: 'http://127.0.0.1:8080/vao/AAAA',
    expiresAt: '2026-11-22T15:05:46.693+07:00',
  };
  expect(invitation(link)).toBe(
    'Trần Thị Mẫu\nhttp://127.0.0.1:8080/vao/AAAA\ndùng một lần, đến 15:05 ngày 22/11/2026',
  );
});
