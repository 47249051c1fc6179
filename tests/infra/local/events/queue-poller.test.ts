import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { QueueMapping, QueuePoller } from '../../../../infra/local/events/queue-poller.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { fifo, queue, queueArn, redrivenTo } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { targetOf } from './target-in-test.ts';

const Event = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
type Records = z.output<typeof Event>['Records'];

const mapping = {
  BatchSize: 10,
  EventSourceArn: queueArn('work'),
  FunctionName: 'worker',
  FunctionResponseTypes: ['ReportBatchItemFailures'],
};

type Options = {
  maxReceiveCount?: number;
  permissions?: ReturnType<typeof allowingAllBut>;
  faults?: ReturnType<typeof planned>;
};

/**
 * A queue that tries again after a second, its dead-letter queue, and a poller that hands its messages to this handler.
 */
async function polled(
  handle: (records: Records) => unknown,
  bodies: string[],
  { maxReceiveCount = 2, permissions = allowingAllBut(), faults = planned() }: Options = {},
) {
  const work = queue('work', { VisibilityTimeout: 1, ...redrivenTo('dead', maxReceiveCount) });
  const stores = await storesWith([work, queue('dead')]);
  for (const body of bodies) stores.send(queueArn('work'), body);
  const target = targetOf((event) => handle(Event.parse(event).Records));
  const poller = new QueuePoller({
    stores,
    target,
    mapping: QueueMapping.parse(mapping),
    queueUrl: work.physicalId,
    permissions,
    faults,
  });
  onTestFinished(() => poller.stop());
  const depths = () => [stores.depth(queueArn('work')), stores.depth(queueArn('dead'))];
  const dead = () => stores.server.inspectQueue('dead')?.messages.ready.map((message) => message.body);
  return { stores, invoke: target.invoke, poller, depths, dead, permissions };
}

const empty = { waiting: 0, inFlight: 0, oldestSeconds: 0 };
const failuresOf = (records: Records) => ({
  batchItemFailures: records
    .filter(({ body }) => body.startsWith('bad'))
    .map(({ messageId }) => ({ itemIdentifier: messageId })),
});

describe('the messages of a queue', () => {
  it('come as the event that Lambda makes of them, and go when they are handled', async () => {
    const { invoke, depths } = await polled(failuresOf, ['a']);
    await expect.poll(depths).toEqual([empty, empty]);
    expect(invoke).toHaveBeenCalledTimes(1);
    expect(invoke.mock.calls[0]?.[0]).toMatchObject({
      Records: [
        {
          messageId: expect.any(String),
          receiptHandle: expect.any(String),
          body: 'a',
          attributes: { ApproximateReceiveCount: '1' },
          eventSource: 'aws:sqs',
          eventSourceARN: queueArn('work'),
          awsRegion: 'us-east-1',
        },
      ],
    });
  });

  it('reach the function at once, though it has been waiting for them', async () => {
    const { stores, invoke } = await polled(failuresOf, []);
    const seen = new Promise((resolve) => invoke.mockImplementation(async () => resolve(performance.now())));
    const sent = performance.now();
    stores.send(queueArn('work'), 'late');
    expect(Number(await seen) - sent).toBeLessThan(1000);
  });

  it('that were reported as failed are tried again and end in the dead-letter queue, alone', async () => {
    const { depths, dead } = await polled(failuresOf, ['good 1', 'bad', 'good 2']);
    await expect.poll(depths, { timeout: 15_000 }).toMatchObject([empty, { waiting: 1, inFlight: 0 }]);
    expect(dead()).toEqual(['bad']);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['answers something else', () => ({ failures: 1 })],
  ])('stay when the function %s', async (_, handle) => {
    const { dead } = await polled(handle, ['a', 'b']);
    await expect.poll(() => dead()?.toSorted(), { timeout: 15_000 }).toEqual(['a', 'b']);
  });

  it('that fail once are done by the next try', async () => {
    let tries = 0;
    const { depths } = await polled((records) => (tries++ ? failuresOf(records) : undefined), ['a'], {
      maxReceiveCount: 5,
    });
    await expect.poll(depths, { timeout: 15_000 }).toEqual([empty, empty]);
    expect(tries).toBe(2);
  });
});

it('gives back what it could not handle when it stops', async () => {
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { poller, invoke } = await polled(async () => {
    begun.resolve();
    await end.promise;
    throw new Error('no');
  }, ['a']);
  await begun.promise;
  const stopped = poller.stop();
  end.resolve();
  await expect(stopped).resolves.toBeUndefined();
  expect(invoke).toHaveBeenCalledTimes(1);
});

