import { afterEach, describe, expect, it } from 'vitest';
import { type Instant, instantOn } from '../../domain/calendar/instant.ts';
import type { Database } from '../../store/database.ts';
import { createVisitStore } from '../../store/visit-store.ts';
import { testEngines } from '../harness/database.ts';

let database: Database;
afterEach(() => database.close());

describe.each(testEngines())('visits on the $name', ({ open }) => {
  it('a visit goes on while its looks are less than an hour apart; the next one names its last look', async () => {
    database = await open();
    let now: Instant = instantOn('2024-11-06', '15:50');
    const visits = createVisitStore(database.db, async () => now);
    const lookAt = (day: string, time: string): Promise<Instant | null> => {
      now = instantOn(day, time);
      return visits.look('p01');
    };
    expect(await lookAt('2024-11-06', '15:50')).toBeNull();
    expect(await lookAt('2024-11-06', '16:40')).toBeNull();
    expect(await lookAt('2024-11-07', '08:00')).toBe(instantOn('2024-11-06', '16:40'));
    expect(await lookAt('2024-11-07', '08:59:59.999')).toBe(instantOn('2024-11-06', '16:40'));
    expect(await lookAt('2024-11-07', '09:59:59.999')).toBe(instantOn('2024-11-07', '08:59:59.999'));
    expect(await visits.look('p05')).toBeNull();
  });
});
