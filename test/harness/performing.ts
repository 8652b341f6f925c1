import type { Act, ActOutcome } from '../../client/act.ts';
import { createPerform } from '../../client/perform.ts';
import type { Role } from '../../domain/engine/message.ts';
import { createRecords } from '../../store/records.ts';
import type { Story } from './story.ts';

let acts = 0;

/** Acts as bot, pages and commands hand them in: words and answers are kept, then the workflow decides. */
export function performing(story: Story, agency: string, ...roles: Role[]): (act: Act) => Promise<ActOutcome> {
  const perform = createPerform(
    createRecords(story.database.db, () => story.calendar),
    story.engine.counter,
  );
  const { actor } = story.as(agency, ...roles);
  return (act) => perform({ actor, channel: 'story', key: `p-${++acts}` }, act);
}

/** The code and facts of a refusal. @throws where nothing was refused. */
export function refusalOf(outcome: ActOutcome): { refused: string; facts: Record<string, string> } {
  if (outcome.kind !== 'refused') throw new Error(`not refused: ${outcome.kind}`);
  return outcome.refusal;
}
