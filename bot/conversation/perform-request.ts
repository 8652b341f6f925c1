import type { Act, ActContext, ActOutcome, LetterFacts } from '../../client/act.ts';
import { dayOf, type Instant, instantOn } from '../../domain/calendar/instant.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { measureStates } from '../../domain/form/answers.ts';
import { receivingPost } from '../../domain/obligation/receiving-post.ts';
import { holdersOf, type Role, type Roster } from '../../domain/roster/roster.ts';
import type { DialogueContext, Letter, NamedPerson, Outcome, Receipt, Request, WorkItem } from '../dialogue/types.ts';
import { namedPerson } from './actor.ts';
import type { ConversationPorts } from './ports.ts';

/** Does what the dialogue asks, once under its key, and tells it what became of it. */
export async function performRequest(
  ports: ConversationPorts,
  roster: Roster,
  about: ActContext,
  context: DialogueContext,
  request: Request,
): Promise<Outcome> {
  const at = await ports.now();
  if (request.kind === 'saveAnswer') {
    const { obligation, deadline, answer } = request;
    await ports.store.keepAnswer({ obligation, deadline, person: about.actor.person, at, answer });
    return { kind: 'done' };
  }
  const outcome = await ports.perform(about, actOf(request, context));
  if (outcome.kind === 'refused') return outcome;
  if (request.kind === 'submit') await ports.store.forgetAnswers(request.obligation);
  if (outcome.kind === 'kept') return { kind: 'kept', at: outcome.at };
  return { kind: 'done', receipt: await receiptOf(ports, roster, about, request, outcome) };
}

function letterFacts(letter: Letter): LetterFacts {
  return { number: letter.number, day: letter.day, signatory: letter.signatory ?? null, way: letter.way ?? null };
}

function actOf(request: Exclude<Request, { kind: 'saveAnswer' }>, context: DialogueContext): Act {
  switch (request.kind) {
    case 'submit': {
      const { obligation, form, answers } = request;
      const item = context.items.find(
        (each) => (each.kind === 'owed' || each.kind === 'confirm') && each.obligation === obligation,
      );
      const report = item && 'report' in item ? item.report : null;
      const measures = report ? measureStates(report.form, answers) : {};
      return {
        do: 'submit',
        obligation,
        form,
        answers,
        measures,
        source: 'chat',
        actedOn: null,
        letter: null,
        text: '',
      };
    }
    case 'confirm':
      return { do: 'confirm', obligation: request.obligation };
    case 'recordLetter':
    case 'recordSent':
      return { do: request.kind, obligation: request.obligation, letter: letterFacts(request.letter) };
    case 'accept':
      return { do: 'accept', obligation: request.obligation, text: null };
    case 'return':
    case 'refuseExtension':
    case 'waive':
    case 'object':
      return { do: request.kind, obligation: request.obligation, text: request.reason };
    case 'extend':
    case 'requestExtension':
      return { do: request.kind, obligation: request.obligation, to: request.day, text: request.reason };
    case 'askParts': {
      const { obligation, measure, agencies, day, text } = request;
      return { do: 'contribute', obligation, measure, agencies, to: day, text };
    }
    case 'leaderSeen':
      return { do: 'lead', obligation: request.obligation, answer: 'seen', to: null, text: null };
    case 'leaderDirect':
      return { do: 'lead', obligation: request.obligation, answer: 'direct', to: request.day, text: request.text };
    case 'leaderExtend':
      return { do: 'lead', obligation: request.obligation, answer: 'extend', to: request.day, text: request.reason };
    case 'leaderWaive':
      return { do: 'lead', obligation: request.obligation, answer: 'waive', to: null, text: request.reason };
    case 'raiseObstacle':
      return raised(request, context);
    case 'answerObstacle':
    case 'forwardObstacle':
      return { do: request.kind, obstacle: request.obstacle, text: request.text };
    case 'settleObstacle':
      return { do: 'settleObstacle', obstacle: request.obstacle };
    case 'reopenObstacle':
      return { do: 'reopenObstacle', obstacle: request.obstacle, text: request.reason };
  }
}

/** An obstacle free of any duty belongs to the plan of the person's first duty. */
function raised({ about, text }: Extract<Request, { kind: 'raiseObstacle' }>, context: DialogueContext): Act {
  const first = context.items.find((item): item is Extract<WorkItem, { basis: unknown }> => 'basis' in item);
  const plan = about.kind === 'measure' ? about.plan : about.kind === 'free' ? (first?.basis.plan ?? null) : null;
  return {
    do: 'raiseObstacle',
    plan,
    obligation: about.kind === 'free' ? null : about.obligation,
    measure: about.kind === 'measure' ? about.measure : null,
    text,
  };
}

/** Who is told of an act, by the same rules as the round's notices; and what the act is worth now. */
async function receiptOf(
  ports: ConversationPorts,
  roster: Roster,
  { actor }: ActContext,
  request: Request,
  outcome: Extract<ActOutcome, { kind: 'done' }>,
): Promise<Receipt> {
  const today = dayOf(outcome.at);
  const first = (agency: string, role: Role): NamedPerson | null => {
    const holder = holdersOf(roster, agency, role, today)[0];
    return holder ? namedPerson(roster, holder.person, today) : null;
  };
  const slot = nextSlot(ports, outcome.at);
  const number = outcome.receipt ?? null;
  const obligation = 'obligation' in request ? request.obligation : null;
  const [row] = obligation === null ? [] : await ports.reader.obligations({ keys: [obligation] });
  const told = (who: NamedPerson | null): Receipt['told'] => (who ? [{ who, at: slot }] : []);
  if (request.kind === 'askParts') {
    const asked = request.agencies.flatMap((agency) => told(first(agency, 'focalPoint')));
    return { number, at: outcome.at, told: asked, stopped: false };
  }
  if (request.kind !== 'submit' || !row) {
    const owing = row && row.agency !== actor.agency ? first(row.agency, 'focalPoint') : null;
    const receiver = row?.reviewer && row.agency === actor.agency ? first(row.reviewer, receivingPost(row.kind)) : null;
    return {
      number,
      at: outcome.at,
      told: [...told(owing), ...told(receiver)],
      stopped: request.kind !== 'requestExtension',
    };
  }
  const standing = row.standing === 'official' ? 'official' : 'draft';
  const confirmer = first(row.agency, 'head');
  const reviewer = row.reviewer === null ? null : first(row.reviewer, receivingPost(row.kind));
  return {
    number,
    at: outcome.at,
    version: row.state?.submissions.length ?? 1,
    standing,
    told: standing === 'draft' ? told(confirmer) : told(reviewer),
    ...(standing === 'draft' && confirmer ? { confirmer } : {}),
    stopped: row.closing !== 'letter',
  };
}

/** The next 08:00 of a working day; the domain's own slot rule in its default hours. */
function nextSlot(ports: ConversationPorts, at: Instant): Instant {
  const calendar = ports.calendar();
  const today = instantOn(dayOf(at), '08:00');
  return at < today ? today : instantOn(addWorkingDays(calendar, dayOf(at), 1), '08:00');
}
