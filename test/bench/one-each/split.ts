import type { AgendaItem } from '../../../domain/engine/effects.ts';
import type { RoundSpec } from '../../../domain/machines/round.ts';

/** The address of one agency's obligation as a workflow of its own. */
export function oneEach(round: string, agency: string): string {
  return `obligation/${round.slice('round/'.length)}/${agency}`;
}

/**
 * What a round is told, told to the workflows of its obligations: a start to each, an act or a fact to the one it is
 * about, anything else to all. Nobody waits for their end.
 */
export function split(item: AgendaItem, owing: Map<string, string[]>): AgendaItem[] {
  const { message, workflow } = item;
  if (message.kind === 'open') {
    const spec = message.body as RoundSpec;
    owing.set(
      workflow,
      spec.agencies.map(({ agency }) => agency),
    );
    return spec.agencies.map((one) => {
      const id = oneEach(workflow, one.agency);
      return addressed(item, id, `open:${id}`, { ...spec, id, agencies: [one], cycle: null });
    });
  }
  const about = (message.body as { agency?: string }).agency;
  const agencies = about === undefined ? (owing.get(workflow) ?? []) : [about];
  return agencies.map((agency) => addressed(item, oneEach(workflow, agency), `${item.key}/${agency}`, message.body));
}

function addressed(item: AgendaItem, workflow: string, key: string, body: unknown): AgendaItem {
  return { ...item, workflow, key, message: { ...item.message, key, body } };
}
