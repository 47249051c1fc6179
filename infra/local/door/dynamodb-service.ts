import * as z from 'zod';
import type { Fault } from '../faults/faults.ts';
import { here } from '../place.ts';
import type { Tables } from '../stores/tables.ts';
import { type AwsRequest, jsonErrors, type Service } from './service.ts';

/** An item, or the key of one: every table here has `pk` for its partition. */
const Keyed = z.looseObject({ pk: z.looseObject({ S: z.string().optional() }).optional() });
const Body = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Item: Keyed.optional(),
  Key: Keyed.optional(),
  ConsistentRead: z.boolean().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});
type Body = z.output<typeof Body>;
/** What a BatchGetItem asks of each table. */
const BatchRead = z.record(
  z.string(),
  z.looseObject({ Keys: z.array(z.unknown()).optional(), ConsistentRead: z.boolean().optional() }),
);
const reads = new Set(['GetItem', 'Query', 'Scan', 'BatchGetItem']);

/** Answers reads as of some seconds ago: what an index, or a read that isn't consistent, may do in the cloud. */
export type StaleReads = {
  handle(operation: string, body: string): Promise<{ status: number; body: string }>;
};

/** DynamoDB, in front of the tables of this machine. */
export function dynamodbService(tables: Tables, stale: StaleReads | undefined): Service {
  return {
    asking(request) {
      const [operation, body] = read(request);
      const isStale = stale && reads.has(operation) && !isConsistent(body);
      return {
        operation,
        needs: resourcesOf(body).map((resource) => ({
          action: `dynamodb:${operation}`,
          resource,
          context: contextOf(body),
        })),
        alsoPossible: [
          ...(isStale ? ['stale' as const] : []),
          ...(operation === 'BatchGetItem' ? ['part' as const] : []),
        ],
      };
    },
    carryOut(request, fault) {
      const [operation, body] = read(request);
      const text = request.body.toString('utf8');
      if (fault?.kind === 'stale' && stale) return stale.handle(operation, text);
      if (fault?.kind === 'part') return someKeys(tables, body, fault);
      return tables.handle(operation, text);
    },
    error: jsonErrors({
      denied: [400, 'AccessDeniedException'],
      throttled: [400, 'ProvisionedThroughputExceededException'],
      internal: [500, 'InternalServerError'],
      invalid: [400, 'ValidationException'],
    }),
  };
}

function read({ headers, body }: AwsRequest): [operation: string, body: Body] {
  const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.');
  return [operation, Body.parse(JSON.parse(body.toString('utf8')))];
}

/** An index is never read consistently. */
const isConsistent = ({ ConsistentRead, RequestItems }: Body): boolean =>
  ConsistentRead === true ||
  (RequestItems !== undefined &&
    Object.values(BatchRead.parse(RequestItems)).every((one) => one.ConsistentRead === true));

/** The partition of a call about one item, by which a policy may tell it from others. */
function contextOf({ Item, Key }: Body): Record<string, string> {
  const partition = (Item ?? Key)?.pk?.S;
  return partition === undefined ? {} : { 'dynamodb:leadingkeys': partition };
}

function resourcesOf({ TableName, IndexName, RequestItems }: Body): string[] {
  const table = (name: string) => `arn:aws:dynamodb:${here.region}:${here.account}:table/${name}`;
  if (RequestItems) return Object.keys(RequestItems).map(table);
  return [IndexName ? `${table(TableName ?? '')}/index/${IndexName}` : table(TableName ?? '')];
}

/** Reads a share of the keys; the others come back unprocessed, as they do when a table is throttled. */
async function someKeys(tables: Tables, { RequestItems = {}, ...rest }: Body, { extent }: Fault) {
  const part = (from: number, to: number) =>
    Object.fromEntries(
      Object.entries(BatchRead.parse(RequestItems)).flatMap(([table, { Keys = [], ...options }]) => {
        const keys = Keys.slice(Math.ceil(from * Keys.length), Math.ceil(to * Keys.length));
        return keys.length > 0 ? [[table, { ...options, Keys: keys }]] : [];
      }),
    );
  // At least one is read, so that a caller who asks again comes to an end.
  const share = Math.max(extent, 0.01);
  const answer = await tables.handle(
    'BatchGetItem',
    JSON.stringify({ ...rest, RequestItems: part(0, share) }),
  );
  const read = z.looseObject({}).parse(JSON.parse(answer.body));
  return { ...answer, body: JSON.stringify({ ...read, UnprocessedKeys: part(share, 1) }) };
}
