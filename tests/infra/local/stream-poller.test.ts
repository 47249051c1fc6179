import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { StreamLog } from '../../../infra/local/stream-log.ts';
import { StreamMapping, StreamPoller } from '../../../infra/local/stream-poller.ts';
import { functionOf } from './function-of.ts';
import { queue, queueArn, storesWith } from './stores-in-test.ts';

const Event = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        Keys: z.object({ id: z.object({ S: z.string() }) }),
      }),
    }),
  ),
});
type Records = z.output<typeof Event>['Records'];

const mapping = {
  BatchSize: 100,
  BisectBatchOnFunctionError: true,
  DestinationConfig: { OnFailure: { Destination: queueArn('dead') } },
  EventSourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/heads/stream/local',
  FilterCriteria: {
    Filters: [{ Pattern: '{"eventName":["INSERT"]}' }, { Pattern: '{"eventName":["MODIFY"]}' }],
  },
  FunctionName: 'relay',
  FunctionResponseTypes: ['ReportBatchItemFailures'],
  MaximumRetryAttempts: 3,
  StartingPosition: 'TRIM_HORIZON',
};

const idsOf = (records: Records) => records.map(({ dynamodb }) => dynamodb.Keys.id.S);
const change = (log: StreamLog, id: string, images: { before?: object; after?: object } = { after: {} }) => {
  const keys = { id: { S: id } };
  const image = (given?: object) => given && { ...keys, ...given };
  const whole = { keys, before: image(images.before), after: image(images.after) };
  log.conclude(log.announce('heads', keys), 'heads', whole);
};

/** A stream with these changes, and a poller that hands them to this handler; `calls` are the ids of each call. */
async function polled(handle: (records: Records) => unknown, ids: string[], log = new StreamLog(':memory:')) {
  const stores = await storesWith([queue('dead')]);
  for (const id of ids) change(log, id);
  const calls: string[][] = [];
  const fn = functionOf('');
  vi.spyOn(fn, 'invoke').mockImplementation(async (event) => {
    const { Records } = Event.parse(event);
    calls.push(idsOf(Records));
    return handle(Records);
  });
  const poller = new StreamPoller(log, stores, fn, StreamMapping.parse(mapping), 'heads');
  onTestFinished(() => poller.stop());
  const dead = () =>
    stores.server
      .inspectQueue('dead')
      ?.messages.ready.map(({ body }) => JSON.parse(body).DDBStreamBatchInfo.startSequenceNumber);
  const left = () => log.read('relay', 'heads', 1000).length;
  return { log, calls, poller, dead, left };
}

const good = () => ({ batchItemFailures: [] });
const failAt = (bad: string) => (records: Records) => ({
  batchItemFailures: records
    .filter(({ dynamodb }) => dynamodb.Keys.id.S === bad)
    .map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
});

describe('the changes of a table', () => {
  it('come in order, as the event that DynamoDB streams make of them', async () => {
    const log = new StreamLog(':memory:');
    change(log, 'a', { after: { n: { N: '1' } } });
    change(log, 'a', { before: { n: { N: '1' } }, after: { n: { N: '2' } } });
    let event: unknown;
    const { left } = await polled(
      (records) => {
        event = records;
        return good();
      },
      [],
      log,
    );
    await expect.poll(left).toBe(0);
    expect(event).toMatchObject([
      { eventName: 'INSERT', dynamodb: { SequenceNumber: '1' } },
      { eventName: 'MODIFY', dynamodb: { SequenceNumber: '2' } },
    ]);
  });

  it('reach the function at once, though it has been waiting for them', async () => {
    const { log, calls, left } = await polled(good, []);
    change(log, 'late');
    await expect.poll(left, { interval: 5 }).toBe(0);
    expect(calls).toEqual([['late']]);
  });

  it('that no filter passes are gone by without a call', async () => {
    const log = new StreamLog(':memory:');
    change(log, 'gone', { before: {} });
    const { calls, left } = await polled(good, ['here'], log);
    await expect.poll(left).toBe(0);
    expect(calls).toEqual([['here']]);
  });

  it('are taken up from where the last run ended', async () => {
    const log = new StreamLog(':memory:');
    const first = await polled(good, ['a', 'b'], log);
    await expect.poll(first.left).toBe(0);
    await first.poller.stop();
    const second = await polled(good, ['c'], log);
    await expect.poll(second.left).toBe(0);
    expect(second.calls).toEqual([['c']]);
  });
});

describe('a failure', () => {
  it('that is reported is tried again from that record on', async () => {
    let tries = 0;
    const { calls, left, dead } = await polled(
      (records) => (tries++ ? good() : failAt('b')(records)),
      ['a', 'b', 'c'],
    );
    await expect.poll(left).toBe(0);
    expect(calls).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
    expect(dead()).toEqual([]);
  });

  it('that goes on is given up after as many tries for the next record as for the first', async () => {
    const { calls, left, dead } = await polled(() => Promise.reject(new Error('no')), ['a', 'b']);
    await expect.poll(left, { timeout: 5000 }).toBe(0);
    expect(dead()).toEqual(['1', '2']);
    expect(calls.filter((ids) => ids.join() === 'b')).toHaveLength(4);
  });

  it('of a whole batch halves it, so that one bad record holds up no other for ever', async () => {
    const { calls, left, dead } = await polled(
      (records) => (idsOf(records).includes('c') ? Promise.reject(new Error('no')) : good()),
      ['a', 'b', 'c', 'd'],
    );
    await expect.poll(left, { timeout: 5000 }).toBe(0);
    expect(dead()).toEqual(['3']);
    expect(calls[1]).toEqual(['a', 'b']);
    expect(calls.at(-1)).toEqual(['d']);
    // The first try and three more.
    expect(calls.filter((ids) => ids.join() === 'c')).toHaveLength(4);
  });
});

it.each([
  ['a setting', { ...mapping, ParallelizationFactor: 2 }, 'ParallelizationFactor'],
  ['a starting position', { ...mapping, StartingPosition: 'LATEST' }, 'StartingPosition'],
])('a mapping with %s that can not be honoured is refused', (_, given, message) => {
  expect(() => StreamMapping.parse(given)).toThrow(message);
});
