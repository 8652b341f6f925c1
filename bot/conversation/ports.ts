import type { Perform } from '../../client/act.ts';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { Answer } from '../../domain/form/form.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { DeskReader } from '../../store/desk-reader.ts';
import type { DialogueState, Reply } from '../dialogue/types.ts';

/** What waited for somebody who comes. */
export interface Entered {
  /** Messages that reach him now. */
  waited: number;
  /** Reminders among them that still stand and are to be said in one list, newest first. */
  reminders: KeptReminder[];
}

export interface KeptReminder {
  obligation: string;
  /** When it would have reached him. */
  at: Instant;
}

/** Where dialogues and their lines are kept. */
export interface DialogueStore {
  load(person: string): Promise<DialogueState | null>;
  /** Keeps the new state and its lines together; false when somebody wrote over the version that was read. */
  keep(step: { person: string; read: number; state: DialogueState; lines: ChatLine[] }): Promise<boolean>;
  /** True when a message under this key was answered before: a channel may hand it over twice. */
  knows(key: string): Promise<boolean>;
  lines(person: string, limit: number): Promise<ChatLine[]>;
  /** The person is here: what the chat held for him reaches him now. */
  enter(person: string, at: Instant): Promise<Entered>;
  /** Writes lines that answer nothing he said. */
  say(person: string, lines: ChatLine[]): Promise<void>;
  /** Tells what became of a kept act, once: in the desk's chat, and where the person acted through another, there too. */
  tellOutcome(outcome: { act: string; person: string; at: Instant; reply: Reply }): Promise<void>;
  keepAnswer(answer: {
    obligation: string;
    deadline: number;
    person: string;
    at: Instant;
    answer: Answer;
  }): Promise<void>;
  answers(obligation: string, deadline: number): Promise<Answer[]>;
  forgetAnswers(obligation: string): Promise<void>;
}

/** One line of a chat, as pages show it. */
export interface ChatLine {
  key: string;
  at: Instant;
  direction: 'in' | 'out';
  /** What the person wrote is an `info` reply of one line. */
  reply: Reply;
}

/** What a conversation needs of the house. */
export interface ConversationPorts {
  store: DialogueStore;
  reader: DeskReader;
  perform: Perform;
  now(): Promise<Instant>;
  plans(): Promise<Plan[]>;
  roster(): Promise<Roster>;
  /** The tables in force. */
  calendar(): WorkCalendar;
  /** The next day something becomes due to the person's agency, or null. */
  nextDueOn?(agency: string): Promise<Day | null>;
}
