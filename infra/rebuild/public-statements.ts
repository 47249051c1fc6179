import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { headSort } from '../../shared/keys.ts';

const Item = z.object({
  id: z.string(),
  live: z.object({ language: z.string(), firstPublished: z.string() }),
});

/** A statement that has an address on the site. */
export type Published = { id: string; language: string; firstPublished: string };

/** So many parts of the table are read side by side. */
const segments = 4;

/** Every statement of a table that is or was public, the first published first. It reads the whole table once. */
export async function publicStatements(
  client: DynamoDBDocumentClient,
  TableName: string,
): Promise<Published[]> {
  const parts = Array.from({ length: segments }, (_, Segment) => readSegment(client, TableName, Segment));
  const found = (await Promise.all(parts)).flat();
  return found.sort((a, b) => (a.firstPublished < b.firstPublished ? -1 : 1));
}

async function readSegment(
  client: DynamoDBDocumentClient,
  TableName: string,
  Segment: number,
): Promise<Published[]> {
  const scan = {
    TableName,
    Segment,
    TotalSegments: segments,
    FilterExpression: 'sk = :head AND attribute_exists(live)',
    ProjectionExpression: 'id, live.#language, live.firstPublished',
    ExpressionAttributeNames: { '#language': 'language' },
    ExpressionAttributeValues: { ':head': headSort },
  };
  const found: Published[] = [];
  for await (const { Items = [] } of paginateScan({ client }, scan))
    for (const item of Items) {
      const { id, live } = Item.parse(item);
      found.push({ id, ...live });
    }
  return found;
}
