import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { awsClient } from './aws.ts';

/** The DynamoDB client of this function; the one place that makes it. */
const client = DynamoDBDocumentClient.from(new DynamoDBClient(awsClient), {
  marshallOptions: { removeUndefinedValues: true },
});

export type Key = { pk: string; sk: string };
type Item = Record<string, unknown>;
export type Condition = {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
};

/** What became of a conditional write: `item` on success (see each call), else `inTheWay`. */
type Outcome = { item?: Item; inTheWay?: Item };

/** BatchWriteItem takes so many at once. */
const mostWrites = 25;

/** A table: the few ways in which this product reads and writes one. */
export type Table = ReturnType<typeof tableOf>;
export function tableOf(TableName: string) {
  return {
    /** A consistent read of one item. */
    async get(Key: Key): Promise<Item | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item;
    },

    /** Consistent reads of up to a hundred items, in no order; those that don't exist are left out. */
    async getAll(Keys: Key[]): Promise<Item[]> {
      const found: Item[] = [];
      for (let left = Keys; left.length > 0; ) {
        const RequestItems = { [TableName]: { Keys: left.slice(0, 100), ConsistentRead: true } };
        const answer = await client.send(new BatchGetCommand({ RequestItems }));
        found.push(...(answer.Responses?.[TableName] ?? []));
        const unread = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
        left = [...unread.map((key) => ({ pk: String(key.pk), sk: String(key.sk) })), ...left.slice(100)];
      }
      return found;
    },

    /** Writes an item. With a condition: answers the item it replaced, or the one that was in its way. */
    async put(Item: Item, condition?: Condition): Promise<Outcome> {
      const request = { TableName, Item, ...conditionParams(condition), ReturnValues: 'ALL_OLD' as const };
      return conditionally(client.send(new PutCommand(request)));
    },

    /** Removes an item, if it is there. */
    async remove(Key: Key): Promise<void> {
      await client.send(new DeleteCommand({ TableName, Key }));
    },

    /** Writes and removes any number of items, in no order; what an error leaves undone is known to nobody. */
    async writeAll(puts: Item[], removals: Key[]): Promise<void> {
      let left = [
        ...puts.map((Item) => ({ PutRequest: { Item } })),
        ...removals.map((Key) => ({ DeleteRequest: { Key } })),
      ];
      while (left.length > 0) {
        const RequestItems = { [TableName]: left.slice(0, mostWrites) };
        const answer = await client.send(new BatchWriteCommand({ RequestItems }));
        left = [...((answer.UnprocessedItems?.[TableName] ?? []) as typeof left), ...left.slice(mostWrites)];
      }
    },

    /** Updates an item under a condition; answers the new item, or the one that was in the way. */
    async update(Key: Key, update: string, condition: Condition): Promise<Outcome> {
      const request = {
        TableName,
        Key,
        UpdateExpression: update,
        ...conditionParams(condition),
        ReturnValues: 'ALL_NEW' as const,
      };
      return conditionally(client.send(new UpdateCommand(request)));
    },

    /** One page of a query. `next` is the key to start after, undefined on the last page. */
    async query(query: Omit<QueryCommandInput, 'TableName'>): Promise<{ items: Item[]; next?: Item }> {
      const answer = await client.send(new QueryCommand({ TableName, ...query }));
      return { items: answer.Items ?? [], ...(answer.LastEvaluatedKey && { next: answer.LastEvaluatedKey }) };
    },

    /** How many items a query finds. */
    async count(query: Omit<QueryCommandInput, 'TableName' | 'Select'>): Promise<number> {
      let count = 0;
      for (let start: Item | undefined, first = true; first || start; first = false) {
        const page = {
          TableName,
          ...query,
          Select: 'COUNT' as const,
          ...(start && { ExclusiveStartKey: start }),
        };
        const answer = await client.send(new QueryCommand(page));
        count += answer.Count ?? 0;
        start = answer.LastEvaluatedKey;
      }
      return count;
    },
  };
}

function conditionParams(condition: Condition | undefined) {
  if (!condition) return {};
  return {
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: condition.names,
    ExpressionAttributeValues: condition.values,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

async function conditionally(sent: Promise<{ Attributes?: Item }>): Promise<Outcome> {
  try {
    const { Attributes } = await sent;
    return Attributes ? { item: Attributes } : {};
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      return { inTheWay: error.Item ? unmarshall(error.Item) : {} };
    throw error;
  }
}
