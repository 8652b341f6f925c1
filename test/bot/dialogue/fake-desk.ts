import { converse, type Desk } from '../../../bot/dialogue/converse.ts';
import { plainText } from '../../../bot/dialogue/plain-text.ts';
import { newDialogue } from '../../../bot/dialogue/state.ts';
import type {
  DialogueContext,
  DialogueEvent,
  DialogueState,
  NamedPerson,
  Outcome,
  Reply,
  Request,
  WorkItem,
} from '../../../bot/dialogue/types.ts';
import { withAnswer } from '../../../domain/form/answers.ts';
import { contextOf, HEAD, NOW } from './examples.ts';

/** A desk in memory: stores answers, gives receipts, and lets the item that was answered leave the list. */
export class FakeDesk implements Desk {
  readonly requests: Request[] = [];
  /** Answers instead of the desk's own, taken in order. */
  readonly prepared: Outcome[] = [];
  state: DialogueState = newDialogue();
  now = NOW;
  private readonly written: string[] = [];

  constructor(
    private readonly person: NamedPerson,
    public items: WorkItem[],
  ) {}

  context(): Promise<DialogueContext> {
    return Promise.resolve(contextOf(this.person, this.items, this.now));
  }

  perform(request: Request): Promise<Outcome> {
    this.requests.push(request);
    const outcome = this.prepared.shift() ?? this.does(request);
    return Promise.resolve(outcome);
  }

  /** One event, written into the transcript as the person and the bot would see it. */
  async tell(event: DialogueEvent | string): Promise<Reply[]> {
    const told: DialogueEvent = typeof event === 'string' ? { kind: 'text', text: event } : event;
    const before = this.requests.length;
    const { state, replies } = await converse(this.state, told, this);
    this.state = JSON.parse(JSON.stringify(state)) as DialogueState;
    const requests = this.requests.slice(before).map((request) => `  * ${JSON.stringify(request)}`);
    this.written.push(`> ${said(told)}`, ...requests, ...replies.flatMap(written), '');
    return replies;
  }

  transcript(): string {
    return this.written.join('\n');
  }

  private does(request: Request): Outcome {
    if (request.kind === 'saveAnswer') {
      this.change(request.obligation, (item) =>
        item.kind === 'owed'
          ? { ...item, report: { ...item.report, saved: withAnswer(item.report.saved, request.answer) } }
          : item,
      );
      return { kind: 'done' };
    }
    if (request.kind === 'submit') return this.submits(request);
    if (request.kind === 'requestExtension') {
      const { day, reason } = request;
      this.change(request.obligation, (item) =>
        item.kind === 'owed' ? { ...item, extensionAsked: { day, reason } } : item,
      );
      return { kind: 'done' };
    }
    if ('obligation' in request) {
      this.items = this.items.filter((item) => !('obligation' in item) || item.obligation !== request.obligation);
    }
    if ('obstacle' in request) {
      this.items = this.items.filter((item) => !('obstacle' in item) || item.obstacle !== request.obstacle);
    }
    return { kind: 'done' };
  }

  private submits(request: Extract<Request, { kind: 'submit' }>): Outcome {
    const number = 'BN-2024-0203';
    this.change(request.obligation, (item) =>
      item.kind === 'owed'
        ? { ...item, state: 'submitted', submitted: { version: 1, receipt: number, standing: 'draft' } }
        : item,
    );
    return {
      kind: 'done',
      receipt: {
        number,
        at: this.now,
        version: 1,
        standing: 'draft',
        told: [{ who: HEAD, at: '2024-11-08T08:00:00.000+07:00' }],
        confirmer: HEAD,
        stopped: true,
      },
    };
  }

  private change(obligation: string, how: (item: WorkItem) => WorkItem): void {
    this.items = this.items.map((item) => ('obligation' in item && item.obligation === obligation ? how(item) : item));
  }
}

function said(event: DialogueEvent): string {
  if (event.kind === 'text') return event.text;
  if (event.kind === 'choice') return `[${event.id}]`;
  return event.kind === 'open' ? `(mở${event.item === undefined ? '' : ` ${event.item}`})` : '(kết quả)';
}

function written(reply: Reply): string[] {
  const text = plainText(reply, (link) => (link.to === 'obligation' ? '/viec' : `/${link.to}/${link.number}`));
  return [`  [${reply.kind}]`, ...text.split('\n').map((line) => `  ${line}`)];
}