it('stops without waiting for messages to come', async () => {
  const { poller } = await polled(failuresOf, []);
  const begun = performance.now();
  await poller.stop();
  expect(performance.now() - begun).toBeLessThan(1000);
});

describe('a role that may not', () => {
  it.each(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'])(
    '%s leaves the queue alone',
    async (action) => {
      const permissions = allowingAllBut(action);
      const { invoke, depths } = await polled(failuresOf, ['a'], { permissions });
      await expect.poll(() => permissions.refusals).not.toEqual([]);
      expect([depths()[0], invoke.mock.calls]).toMatchObject([{ waiting: 1 }, []]);
      expect(permissions.refusals[0]?.message).toContain(
        `perform: ${action} on resource: ${queueArn('work')}`,
      );
    },
  );

  it('is given messages once it may', async () => {
    const permissions = allowingAllBut('sqs:*');
    const { depths } = await polled(failuresOf, ['a'], { permissions });
    await expect.poll(() => permissions.refusals).not.toEqual([]);
    permissions.withhold(['denied.0']);
    await expect.poll(depths, { timeout: 5000 }).toEqual([empty, empty]);
  });
});

describe('a fault', () => {
  it('of a duplicate brings what was handled again', async () => {
    const faults = planned({ site: 'worker queue', kind: 'duplicate' });
    const { invoke, depths } = await polled(failuresOf, ['a'], { faults });
    await expect.poll(depths, { timeout: 5000 }).toEqual([empty, empty]);
    expect(invoke.mock.calls).toMatchObject([
      [{ Records: [{ body: 'a', attributes: { ApproximateReceiveCount: '1' } }] }],
      [{ Records: [{ body: 'a', attributes: { ApproximateReceiveCount: '2' } }] }],
    ]);
  });

  it('of lateness brings a message behind one that came after it', async () => {
    const faults = planned({ site: 'worker queue', kind: 'late', extent: 0.3 });
    const { stores, invoke } = await polled(failuresOf, ['first'], { faults });
    await expect.poll(() => stores.depth(queueArn('work')).inFlight).toBe(1);
    stores.send(queueArn('work'), 'second');
    await expect.poll(() => invoke.mock.calls.length).toBe(2);
    expect(invoke.mock.calls).toMatchObject([
      [{ Records: [{ body: 'second' }] }],
      [{ Records: [{ body: 'first' }] }],
    ]);
  });
});

it('a FIFO queue’s failed message holds up its group, until it is a dead letter', async () => {
  const work = queue('work.fifo', { ...fifo, VisibilityTimeout: 1, ...redrivenTo('dead.fifo', 1) });
  const stores = await storesWith([work, queue('dead.fifo', fifo)]);
  for (const body of ['bad', 'good']) stores.send(queueArn('work.fifo'), body, 'en');
  const { invoke, ...target } = targetOf((event) => failuresOf(Event.parse(event).Records));
  const poller = new QueuePoller({
    stores,
    target: { ...target, invoke },
    mapping: QueueMapping.parse({ ...mapping, EventSourceArn: queueArn('work.fifo') }),
    queueUrl: work.physicalId,
    permissions: allowingAllBut(),
    faults: planned(),
  });
  onTestFinished(() => poller.stop());
  await expect.poll(() => invoke.mock.calls.length, { timeout: 5000 }).toBe(2);
  expect(invoke.mock.calls).toMatchObject([
    [{ Records: [{ body: 'bad', attributes: { MessageGroupId: 'en' } }, { body: 'good' }] }],
    [{ Records: [{ body: 'good' }] }],
  ]);
  expect(stores.server.inspectQueue('dead.fifo')?.messages.ready.map(({ body }) => body)).toEqual(['bad']);
});

it.each([
  ['a setting', { ScalingConfig: { MaximumConcurrency: 2 } }, 'ScalingConfig'],
  ['a window', { MaximumBatchingWindowInSeconds: 5 }, 'MaximumBatchingWindowInSeconds'],
  ['a batch', { BatchSize: 11 }, 'BatchSize'],
  ['no batch', { BatchSize: 0 }, 'BatchSize'],
  ['no reports of failures', { FunctionResponseTypes: [] }, 'FunctionResponseTypes'],
])('a mapping with %s that can not be honoured is refused', (_, changes, message) => {
  expect(() => QueueMapping.parse({ ...mapping, ...changes })).toThrow(message);
});
