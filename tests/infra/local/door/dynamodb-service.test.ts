import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tableName as TableName } from '../stores/tables-in-test.ts';
import { doorFor } from './door-in-test.ts';

const keyOf = (id: string) => ({ pk: { S: id }, sk: { S: 'HEAD' } });
const item = (id: string) => ({ ...keyOf(id), listed: { S: 'all' } });

describe('a stale read', () => {
  const get = (ConsistentRead?: boolean) =>
    new GetItemCommand({ TableName, Key: keyOf('new'), ConsistentRead });
  const query = new QueryCommand({
    TableName,
    IndexName: 'by-list',
    KeyConditionExpression: 'listed = :all',
    ExpressionAttributeValues: { ':all': { S: 'all' } },
  });
  const batch = (ConsistentRead: boolean) =>
    new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: [keyOf('new')], ConsistentRead } } });

  /** A door whose next call of this operation answers as of two seconds ago; an item has just been written. */
  async function stale(operation: string) {
    const door = await doorFor(undefined, { isStale: true });
    const client = door.dynamo();
    await client.send(new PutItemCommand({ TableName, Item: item('new') }));
    door.plan({ site: `api dynamodb:${operation}`, kind: 'stale' });
    return client;
  }

  it('by key has not seen what was just written, and the next one has', async () => {
    const client = await stale('GetItem');
    expect((await client.send(get())).Item).toBeUndefined();
    expect((await client.send(get())).Item).toEqual(item('new'));
  });

  it('is never a consistent one', async () => {
    const client = await stale('GetItem');
    expect((await client.send(get(true))).Item).toEqual(item('new'));
    expect((await client.send(get(false))).Item).toBeUndefined();
  });

  it('is what an index may answer', async () => {
    const client = await stale('Query');
    expect((await client.send(query)).Items).toEqual([]);
    expect((await client.send(query)).Items).toEqual([item('new')]);
  });

  it('is a batch that is not consistent', async () => {
    const client = await stale('BatchGetItem');
    expect((await client.send(batch(true))).Responses?.[TableName]).toEqual([item('new')]);
    expect((await client.send(batch(false))).Responses?.[TableName]).toEqual([]);
  });

  it('sees what was written two seconds ago', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const client = await stale('GetItem');
    vi.setSystemTime(Date.now() + 2000);
    expect((await client.send(get())).Item).toEqual(item('new'));
  });

  it('is no write', async () => {
    const client = await stale('UpdateItem');
    const command = new UpdateItemCommand({
      TableName,
      Key: keyOf('new'),
      UpdateExpression: 'SET #read = :yes',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#read': 'read' },
      ExpressionAttributeValues: { ':yes': { BOOL: true } },
    });
    await expect(client.send(command)).resolves.toBeDefined();
  });
});

describe('a batch that is answered in part', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const ask = (keys: string[]) =>
    new BatchGetItemCommand({
      RequestItems: { [TableName]: { Keys: keys.map(keyOf), ConsistentRead: true } },
    });

  /** The ids that were read, and those that came back, when this share of the batch is read. */
  async function partly(extent: number, keys = ids) {
    const { dynamo, plan } = await doorFor();
    const client = dynamo();
    for (const id of ids) await client.send(new PutItemCommand({ TableName, Item: item(id) }));
    plan({ site: 'api dynamodb:BatchGetItem', kind: 'part', extent });
    const { Responses, UnprocessedKeys } = await client.send(ask(keys));
    return {
      read: Responses?.[TableName]?.map(({ pk }) => pk?.S).toSorted(),
      left: UnprocessedKeys?.[TableName],
      client,
    };
  }

  it('gives the rest back, as it was asked for', async () => {
    const { read, left } = await partly(0.5);
    expect(read).toEqual(['a', 'b']);
    expect(left).toEqual({ Keys: ['c', 'd'].map(keyOf), ConsistentRead: true });
  });

  it('always has something, so that who asks again comes to an end', async () => {
    expect(await partly(0)).toMatchObject({ read: ['a'], left: { Keys: ['b', 'c', 'd'].map(keyOf) } });
    expect(await partly(0, ['b'])).toMatchObject({ read: ['b'], left: undefined });
  });

  it('may be whole', async () => {
    expect(await partly(1)).toMatchObject({ read: ids, left: undefined });
  });

  it('is whole by what is asked for again', async () => {
    const { left, client } = await partly(0.3);
    const { Responses } = await client.send(ask(left?.Keys?.map(({ pk }) => pk?.S ?? '') ?? []));
    expect(Responses?.[TableName]).toHaveLength(2);
  });
});

it('asks for the right to read every table of a batch', async () => {
  const table = `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`;
  const { dynamo } = await doorFor([{ Action: 'dynamodb:BatchGetItem', Resource: table }]);
  const RequestItems = { [TableName]: { Keys: [keyOf('a')] }, others: { Keys: [keyOf('a')] } };
  await expect(dynamo().send(new BatchGetItemCommand({ RequestItems }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(':table/others'),
  });
});
