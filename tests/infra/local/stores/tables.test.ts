import { describe, expect, it, onTestFinished } from 'vitest';
import { temporary } from '../temporary.ts';
import { startTables } from './tables-in-test.ts';

const Key = { pk: { S: 'STATEMENT#1' }, sk: { S: 'HEAD' } };
const item = (count: number) => ({ ...Key, count: { N: String(count) } });
const increment = {
  Key,
  UpdateExpression: 'ADD #count :one',
  ExpressionAttributeNames: { '#count': 'count' },
  ExpressionAttributeValues: { ':one': { N: '1' } },
};

async function started(folder = temporary(), properties: Record<string, unknown> = {}) {
  const tables = await startTables(folder, properties);
  onTestFinished(tables.stop);
  const records = () =>
    tables.log.read('test', 'heads', 1000).map(({ keys, before, after }) => ({ keys, before, after }));
  return { ...tables, records };
}

describe('a write', () => {
  it('is in the stream with both images, whatever it did', async () => {
    const { call, records } = await started();
    await call('PutItem', { Item: item(1) });
    await call('UpdateItem', increment);
    await call('DeleteItem', { Key });
    expect(records()).toEqual([
      { keys: Key, before: undefined, after: item(1) },
      { keys: Key, before: item(1), after: item(2) },
      { keys: Key, before: item(2), after: undefined },
    ]);
  });

  it('answers the image that was asked for, and no other', async () => {
    const { call } = await started();
    expect((await call('PutItem', { Item: item(1) })).body).toEqual({});
    const asked = { Item: item(2), ReturnValues: 'ALL_OLD' };
    expect((await call('PutItem', asked)).body).toEqual({ Attributes: item(1) });
    expect((await call('UpdateItem', increment)).body).toEqual({});
    const updated = { ...increment, ReturnValues: 'ALL_NEW' };
    expect((await call('UpdateItem', updated)).body).toEqual({ Attributes: item(4) });
  });

  it('whose condition failed is refused as DynamoDB refuses it, and is not in the stream', async () => {
    const { call, records } = await started();
    const { status, body } = await call('PutItem', {
      Item: item(1),
      ConditionExpression: 'attribute_exists(pk)',
    });
    expect(status).toBe(400);
    expect(body.__type).toContain('ConditionalCheckFailedException');
    expect(records()).toEqual([]);
  });

  it('is one link of a chain, though many write the item at one time', async () => {
    const { call, records } = await started();
    await Promise.all(Array.from({ length: 40 }, () => call('UpdateItem', increment)));
    const chain = records();
    expect(chain.map(({ after }) => after?.count)).toEqual(
      Array.from({ length: 40 }, (_, index) => ({ N: String(index + 1) })),
    );
    expect(chain.map(({ before }) => before)).toEqual([
      undefined,
      ...chain.slice(0, -1).map(({ after }) => after),
    ]);
  });
});

it('knows an item by its key, in whatever order that is written', async () => {
  const { call, records } = await started();
  const turned = { ...increment, Key: { sk: Key.sk, pk: Key.pk } };
  await Promise.all(
    Array.from({ length: 40 }, (_, index) => call('UpdateItem', index % 2 ? turned : increment)),
  );
  expect(records().map(({ before }) => before?.count ?? { N: '0' })).toEqual(
    Array.from({ length: 40 }, (_, index) => ({ N: String(index) })),
  );
});

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-items
describe('an item of more than 400 KB', () => {
  const text = { S: 'ق'.repeat(204_800) };
  const tooLarge = 'Item size has exceeded the maximum allowed size';

  it('is refused by the name of the limit', async () => {
    const { call, records } = await started();
    expect((await call('PutItem', { Item: { ...Key, text } })).body).toMatchObject({
      __type: expect.stringContaining('ValidationException'),
      message: expect.stringContaining(tooLarge),
    });
    expect(records()).toEqual([]);
  });

  it('is none that names and values fill to the last byte', async () => {
    const { call } = await started();
    const rest = Buffer.byteLength('pkSTATEMENT#1skHEADtext');
    const Item = { ...Key, text: { S: 'x'.repeat(409_600 - rest) } };
    expect((await call('PutItem', { Item })).status).toBe(200);
    expect((await call('PutItem', { Item: { ...Item, text: { S: `${Item.text.S}x` } } })).status).toBe(400);
  });

  it('does not come about by an update either', async () => {
    const { call } = await started();
    await call('PutItem', { Item: item(1) });
    const { status, body } = await call('UpdateItem', {
      Key,
      UpdateExpression: 'SET #text = :text',
      ExpressionAttributeNames: { '#text': 'text' },
      ExpressionAttributeValues: { ':text': text },
    });
    expect([status, body.message]).toEqual([
      400,
      expect.stringContaining('exceeded the maximum allowed size'),
    ]);
    expect((await call('GetItem', { Key })).body).toEqual({ Item: item(1) });
  });
});

describe('a read', () => {
  it('sees what was written, by key and by index', async () => {
    const { call } = await started();
    const Item = { ...item(1), listed: { S: 'all' } };
    await call('PutItem', { Item });
    expect((await call('GetItem', { Key })).body).toEqual({ Item });
    const query = {
      IndexName: 'by-list',
      KeyConditionExpression: 'listed = :all',
      ExpressionAttributeValues: { ':all': { S: 'all' } },
    };
    expect((await call('Query', query)).body.Items).toEqual([Item]);
  });
});

it('takes batches of writes for a table without a stream, and records none', async () => {
  const { call, tables, records } = await started(temporary(), { StreamSpecification: undefined });
  const RequestItems = { heads: [{ PutRequest: { Item: item(1) } }] };
  expect((await tables.handle('BatchWriteItem', JSON.stringify({ RequestItems }))).status).toBe(200);
  expect((await call('PutItem', { Item: item(2), ReturnValues: 'ALL_OLD' })).body).toEqual({
    Attributes: item(1),
  });
  expect(records()).toEqual([]);
});

it.each(['TransactWriteItems', 'BatchWriteItem', 'DeleteTable', 'ExecuteStatement'])(
  'refuses %s by name',
  async (operation) => {
    const { call } = await started();
    const { status, body } = await call(operation, { RequestItems: { heads: [] } });
    expect(status).toBe(400);
    expect(body.message).toContain(operation);
  },
);

it('does not start with a property that it can not honour, and names it', async () => {
  await expect(startTables(temporary(), { LocalSecondaryIndexes: [] })).rejects.toThrow(
    'LocalSecondaryIndexes',
  );
});

it('has everything after a restart', async () => {
  const folder = temporary();
  const first = await startTables(folder);
  await first.call('PutItem', { Item: item(7) });
  await first.stop();
  const second = await started(folder);
  expect((await second.call('GetItem', { Key })).body).toEqual({ Item: item(7) });
  expect(second.records()).toHaveLength(1);
});
