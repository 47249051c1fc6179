import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { entryPrefix, headSort, previewPrefix, trailOf } from '../../shared/keys.ts';
import { SealedEntry } from '../../shared/statement/audit.ts';
import { verifyTrail } from '../../shared/statement/verify-trail.ts';
import { onlyTable } from '../command/only-table.ts';

const Head = z.object({ version: z.int(), lastEntry: z.string() });
type Trail = { of: string; head?: z.output<typeof Head>; entries: SealedEntry[] };

/**
 * Checks the trail of every statement and preview of a table, by default the only one that there is of ours. Answers how
 * many there are, and a line for each that is broken. It reads the whole table once, consistently.
 */
export async function verifyTable(
  client: DynamoDBDocumentClient,
  table?: string,
): Promise<{ trails: number; broken: string[] }> {
  const TableName = table ?? (await onlyTable(client));
  const trails = new Map<string, Trail>();
  const scan = {
    TableName,
    ConsistentRead: true,
    FilterExpression: 'sk = :head OR begins_with(sk, :previews) OR begins_with(sk, :entries)',
    ExpressionAttributeValues: { ':head': headSort, ':previews': previewPrefix, ':entries': entryPrefix },
  };
  for await (const { Items = [] } of paginateScan({ client }, scan))
    for (const { pk, sk, ...item } of Items) {
      const of = trailOf(pk, sk);
      const trail = trails.get(of) ?? { of, entries: [] };
      trails.set(of, trail);
      if (sk.startsWith(entryPrefix)) trail.entries.push(SealedEntry.parse(item));
      else trail.head = Head.parse(item);
    }
  const checked = [...trails.values()].filter((trail) => trail.head);
  return { trails: checked.length, broken: checked.flatMap(brokenLink) };
}

function brokenLink({ of, head, entries }: Trail): string[] {
  const broken = head && verifyTrail(entries, head);
  return broken ? [`${of}, version ${broken.version}: ${broken.what}`] : [];
}
