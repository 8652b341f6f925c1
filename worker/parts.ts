import { createCalendarStore } from '../store/calendar-store.ts';
import type { Database } from '../store/database.ts';
import type { StatusView } from '../web/pages/status.tsx';
import { partWords } from '../wording/operator/parts.ts';
import type { Engine } from './engine.ts';
import type { OpenTemporal } from './temporal-server/open.ts';

/** The parts of the house that only the program itself knows, as the status page and `dondoc doctor` show them. */
export async function housePartsNow(parts: {
  temporal: OpenTemporal;
  database: Database;
  engine: Engine;
  mailConfigured: boolean;
}): Promise<StatusView['parts']> {
  const { temporal, database, engine, mailConfigured } = parts;
  const server = await engine.client.connection
    .withDeadline(Date.now() + 2_000, () => engine.client.connection.workflowService.getSystemInfo({}))
    .then(
      () => true,
      () => false,
    );
  const { mode, now } = await engine.clock.read();
  const lacking = (await createCalendarStore(database.db).lacking()).filter(({ stands }) => stands);
  return [
    {
      what: partWords.temporal,
      ok: server,
      words: partWords.temporalIs(temporal.serverVersion, temporal.embedded !== null),
    },
    { what: partWords.database, ok: true, words: partWords.databaseIs(database.engine) },
    {
      what: partWords.clock,
      ok: true,
      words: mode === 'wall' ? partWords.wallClock : partWords.steppedClock(now ?? ''),
    },
    {
      what: partWords.calendar,
      ok: lacking.length === 0,
      words: partWords.calendarIs(lacking.map(({ year }) => year)),
    },
    { what: partWords.mail, ok: mailConfigured, words: mailConfigured ? partWords.mailReady : partWords.mailMissing },
  ];
}
