import { type Day, dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import type { Machine } from '../engine/machine.ts';
import type { Actor, Message, Reply } from '../engine/message.ts';
import type { Notice, NoticeKind } from '../notice/notice.ts';
import { postNotice } from '../notice/post-notice.ts';
import type { Policy } from '../obligation/policy.ts';
import { sendSlot } from '../obligation/send-slot.ts';
import { obstacleWorkflow } from '../plan/keys.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** A difficulty that an agency raised: answered by the coordinator, or by leadership when forwarded. */
export interface ObstacleSpec {
  id: string;
  province: string;
  plan: string;
  /** Obligation it is about, or null; and the measure, or null: free. */
  obligation: string | null;
  measure: string | null;
  raisedBy: Actor;
  ref: string;
  coordinator: string;
  leadership: string;
  calendar: WorkCalendar;
  policy: Policy;
}

export interface ObstacleState {
  v: 1;
  spec: ObstacleSpec;
  processedUntil: Instant;
  step: ObstacleStep;
  /** Counts forwardings and reopenings, so that each has its own reminders. */
  turn: number;
  dueOn: Day;
  answers: { at: Instant; by: Actor; ref: string }[];
}

/** `coordinator` and `leadership` owe an answer; `raiser` owes a word on the answer; then it is settled. */
export type ObstacleStep = 'coordinator' | 'leadership' | 'raiser' | 'settled';

export type ObstacleCommand = { by: Actor } & (
  | { do: 'answer'; ref: string }
  | { do: 'forward'; ref: string }
  | { do: 'settle'; ref: string | null }
  | { do: 'reopen'; ref: string }
);

/** Working days each step has (product decision; the plans say only "kịp thời"). */
const STEP_DAYS = { coordinator: 3, leadership: 5, raiser: 5 } as const;
/** Working days after the last day on which the one who owes, and then the next post above, are reminded. */
const REMINDERS = [0, 1, 3];
/** Working days after the last day on which an answer stands that nobody contradicted. */
const SILENCE_SETTLES = 5;

export const obstacleMachine: Machine<ObstacleState, ObstacleSpec> = {
  type: 'obstacle',

  open(spec, at, out) {
    const state: ObstacleState = {
      v: 1,
      spec,
      processedUntil: at,
      step: 'coordinator',
      turn: 1,
      dueOn: addWorkingDays(spec.calendar, dayOf(at), STEP_DAYS.coordinator),
      answers: [],
    };
    record(state, 'obstacleRaised', at, spec.raisedBy, spec.ref, out);
    notify(state, 'obstacleRaised', 'raised', owner(state), at, spec.ref, out);
    return state;
  },

  wake(state) {
    if (state.step === 'settled') return null;
    const instants = [...reminderInstants(state), ...(state.step === 'raiser' ? [settledBySilenceAt(state)] : [])];
    return instants.find((at) => at > state.processedUntil) ?? null;
  },

  due(state, planned, now, out) {
    if (state.step === 'raiser' && planned === settledBySilenceAt(state)) {
      state.processedUntil = planned;
      settle(state, planned, null, null, out);
      return;
    }
    const index = reminderInstants(state).indexOf(planned);
    const over = REMINDERS[index] ?? 0;
    const last = index === REMINDERS.length - 1;
    notify(
      state,
      'obstacleReminder',
      `reminder-${state.turn}-${over}`,
      owner(state),
      planned,
      state.spec.ref,
      out,
      over,
      now,
    );
    if (last && state.step !== 'raiser') {
      notify(
        state,
        'obstacleReminder',
        `reminder-${state.turn}-${over}/above`,
        above(state),
        planned,
        state.spec.ref,
        out,
        over,
        now,
      );
    }
    state.processedUntil = planned;
  },

  check(state, message) {
    return message.kind === 'command' ? checkObstacle(state, message.body as ObstacleCommand) : null;
  },

  apply(state, message, out): Reply {
    const refusal = this.check(state, message);
    if (refusal) return refusal;
    if (message.kind === 'command') applyObstacle(state, message.body as ObstacleCommand, message, out);
    if (message.at > state.processedUntil) state.processedUntil = message.at;
    return { ok: true };
  },

  closed: (state) => state.step === 'settled',
  renew: () => false,

  row: (state) => ({
    workflow: obstacleWorkflow(state.spec.province, state.spec.id),
    type: 'obstacle',
    province: state.spec.province,
    plan: state.spec.plan,
    phase: state.step,
    closed: state.step === 'settled',
    state: {
      id: state.spec.id,
      obligation: state.spec.obligation,
      measure: state.spec.measure,
      raisedBy: state.spec.raisedBy,
      ref: state.spec.ref,
      step: state.step,
      dueOn: state.dueOn,
      answers: state.answers,
      coordinator: state.spec.coordinator,
      leadership: state.spec.leadership,
    },
  }),

  answer: (state) => ({
    phase: state.step,
    nextWake: obstacleMachine.wake(state),
    obligations: null,
    ladder: [],
    phases: {},
  }),
};

function reminderInstants({ spec, dueOn }: ObstacleState): Instant[] {
  return REMINDERS.map((n) =>
    instantOn(n === 0 ? dueOn : addWorkingDays(spec.calendar, dueOn, n), spec.policy.decideAt),
  );
}

/** Example: answer due to be judged by 14/11/2024 → settled 21/11/2024 07:00. */
function settledBySilenceAt({ spec, dueOn }: ObstacleState): Instant {
  return instantOn(addWorkingDays(spec.calendar, dueOn, SILENCE_SETTLES), spec.policy.decideAt);
}

function owner({ spec, step }: ObstacleState): Notice['to'] {
  if (step === 'leadership') return { agency: spec.leadership, role: 'leadership', rank: 1 };
  if (step === 'raiser') return raiser(spec);
  return { agency: spec.coordinator, role: 'coordinator' };
}

function raiser({ raisedBy }: ObstacleSpec): Notice['to'] {
  return { agency: raisedBy.agency, role: 'focalPoint', person: raisedBy.person };
}

function above({ spec, step }: ObstacleState): Notice['to'] {
  if (step === 'leadership') return { agency: spec.leadership, role: 'leadership', rank: 2 };
  return { agency: spec.coordinator, role: 'head' };
}

function checkObstacle(state: ObstacleState, command: ObstacleCommand): Refusal | null {
  const { spec, step } = state;
  const { by } = command;
  if (step === 'settled') return refuse('OBSTACLE_CLOSED');
  const coordinates =
    by.agency === spec.coordinator && by.roles.some((role) => role === 'coordinator' || role === 'head');
  const leads = by.agency === spec.leadership && by.roles.includes('leadership');
  const raised =
    by.agency === spec.raisedBy.agency && by.roles.some((role) => role === 'focalPoint' || role === 'head');
  switch (command.do) {
    case 'answer':
      if (step === 'raiser') return refuse('OBSTACLE_STEP', { step });
      return (step === 'leadership' ? leads : coordinates) ? null : refuse('NOT_YOURS');
    case 'forward':
      if (step !== 'coordinator') return refuse('OBSTACLE_STEP', { step });
      return coordinates ? null : refuse('NOT_YOURS');
    case 'settle':
    case 'reopen':
      if (step !== 'raiser') return refuse('OBSTACLE_STEP', { step });
      return raised ? null : refuse('NOT_YOURS');
  }
}

function applyObstacle(state: ObstacleState, command: ObstacleCommand, message: Message, out: Effects): void {
  const { at } = message;
  const { spec } = state;
  switch (command.do) {
    case 'answer': {
      const fromLeadership = state.step === 'leadership';
      state.answers.push({ at, by: command.by, ref: command.ref });
      record(state, 'obstacleAnswered', at, command.by, command.ref, out);
      notify(state, 'obstacleAnswered', `answered-${state.turn}`, raiser(spec), at, command.ref, out);
      if (fromLeadership) {
        const to = { agency: spec.coordinator, role: 'coordinator' as const };
        notify(state, 'obstacleAnswered', `answered-${state.turn}/coordinator`, to, at, command.ref, out);
      }
      turnTo(state, 'raiser', at);
      return;
    }
    case 'forward':
      record(state, 'obstacleForwarded', at, command.by, command.ref, out);
      turnTo(state, 'leadership', at);
      notify(state, 'obstacleForwarded', `forwarded-${state.turn}`, owner(state), at, command.ref, out);
      return;
    case 'settle':
      settle(state, at, command.by, command.ref, out);
      return;
    case 'reopen':
      record(state, 'obstacleReopened', at, command.by, command.ref, out);
      turnTo(state, 'coordinator', at);
      notify(state, 'obstacleReopened', `reopened-${state.turn}`, owner(state), at, command.ref, out);
  }
}

function turnTo(state: ObstacleState, step: 'coordinator' | 'leadership' | 'raiser', at: Instant): void {
  state.step = step;
  state.turn += 1;
  state.dueOn = addWorkingDays(state.spec.calendar, dayOf(at), STEP_DAYS[step]);
}

/** By the word of who raised it, or, when he stays silent for the whole ladder, by itself: the answer stands. */
function settle(state: ObstacleState, at: Instant, by: Actor | null, ref: string | null, out: Effects): void {
  state.step = 'settled';
  record(state, 'obstacleSettled', at, by, ref, out);
  const to = { agency: state.spec.coordinator, role: 'coordinator' as const };
  notify(state, 'obstacleSettled', 'settled', to, at, ref, out);
}

function record(
  state: ObstacleState,
  kind: string,
  at: Instant,
  by: Actor | null,
  ref: string | null,
  out: Effects,
): void {
  const { spec } = state;
  out.journal.push({
    key: `${obstacleWorkflow(spec.province, spec.id)}/${kind}-${state.turn}`,
    at,
    kind,
    plan: spec.plan,
    round: spec.obligation === null ? null : obligationRound(spec),
    agency: spec.raisedBy.agency,
    by,
    facts: { obstacle: spec.id, measure: spec.measure },
    ref,
  });
}

function obligationRound(spec: ObstacleSpec): string {
  const parts = (spec.obligation ?? '').split('/');
  return ['round', spec.province, ...parts.slice(0, -1)].join('/');
}

function notify(
  state: ObstacleState,
  kind: NoticeKind,
  what: string,
  to: Notice['to'],
  at: Instant,
  ref: string | null,
  out: Effects,
  workingDaysOver: number | null = null,
  /** Later than `at` where the system was away: a notice never leaves in the night. */
  now: Instant = at,
): void {
  const { spec } = state;
  const id = obstacleWorkflow(spec.province, spec.id);
  postNotice(out, spec.province, {
    key: `${id}/${what}`,
    kind,
    at,
    slot: sendSlot(spec.calendar, spec.policy, now),
    to,
    plan: spec.plan,
    round: spec.obligation === null ? null : obligationRound(spec),
    about: spec.raisedBy.agency,
    deadline: null,
    rung: null,
    late: false,
    facts: { obstacle: spec.id, measure: spec.measure, step: state.step, dueOn: state.dueOn, workingDaysOver },
    ref,
  });
}
