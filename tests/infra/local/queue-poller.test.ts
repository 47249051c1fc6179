import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { QueueMapping, QueuePoller } from '../../../infra/local/queue-poller.ts';
import { functionOf } from './function-of.ts';
import { queue, queueArn, redrivenTo, storesWith } from './stores-in-test.ts';

const Event = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });
type Records = z.output<typeof Event>['Records'];

const mapping = {
  BatchSize: 10,
  EventSourceArn: queueArn('work'),
  FunctionName: 'worker',
  FunctionResponseTypes: ['ReportBatchItemFailures'],
};

/** A queue that tries again after a second, its dead-letter queue, and a poller that hands its messages to this handler. */
async function polled(handle: (records: Records) => unknown, bodies: string[], maxReceiveCount = 2) {
  const work = queue('work', { VisibilityTimeout: 1, ...redrivenTo('dead', maxReceiveCount) });
  const stores = await storesWith([work, queue('dead')]);
  for (const body of bodies) stores.send(queueArn('work'), body);
  const fn = functionOf('');
  const invoke = vi
    .spyOn(fn, 'invoke')
    .mockImplementation(async (event) => handle(Event.parse(event).Records));
  const poller = new QueuePoller(stores, fn, QueueMapping.parse(mapping), work.physicalId);
  onTestFinished(() => poller.stop());
  const depths = () => [stores.depth(queueArn('work')), stores.depth(queueArn('dead'))];
  const dead = () => stores.server.inspectQueue('dead')?.messages.ready.map((message) => message.body);
  return { stores, invoke, poller, depths, dead };
}

const empty = { waiting: 0, inFlight: 0 };
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
    await expect.poll(depths, { timeout: 15_000 }).toEqual([empty, { waiting: 1, inFlight: 0 }]);
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
    const { depths } = await polled((records) => (tries++ ? failuresOf(records) : undefined), ['a'], 5);
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

it('a mapping with a setting that can not be honoured is refused', () => {
  expect(() => QueueMapping.parse({ ...mapping, ScalingConfig: { MaximumConcurrency: 2 } })).toThrow(
    'ScalingConfig',
  );
});
