import type { DeliverActivities } from '../../activities/deliver.ts';
import type { Database } from '../../store/database.ts';

/** Marks the notices of a slot as grouped, as a delivery to a directory without addresses would. */
export function standInDelivery({ db }: Database): DeliverActivities {
  return {
    async deliver({ province, slot }) {
      await db
        .updateTable('notice')
        .set({ status: 'grouped' })
        .where('province', '=', province)
        .where('status', '=', 'queued')
        .where('slot', '<=', slot)
        .execute();
      return { waiting: 0, reach: [] };
    },
  };
}
