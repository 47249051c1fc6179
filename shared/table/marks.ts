import * as keys from '../keys.ts';
import type { Head } from '../statement/statement.ts';
import type { Condition, Table } from '../table.ts';
import { headOf } from './head-item.ts';
import { headKey } from './heads.ts';

/** The marks of a head that put it into a sparse index of that name until somebody has done their work. */
const partitions = { pending: keys.allPending, unindexed: keys.allUnindexed } as const;

/** The heads that have had a mark since before an instant, the oldest first. The index may be late. */
export async function markedSince(
  table: Table,
  mark: keyof typeof partitions,
  before: string,
  limit: number,
): Promise<Head[]> {
  const { items } = await table.query({
    IndexName: mark,
    KeyConditionExpression: `${mark} = :mark AND ${mark}Since < :before`,
    ExpressionAttributeValues: { ':mark': partitions[mark], ':before': before },
    Limit: limit,
  });
  return items.map(headOf);
}

/**
 * Changes the marks of a head, if that is still at this version, and a further condition holds. Answers the new item, or
 * the one that was in the way.
 */
export const updateMarks = (
  table: Table,
  { id, version }: Pick<Head, 'id' | 'version'>,
  update: string,
  { and, values }: { and?: string; values?: Condition['values'] } = {},
) =>
  table.update(headKey(id), update, {
    expression: `#version = :version${and ? ` AND ${and}` : ''}`,
    names: { '#version': 'version' },
    values: { ':version': version, ...values },
  });
