import type { Migration } from 'kysely';
import { ground } from './0001-ground.ts';
import { letters } from './0002-letters.ts';
import { telegram } from './0003-telegram.ts';
import { returns } from './0004-returns.ts';
import { largeDesk } from './0005-large-desk.ts';
import { cast } from './0006-cast.ts';
import { visits } from './0007-visits.ts';
import { keptActs } from './0008-kept-acts.ts';

/**
 * Every step that leads from an empty database to the present one, by name; the names sort in the order of the steps.
 * A step that has been released is never changed, and none leads back.
 */
export const migrations: Record<string, Migration> = {
  '0001-ground': ground,
  '0002-letters': letters,
  '0003-telegram': telegram,
  '0004-returns': returns,
  '0005-large-desk': largeDesk,
  '0006-cast': cast,
  '0007-visits': visits,
  '0008-kept-acts': keptActs,
};
