import { test } from 'vitest';
import { frameView } from '../../../web/views/frame.ts';
import { obligationView } from '../../../web/views/obligation.ts';
import { roundView } from '../../../web/views/round.ts';
import { todayView } from '../../../web/views/today.ts';
import * as people from './people.ts';
import { HEALTH57, ROUND54, referenceMorning, TOURISM57 } from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

test('dump', async () => {
  const t0 = Date.now();
  const house = await referenceMorning();
  const t1 = Date.now();
  const s = sourcesOf(house);
  const out: Record<string, unknown> = {};
  const time = async (name: string, work: Promise<unknown>) => {
    const t = Date.now();
    out[name] = await work;
    out[`${name} ms`] = Date.now() - t;
  };
  await time('frame', frameView(s, people.COORDINATOR));
  await time('today', todayView(s, people.COORDINATOR, 5));
  await time('todayTourism', todayView(s, people.TOURISM, 5));
  await time('todayChair', todayView(s, people.VICE_CHAIR, 5));
  await time('round', roundView(s, people.COORDINATOR, ROUND54));
  await time('health', obligationView(s, people.COORDINATOR, HEALTH57));
  await time('tourism', obligationView(s, people.TOURISM, TOURISM57));
  out.ms = t1 - t0;
  (await import('node:fs')).writeFileSync('/tmp/team/views-dump.json', JSON.stringify(out, null, 1));
  await house.close();
}, 120000);
