import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { StaleTables } from '../../../../infra/local/stores/stale-tables.ts';
import { temporary } from '../temporary.ts';
import { startTables, tableName as TableName, table } from './tables-in-test.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});
const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

const Key = { pk: { S: 'STATEMENT#1' }, sk: { S: 'HEAD' } };
const item = (title: string) => ({ ...Key, listed: { S: 'all' }, title: { S: title } });

/** A table that has these items at the start of its stale copy. */
async function started(...items: object[]) {
  const { call, tables, log, stop } = await startTables(temporary());
  for (const Item of items) await call('PutItem', { Item });
  const stale = await StaleTables.open({ resources: [table()] }, tables, log);
  onTestFinished(async () => {
    await stale.close();
    await stop();
  });
  const read = async (operation: string, request: object) => {
    const { status, body } = await stale.handle(operation, JSON.stringify({ TableName, ...request }));
    expect(status).toBe(200);
    return JSON.parse(body);
  };
  return {
    call,
    title: async () => (await read('GetItem', { Key })).Item?.title.S,
    listed: async () => {
      const values = { ExpressionAttributeValues: { ':all': { S: 'all' } } };
      const query = { IndexName: 'by-list', KeyConditionExpression: 'listed = :all', ...values };
      return (await read('Query', query)).Items.map(({ title }: { title: { S: string } }) => title.S);
    },
  };
}

describe('a stale read', () => {
  it('has what was there when the stack started', async () => {
    const { title, listed } = await started(item('old'));
    expect(await title()).toBe('old');
    expect(await listed()).toEqual(['old']);
  });

  it('sees a write two seconds late, by its key and in an index', async () => {
    const { call, title, listed } = await started(item('old'));
    await call('PutItem', { Item: item('new') });
    later(1999);
    expect([await title(), await listed()]).toEqual(['old', ['old']]);
    later(1);
    expect([await title(), await listed()]).toEqual(['new', ['new']]);
  });

  it('sees the state of its moment among many', async () => {
    const { call, title } = await started();
    for (const name of ['a', 'b', 'c']) {
      await call('PutItem', { Item: item(name) });
      later(1000);
    }
    expect(await title()).toBe('b');
  });

  it('sees an item that is gone, until it is gone there too', async () => {
    const { call, title, listed } = await started(item('old'));
    await call('DeleteItem', { Key });
    expect(await listed()).toEqual(['old']);
    later(2000);
    expect([await title(), await listed()]).toEqual([undefined, []]);
  });
});
