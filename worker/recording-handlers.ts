import { z } from 'zod';
import { REVIEW_OUTCOMES } from '../domain/machines/plan-state.ts';
import { unknownAgency } from '../wording/operator/asking.ts';
import type { OperatorHandlers } from './operator-door.ts';
import { type AskingPorts, actForCoordinator } from './operator-handlers.ts';

const decideBody = z.object({
  plan: z.string(),
  review: z.string(),
  outcome: z.enum(REVIEW_OUTCOMES),
  feeds: z.string().nullable(),
  document: z.string(),
  text: z.string(),
});

const assignBody = z.object({ plan: z.string(), measure: z.string(), agencies: z.array(z.string()), text: z.string() });

const moneyBody = z.object({
  plan: z.string(),
  step: z.enum(['allocation', 'settlement']),
  year: z.int(),
  agency: z.string(),
  measure: z.string().nullable(),
  source: z.enum(['recurrent', 'investment', 'other']),
  amount: z.number(),
  document: z.string(),
  text: z.string(),
});

const targetBody = z.object({
  plan: z.string(),
  target: z.string(),
  base: z.number().nullable(),
  from: z.int().nullable(),
  same: z.array(z.string()),
  apart: z.array(z.string()),
  text: z.string(),
});

/** `decide`, `assign`, `money` and `target` of the operator's door: what the coordinator records. */
export function recordingHandlers(ports: AskingPorts): OperatorHandlers {
  return {
    decide: async (given) => {
      const body = decideBody.parse(given);
      return { status: await actForCoordinator(ports, body.plan, { do: 'decideReview', ...body }) };
    },
    assign: async (given) => {
      const body = assignBody.parse(given);
      const { agencies } = await ports.roster();
      const unknown = body.agencies.find((each) => !agencies.some(({ id }) => id === each));
      if (unknown !== undefined) throw new Error(unknownAgency(unknown, agencies));
      return { status: await actForCoordinator(ports, body.plan, { do: 'assignMeasure', ...body }) };
    },
    money: async (given) => {
      const body = moneyBody.parse(given);
      const { agencies } = await ports.roster();
      if (!agencies.some(({ id }) => id === body.agency)) throw new Error(unknownAgency(body.agency, agencies));
      return { status: await actForCoordinator(ports, body.plan, { do: 'recordMoney', ...body }) };
    },
    target: async (given) => {
      const body = targetBody.parse(given);
      return { status: await actForCoordinator(ports, body.plan, { do: 'settleTarget', ...body }) };
    },
  };
}
