import * as keys from '../keys.ts';
import { chainOf, SealedEntry } from '../statement/audit.ts';
import { actsUntil, PublicAct } from '../statement/public-acts.ts';
import { type Head, KeptContent, type LivePart } from '../statement/statement.ts';
import type { Table } from '../table.ts';

/** What one change leaves behind for ever, beside the head: written first, reachable once the head moved. */
export type Records = {
  id: string;
  text?: Kept<KeptContent>;
  record?: Kept<PublicAct>;
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

/** Reads the texts of a head's parts, the work copy's first. */
export const readTexts = (table: Table, { id, work, live }: Head): Promise<KeptContent[]> =>
  Promise.all([work, live].flatMap((part) => (part ? [readText(table, id, part.text)] : [])));

/** A statement's audit trail, newest first. */
export async function readTrail(table: Table, head: Head): Promise<SealedEntry[]> {
  const items = await readAll(table, keys.statementKey(head.id), keys.entryPrefix);
  return chainOf(
    items.map((item) => SealedEntry.parse(item)),
    head.lastEntry,
  );
}

/** What was done in public to a statement, the oldest first. */
export async function readPublicActs(
  table: Table,
  { id, live }: Pick<Head, 'id'> & { live: LivePart },
): Promise<PublicAct[]> {
  const items = await readAll(table, keys.statementKey(id), keys.publicPrefix);
  return actsUntil(new Map(items.map((item) => [String(item.sk), PublicAct.parse(item)])), live.record);
}

/** Every item of a partition whose sort key begins so, in the order of sort keys. */
export async function readAll(table: Table, pk: string, prefix: string): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = [];
  for (let start: Record<string, unknown> | undefined, first = true; first || start; first = false) {
    const { items, next } = await table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
      ...(start && { ExclusiveStartKey: start }),
    });
    all.push(...items);
    start = next;
  }
  return all;
}
