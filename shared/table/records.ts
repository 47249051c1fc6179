import * as z from 'zod';
import * as keys from '../keys.ts';
import { chainOf, SealedEntry } from '../statement/audit.ts';
import type { Edition } from '../statement/edition.ts';
import { type Head, KeptContent } from '../statement/statement.ts';
import type { Table } from '../table.ts';

/** What one change leaves behind for ever, beside the head: written first, reachable once the head moved. */
export type Records = {
  id: string;
  text?: Kept<KeptContent>;
  edition?: Kept<Edition>;
  entry: Kept<SealedEntry>;
};
type Kept<Value> = { sort: string; value: Value };

/** Writes a change's immutable records, all at once. */
export async function writeRecords(table: Table, { id, ...records }: Records): Promise<void> {
  const pk = keys.statementKey(id);
  await Promise.all(Object.values(records).map(({ sort, value }) => table.put({ ...value, pk, sk: sort })));
}

/** Reads a text record of a statement. A head's text always exists; so a missing one is an error. */
export async function readText(table: Table, id: string, sort: string): Promise<KeptContent> {
  return KeptContent.parse(await table.get({ pk: keys.statementKey(id), sk: sort }));
}

/** A statement's audit trail, newest first. */
export async function readTrail(table: Table, head: Head): Promise<SealedEntry[]> {
  const entries: SealedEntry[] = [];
  for (let start: Record<string, unknown> | undefined, first = true; first || start; first = false) {
    const { items, next } = await table.query({
      KeyConditionExpression: 'pk = :statement AND begins_with(sk, :entries)',
      ExpressionAttributeValues: { ':statement': keys.statementKey(head.id), ':entries': keys.entryPrefix },
      ConsistentRead: true,
      ...(start && { ExclusiveStartKey: start }),
    });
    entries.push(...items.map((item) => SealedEntry.parse(item)));
    start = next;
  }
  return chainOf(entries, head.lastEntry);
}

const Reservation = z.object({ id: z.string() });

/**
 * Takes an address for a statement, for ever; taking one's own again is no harm. Answers whether the
 * statement has it now.
 */
export async function takePath(table: Table, path: string, id: string): Promise<boolean> {
  const key = { pk: keys.pathKey(path), sk: keys.pathSort };
  const { inTheWay } = await table.put({ ...key, id }, { expression: 'attribute_not_exists(pk)' });
  return !inTheWay || Reservation.parse(inTheWay).id === id;
}
