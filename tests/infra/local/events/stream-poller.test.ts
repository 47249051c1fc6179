import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { Clock } from '../../../../infra/local/clock.ts';
import { StreamMapping, StreamPoller } from '../../../../infra/local/events/stream-poller.ts';
import { StreamLog } from '../../../../infra/local/stores/stream-log.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { queue, queueArn } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { temporary } from '../temporary.ts';
import { targetOf } from './target-in-test.ts';

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

type Options = {
  log?: StreamLog;
  permissions?: ReturnType<typeof allowingAllBut>;
  faults?: ReturnType<typeof planned>;
};

/** A stream with these changes, and a poller that hands them to this handler; `calls` are the ids of each call. */
async function polled(
  handle: (records: Records) => unknown,
  ids: string[],
  { log = new StreamLog(':memory:'), permissions = allowingAllBut(), faults = planned() }: Options = {},
) {
  const stores = await storesWith([queue('dead')]);
  for (const id of ids) change(log, id);
  const calls: string[][] = [];
  const target = targetOf((event) => {
    const { Records } = Event.parse(event);
    calls.push(idsOf(Records));
    return handle(Records);
  });
  const clock = new Clock(temporary());
  const options = { log, stores, target, permissions, faults, clock, table: 'heads' };
  const poller = new StreamPoller({ ...options, mapping: StreamMapping.parse(mapping) });
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
      { log },
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
    const { calls, left } = await polled(good, ['here'], { log });
    await expect.poll(left).toBe(0);
    expect(calls).toEqual([['here']]);
  });

  it('are taken up from where the last run ended', async () => {
    const log = new StreamLog(':memory:');
    const first = await polled(good, ['a', 'b'], { log });
    await expect.poll(first.left).toBe(0);
    await first.poller.stop();
    const second = await polled(good, ['c'], { log });
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

describe('a role that may not', () => {
  it.each(['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords'])(
    'dynamodb:%s leaves the stream alone',
    async (action) => {
      const permissions = allowingAllBut(`dynamodb:${action}`);
      const { calls, left } = await polled(good, ['a'], { permissions });
      await expect.poll(() => permissions.refusals).not.toEqual([]);
      expect([left(), calls]).toEqual([1, []]);
    },
  );

  it('is given records once it may', async () => {
    const permissions = allowingAllBut('dynamodb:*');
    const { calls, left } = await polled(good, ['a'], { permissions });
    await expect.poll(() => permissions.refusals).not.toEqual([]);
    permissions.withhold(['denied.0']);
    await expect.poll(left, { timeout: 5000 }).toBe(0);
    expect(calls).toEqual([['a']]);
  });

  it('send to the destination for failures loses what it gives up, and goes on', async () => {
    const permissions = allowingAllBut('sqs:SendMessage');
    const { calls, left, dead } = await polled(failAt('a'), ['a', 'b'], { permissions });
    await expect.poll(left, { timeout: 5000 }).toBe(0);
    expect([dead(), calls.at(-1)]).toEqual([[], ['b']]);
    expect(permissions.refusals[0]?.message).toContain(`sqs:SendMessage on resource: ${queueArn('dead')}`);
  });
});

it('a shard that replays begins again some records before, and goes on from there', async () => {
  const faults = planned({ site: 'worker stream', kind: 'replay', extent: 0.1 });
  const { calls, left } = await polled(good, ['a', 'b', 'c', 'd'], { faults });
  await expect.poll(left).toBe(0);
  expect(calls).toEqual([
    ['a', 'b', 'c', 'd'],
    ['c', 'd'],
  ]);
});

it.each([
  ['a setting', { ParallelizationFactor: 2 }, 'ParallelizationFactor'],
  ['a starting position', { StartingPosition: 'LATEST' }, 'StartingPosition'],
  ['a window', { MaximumBatchingWindowInSeconds: 1 }, 'MaximumBatchingWindowInSeconds'],
  ['a batch', { BatchSize: 10_001 }, 'BatchSize'],
  ['tries without end', { MaximumRetryAttempts: -1 }, 'MaximumRetryAttempts'],
])('a mapping with %s that can not be honoured is refused', (_, changes, message) => {
  expect(() => StreamMapping.parse({ ...mapping, ...changes })).toThrow(message);
});
