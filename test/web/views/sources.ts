import { instantOn } from '../../../domain/calendar/instant.ts';
import { createRosterStore } from '../../../store/roster-store.ts';
import type { ViewSources } from '../../../web/views/view-sources.ts';
import { createCompose, recipientsOfPlanned } from '../../../worker/compose-planned.ts';
import type { MachineHouse } from './machine-house.ts';

const ASKED_AT = instantOn('2024-11-07', '08:00:04.000');

/** The views' sources over a house; `silent` workflows do not answer. */
export function sourcesOf(house: MachineHouse, silent = false): ViewSources {
  const { reader, clock, calendar, trial, plans } = house;
  return {
    reader,
    clock,
    plans: async () => plans.filter(({ id }) => trial.plans.includes(id)),
    roster: () => createRosterStore(house.database.db).loadRoster(trial.roster.province),
    calendar: () => calendar,
    machineNow: () => ASKED_AT,
    running: {
      ask: async (workflow) => ({
        askedAt: ASKED_AT,
        answered: !silent,
        unknown: false,
        runId: silent ? null : 'run-1',
        status: silent ? null : 'RUNNING',
        startedAt: silent ? null : ASKED_AT,
        answer: silent ? null : house.answer(workflow),
      }),
    },
    recipients: recipientsOfPlanned,
    compose: createCompose(house.deliverPorts),
    trial: true,
    mailConfigured: true,
    notYetAppliedFrom: '2025-03-01',
    acts: () => true,
    parts: async () => [],
  };
}
