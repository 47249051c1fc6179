import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/indexer/handler.ts';
import { changedEvent, publicEvent } from '../../../shared/events.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { withLive } from '../../shared/statement/sample.ts';
import { fakeTable } from '../fake-table.ts';
import { corrected, messageOf, published } from '../publish.ts';

let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  table = fakeTable();
});
afterEach(() => table.client.restore());

const told = (head: Head) => messageOf(publicEvent(withLive(head)));
const isUnindexed = () => [...table.items.values()].some(({ unindexed }) => unindexed !== undefined);
const words = () => [...table.items.values()].map((item) => item.words ?? '').join();

it('posts what a statement says, and takes off the mark that it isn’t there', async () => {
  const head = await published('reef', { body: 'Whales were seen.' });
  expect(isUnindexed()).toBe(true);
  expect(await handler({ Records: [told(head)] })).toEqual({ batchItemFailures: [] });
  expect([isUnindexed(), words().includes(' whales ')]).toEqual([false, true]);
});

it('posts the newest text, in whatever order it hears of the changes, and once', async () => {
  const before = await published('reef', { body: 'Whales were seen.' });
  const after = await corrected(before, { body: 'Dolphins were seen.' });
  await handler({ Records: [told(after)] });
  table.client.resetHistory();
  await handler({ Records: [told(before)] });
  await handler({ Records: [messageOf(changedEvent(after, after.createdAt))] });
  expect(table.client.commandCalls(BatchWriteCommand)).toEqual([]);
  expect([words().includes('dolphins'), words().includes('whales')]).toEqual([true, false]);
});

it('leaves the mark on a statement that it could not post', async () => {
  const head = await published('reef');
  table.client.on(BatchWriteCommand).rejects(new Error('no'));
  expect((await handler({ Records: [told(head)] })).batchItemFailures).toHaveLength(1);
  expect(isUnindexed()).toBe(true);
});
