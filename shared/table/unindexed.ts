import * as keys from '../keys.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';
import { updateMarks } from './marks.ts';

/** The heads whose newest version the search index lacks: the newest changed first, read as the index is, late. */
export async function readUnindexed(table: Table, limit: number): Promise<Head[]> {
  const { items } = await table.query({
    IndexName: 'unindexed',
    KeyConditionExpression: 'unindexed = :unindexed',
    ExpressionAttributeValues: { ':unindexed': keys.allUnindexed },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map(headOf);
}

/**
 * Says that the search index has this version of the head. Answers undefined if the head is still at that version,
 * else the head as it is now: then the work is to be done over.
 */
export async function settleIndexed(table: Table, head: Head): Promise<Head | undefined> {
  const { inTheWay } = await updateMarks(table, head, 'REMOVE unindexed, unindexedSince');
  return inTheWay && headOf(inTheWay);
}
