import * as keys from '../keys.ts';
import type { Channel, Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';

/**
 * Says that a channel has brought this version of the head to the site. Answers undefined if the head is
 * still at that version, else the head as it is now: then the work is to be done over.
 */
export async function settle(table: Table, head: Head, channel: Channel): Promise<Head | undefined> {
  const key = { pk: keys.statementKey(head.id), sk: keys.headSort };
  const names = { '#version': 'version' };
  const { item, inTheWay } = await table.update(key, 'DELETE awaiting :channel', {
    expression: '#version = :version',
    names,
    values: { ':version': head.version, ':channel': new Set([channel]) },
  });
  if (inTheWay) return headOf(inTheWay);
  if (item?.pendingSince && !item.awaiting)
    await table.update(key, 'REMOVE pending, pendingSince', {
      expression: '#version = :version AND attribute_not_exists(awaiting)',
      names,
      values: { ':version': head.version },
    });
  return undefined;
}

/** The heads whose public part has been on its way to the site since before an instant, the oldest first. */
export async function pendingSince(table: Table, before: string, limit: number): Promise<Head[]> {
  const { items } = await table.query({
    IndexName: 'pending',
    KeyConditionExpression: 'pending = :pending AND pendingSince < :before',
    ExpressionAttributeValues: { ':pending': keys.allPending, ':before': before },
    Limit: limit,
  });
  return items.map(headOf);
}
