/** A table in memory behind a mocked client: the few requests of `shared/table.ts`, conditions included. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
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
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';

type Item = Record<string, unknown>;
type Values = Record<string, unknown> | undefined;
const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

/** Each condition expression of the product, in JavaScript. An unknown one fails the test that met it. */
const conditions: [RegExp, (item: Item | undefined, values: Values) => boolean][] = [
  [/^attribute_not_exists\(pk\)$/, (item) => !item],
  [
    /^#id = :id AND #at = :at$/,
    (item, values) => item?.id === values?.[':id'] && item?.at === values?.[':at'],
  ],
  [
    /^#reference = :reference AND size\(#takers\) = :takers$/,
    (item, values) =>
      item?.reference === values?.[':reference'] &&
      Array.isArray(item?.takers) &&
      item.takers.length === values?.[':takers'],
  ],
  [
    /^#state IN \(:awaiting, :checking\)$/,
    (item, values) =>
      item !== undefined && [values?.[':awaiting'], values?.[':checking']].includes(item.state),
  ],
  [/^#state = :checking$/, (item, values) => item?.state === values?.[':checking']],
  [/^attribute_exists\(pk\)$/, (item) => item !== undefined],
  [/^attribute_exists\(#at\)$/, (item) => item?.at !== undefined],
  [
    /^attribute_not_exists\(#at\) OR #at < :at$/,
    (item, values) => item?.at === undefined || Number(item.at) < Number(values?.[':at']),
  ],
  [
    /^#version = :version AND \(attribute_not_exists\(takenUntil\) OR takenUntil < :now\)$/,
    (item, values) =>
      item?.version === values?.[':version'] && !(Number(item?.takenUntil) >= Number(values?.[':now'])),
  ],
  [/^attribute_not_exists\(pk\) OR #id = :id$/, (item, values) => !item || item.id === values?.[':id']],
  [/^#version = :before$/, (item, values) => item?.version === values?.[':before']],
  [/^#version = :version$/, (item, values) => item?.version === values?.[':version']],
  [
    /^#version = :version AND attribute_not_exists\(awaiting\)$/,
    (item, values) => item?.version === values?.[':version'] && !item?.awaiting,
  ],
  [
    /heldUntil < :now/,
    (item, values) =>
      !item ||
      Number(item.expiresAt) < Number(values?.[':seconds']) ||
      (!item.answer &&
        Number(item.heldUntil) < Number(values?.[':now']) &&
        item.fingerprint === values?.[':fingerprint']),
  ],
];

export function fakeTable() {
  const items = new Map<string, Item>();
  const client = mockClient(DynamoDBDocumentClient);

  const check = (item: Item | undefined, expression: string | undefined, values: Values) => {
    if (!expression) return;
    const condition = conditions.find(([pattern]) => pattern.test(expression));
    if (!condition) throw new Error(`The fake table doesn't know the condition ${expression}`);
    if (condition[1](item, values)) return;
    throw new ConditionalCheckFailedException({
      message: 'The conditional request failed',
      $metadata: {},
      ...(item && { Item: marshall(item, { removeUndefinedValues: true }) }),
    });
  };

  client.on(GetCommand).callsFake(({ Key }) => ({ Item: items.get(keyOf(Key)) }));
  client.on(DeleteCommand).callsFake(({ Key }) => {
    items.delete(keyOf(Key));
    return {};
  });
  client.on(PutCommand).callsFake(({ Item, ConditionExpression, ExpressionAttributeValues }) => {
    const before = items.get(keyOf(Item));
    check(before, ConditionExpression, ExpressionAttributeValues);
    items.set(keyOf(Item), Item);
    return before ? { Attributes: before } : {};
  });
  client
    .on(UpdateCommand)
    .callsFake(({ Key, UpdateExpression, ConditionExpression, ExpressionAttributeValues }) => {
      const item = items.get(keyOf(Key));
      check(item, ConditionExpression, ExpressionAttributeValues);
      const updated = updates(UpdateExpression, { ...Key, ...item }, ExpressionAttributeValues);
      items.set(keyOf(Key), updated);
      return { Attributes: updated };
    });
  client.on(BatchGetCommand).callsFake(({ RequestItems }) => {
    const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries<{ Keys: Item[] }>(RequestItems);
    return { Responses: { [name]: Keys.map((key) => items.get(keyOf(key))).filter((item) => item) } };
  });
  client.on(BatchWriteCommand).callsFake(({ RequestItems }) => {
    for (const { PutRequest, DeleteRequest } of Object.values<BatchWrite[]>(RequestItems).flat()) {
      if (PutRequest) items.set(keyOf(PutRequest.Item), PutRequest.Item);
      if (DeleteRequest) items.delete(keyOf(DeleteRequest.Key));
    }
    return {};
  });
  client.on(QueryCommand).callsFake((query) => answerTo(query, [...items.values()]));
  return { items, client };
}

type BatchWrite = { PutRequest?: { Item: Item }; DeleteRequest?: { Key: Item } };

/** What a query of the product finds, in the order and to the limit that it asks for. */
function answerTo(query: QueryCommandInput, all: Item[]) {
  const { IndexName, ExpressionAttributeValues: values, ScanIndexForward = true, Limit } = query;
  const sort = sortKeys.get(IndexName ?? '') ?? 'sk';
  const conditions = (query.KeyConditionExpression ?? '').split(/ AND (?!:)/).map((one) => met(one, values));
  const found = all
    .filter((item) => conditions.every((isMet) => isMet(item)))
    .filter((item) => !query.FilterExpression || String(item.words).includes(String(values?.[':words'])))
    .sort((a, b) => (String(a[sort]) < String(b[sort]) === ScanIndexForward ? -1 : 1));
  const Items = found.slice(0, Limit);
  const Count = Items.length;
  return Count < found.length ? { Items, Count, LastEvaluatedKey: keysOf(Items.at(-1)) } : { Items, Count };
}

const keysOf = (item: Item | undefined) => ({ pk: item?.pk, sk: item?.sk });

const sortKeys = new Map([
  ['by-creation', 'listedAt'],
  ['live-by-date', 'liveDate'],
  ['live-by-publication', 'livePublished'],
  ['pending', 'pendingSince'],
  ['due', 'dueAt'],
  ['unindexed', 'unindexedSince'],
]);

/** A condition of a key: `name = :value`, `name < :value`, `name BETWEEN :a AND :b` or `begins_with(name, :value)`. */
function met(condition: string, values: Values): (item: Item) => boolean {
  const [, name = '', compared = '', first = '', last = ''] =
    /(\w+)(,| =| <| >| BETWEEN) ?(:\w+)(?: AND (:\w+))?/.exec(condition) ?? [];
  const [wanted, until] = [String(values?.[first]), String(values?.[last])];
  const comparison = {
    ',': (is: string) => is.startsWith(wanted),
    ' =': (is: string) => is === wanted,
    ' <': (is: string) => is < wanted,
    ' >': (is: string) => is > wanted,
    ' BETWEEN': (is: string) => is >= wanted && is <= until,
  }[compared];
  if (!comparison) throw new Error(`The fake table doesn't know the condition ${condition}`);
  return (item) => item[name] !== undefined && comparison(String(item[name]));
}

/** Each update expression of the product, in JavaScript. */
function updates(expression: string, item: Item, values: Record<string, never>): Item {
  const number = Number(item.number ?? 0) + 1;
  if (expression === 'SET #at = :at ADD #number :one') return { ...item, at: values[':at'], number };
  if (expression === 'ADD #number :one, #at :one') return { ...item, at: Number(item.at) + 1, number };
  if (expression === 'DELETE awaiting :channel') return without(item, values[':channel'] ?? new Set());
  if (expression === 'SET #state = :checking') return { ...item, state: values[':checking'] };
  if (expression.startsWith('SET #state = :state, sha256 = :sha256'))
    return { ...item, state: values[':state'], sha256: values[':sha256'], reason: values[':reason'] };
  if (expression === 'SET isKept = :true REMOVE expiresAt') return kept(item);
  if (expression === 'REMOVE pending, pendingSince') return settled(item);
  if (expression === 'SET takenUntil = :until') return { ...item, takenUntil: values[':until'] };
  if (expression === 'REMOVE takenUntil') return { ...item, takenUntil: undefined };
  if (expression === 'REMOVE unindexed, unindexedSince') return indexed(item);
  throw new Error(`The fake table doesn't know the update ${expression}`);
}

function without({ awaiting, ...item }: Item = {}, channel: Set<string>): Item {
  const left = new Set([...(awaiting instanceof Set ? awaiting : [])].filter((one) => !channel.has(one)));
  return left.size > 0 ? { ...item, awaiting: left } : item;
}

function settled({ pending: _, pendingSince: __, ...item }: Item = {}): Item {
  return item;
}

function kept({ expiresAt: _, ...item }: Item = {}): Item {
  return { ...item, isKept: true };
}

function indexed({ unindexed: _, unindexedSince: __, ...item }: Item = {}): Item {
  return item;
}
