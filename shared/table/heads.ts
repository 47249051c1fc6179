import * as keys from '../keys.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headItem, headOf } from './head-item.ts';

/** Where the table keeps a statement's head. */
export const headKey = (id: string) => ({ pk: keys.statementKey(id), sk: keys.headSort });

/** Reads a statement's head, consistently. */
export async function readHead(table: Table, id: string): Promise<Head | undefined> {
  const item = await table.get(headKey(id));
  return item && headOf(item);
}

/** Reads heads by their ids, consistently, in no order; those that don't exist are left out. */
export async function readHeads(table: Table, ids: string[]): Promise<Head[]> {
  const items = await table.getAll([...new Set(ids)].map(headKey));
  return items.map((item) => headOf(item));
}

/**
 * Moves a statement's head to its next version: the one write that commits a change. It succeeds if the head
 * is still at the version before (or, for version 1, doesn't exist). Answers undefined on success, else the
 * head that was in the way. The head in the way may be ours: the SDK repeats a write whose answer was lost. It is told
 * by its request too: the same person may ask for the same twice within a millisecond, and seal the same entry.
 */
export async function commitHead(table: Table, head: Head): Promise<Head | undefined> {
  const condition =
    head.version === 1
      ? { expression: 'attribute_not_exists(pk)' }
      : {
          expression: '#version = :before',
          names: { '#version': 'version' },
          values: { ':before': head.version - 1 },
        };
  const { inTheWay } = await table.put(headItem(head), condition);
  if (!inTheWay) return undefined;
  const other = headOf(inTheWay);
  const isOurs = other.lastEntry === head.lastEntry && other.requestId === head.requestId;
  return isOurs ? undefined : other;
}
