import { expect, it } from 'vitest';

it('holds', () => expect(1 + 1).toBe(2));
it('does not hold', () => expect(1 + 1).toBe(3));
it('is left out', ({ skip }) => skip());
