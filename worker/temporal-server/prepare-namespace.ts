import type { Connection } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import type { SearchAttributeKey } from '@temporalio/common/lib/search-attributes';
import { msToTs } from '@temporalio/common/lib/time';
import { searchAttributesMissing } from '../../wording/operator/temporal-server.ts';
import { StartRefused } from '../start-refused.ts';

export type SearchAttributes = readonly SearchAttributeKey<SearchAttributeType>[];

/** The server's numbers for the types of search attributes. */
const TYPE_NUMBERS: Record<SearchAttributeType, number> = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
};

/** Closed workflows stay readable for ten years; the server's own default is one day. */
const RETENTION_SECONDS = 3_650 * 86_400;

/** Sets how long closed workflows are kept. Only on our own server: a cluster's operator decides for himself. */
export async function setRetention(connection: Connection, namespace: string): Promise<void> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  if (Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) === RETENTION_SECONDS) return;
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(RETENTION_SECONDS * 1000) },
  });
}

/**
 * Makes sure that the namespace has the search attributes, of the right types. Repeating it changes nothing. The server
 * would change a type without a word, so types are compared first.
 *
 * @throws StartRefused when one has another type, or the server does not let us create it (Temporal Cloud).
 */
export async function ensureSearchAttributes(
  connection: Connection,
  namespace: string,
  attributes: SearchAttributes,
): Promise<void> {
  if (attributes.length === 0) return;
  const present = await connection.operatorService.listSearchAttributes({ namespace });
  const types = { ...present.systemAttributes, ...present.customAttributes };
  const other = attributes.filter(({ name, type }) => name in types && types[name] !== TYPE_NUMBERS[type]);
  if (other.length > 0)
    throw new StartRefused(
      searchAttributesMissing(
        namespace,
        other.map(({ name }) => name),
      ),
    );
  const missing = attributes.filter(({ name }) => !(name in types));
  if (missing.length === 0) return;
  try {
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, TYPE_NUMBERS[type]])),
    });
  } catch (error) {
    throw new StartRefused(
      searchAttributesMissing(
        namespace,
        missing.map(({ name }) => name),
      ),
      { cause: error },
    );
  }
}
