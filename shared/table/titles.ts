import * as keys from '../keys.ts';
import { folded } from '../markup/turn-labels.ts';
import type { Head, Listing } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';

/** So many of the newest statements are looked at: titles are taken again within weeks, or on purpose. */
const mostLookedAt = 200;

/** The newest other statement that has this title in this language, public or in work, among the newest. */
export async function readSameTitle(
  table: Table,
  id: string,
  { language, title }: Pick<Listing, 'language' | 'title'>,
): Promise<Head | undefined> {
  const { items } = await table.query({
    IndexName: 'by-creation',
    KeyConditionExpression: 'listed = :all',
    ExpressionAttributeValues: { ':all': keys.allStatements },
    ScanIndexForward: false,
    Limit: mostLookedAt,
  });
  const isSame = (part: Listing | undefined) =>
    part?.language === language && folded(part.title) === folded(title);
  return items
    .map((item) => headOf(item))
    .find((head) => head.id !== id && (isSame(head.work) || isSame(head.live)));
}
