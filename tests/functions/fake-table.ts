/** A table in memory behind a mocked client: the few requests of `shared/table.ts`, conditions included. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
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
      const updated = UpdateExpression.startsWith('DELETE awaiting')
        ? without(item, ExpressionAttributeValues[':channel'])
        : settled(item);
      items.set(keyOf(Key), updated);
      return { Attributes: updated };
    });
  client.on(BatchGetCommand).callsFake(({ RequestItems }) => {
    const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries<{ Keys: Item[] }>(RequestItems);
    return { Responses: { [name]: Keys.map((key) => items.get(keyOf(key))).filter((item) => item) } };
  });
  client.on(QueryCommand).callsFake(({ IndexName, ExpressionAttributeValues: values }) => {
    const all = [...items.values()];
    if (IndexName === 'pending')
      return { Items: all.filter((item) => String(item.pendingSince) < values[':before']) };
    if (IndexName === 'by-creation')
      return {
        Items: newest(
          all.filter((item) => item.listed),
          'listedAt',
        ),
      };
    if (IndexName)
      return {
        Items: newest(
          all.filter((item) => item.liveIn === values[':language']),
          'liveDate',
        ),
      };
    return {
      Items: all.filter(
        (item) => item.pk === values[':statement'] && String(item.sk).startsWith(values[':entries']),
      ),
    };
  });
  return { items, client };
}

const newest = (items: Item[], by: string) => items.sort((a, b) => (String(a[by]) < String(b[by]) ? 1 : -1));

function without({ awaiting, ...item }: Item = {}, channel: Set<string>): Item {
  const left = new Set([...(awaiting instanceof Set ? awaiting : [])].filter((one) => !channel.has(one)));
  return left.size > 0 ? { ...item, awaiting: left } : item;
}

function settled({ pending: _, pendingSince: __, ...item }: Item = {}): Item {
  return item;
}
