import { describe, expect, it, onTestFinished } from 'vitest';
import { Clock } from '../../../../infra/local/clock.ts';
import { startPollers } from '../../../../infra/local/events/pollers.ts';
import { StreamLog } from '../../../../infra/local/stores/stream-log.ts';
import { TemplateError } from '../../../../infra/local/template/template.ts';
import { allowingAllBut } from '../allowing.ts';
import { planned } from '../faults-in-test.ts';
import { resource } from '../front/resource.ts';
import { queue, queueArn } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';
import { temporary } from '../temporary.ts';
import { targetOf } from './target-in-test.ts';

const tableArn = 'arn:aws:dynamodb:us-east-1:000000000000:table/heads';
const table = resource('DynamoDB::Table', 'heads', {}, tableArn);
const mapping = (changes: Record<string, unknown> = {}) =>
  resource('Lambda::EventSourceMapping', 'from-work', {
    BatchSize: 10,
    EventSourceArn: queueArn('work'),
    FunctionName: 'newsroom-worker',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    ...changes,
  });
const ofStream = {
  BisectBatchOnFunctionError: true,
  DestinationConfig: { OnFailure: { Destination: queueArn('work') } },
  EventSourceArn: `${tableArn}/stream/local`,
  FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
  MaximumRetryAttempts: 3,
  StartingPosition: 'TRIM_HORIZON',
};

/** Starts what these resources ask for, with a function that has 5 s. */
async function started(work: ReturnType<typeof queue>, source: ReturnType<typeof mapping>) {
  const stores = await storesWith([work]);
  const target = targetOf(() => ({ batchItemFailures: [] }));
  const log = new StreamLog(':memory:');
  const surroundings = { permissions: allowingAllBut(), faults: planned(), clock: new Clock(temporary()) };
  const options = { stores, log, functions: [target], ...surroundings };
  const pollers = startPollers({ resources: [work, table, source] }, options);
  onTestFinished(async () => {
    await Promise.all(pollers.map((poller) => poller.stop()));
  });
  return { stores, log, invoke: target.invoke };
}

it('brings the messages of a queue to the function', async () => {
  const { stores, invoke } = await started(queue('work'), mapping());
  stores.send(queueArn('work'), 'a');
  await expect.poll(() => invoke.mock.calls).toMatchObject([[{ Records: [{ body: 'a' }] }]]);
});

it('brings the changes of a table to the function', async () => {
  const { log, invoke } = await started(queue('work'), mapping(ofStream));
  const keys = { id: { S: 'a' } };
  log.conclude(log.announce('heads', keys), 'heads', { keys, after: keys });
  await expect.poll(() => invoke.mock.calls).toMatchObject([[{ Records: [{ eventName: 'INSERT' }] }]]);
});

describe('the start ends', () => {
  it.each([
    [
      'for a function that is not there',
      mapping({ FunctionName: 'gone' }),
      'fromwork.FunctionName: no function is gone',
    ],
    [
      'for a source that is not there',
      mapping({ EventSourceArn: 'arn:gone' }),
      'fromwork.EventSourceArn: nothing here is arn:gone',
    ],
    [
      'at a batching window',
      mapping({ MaximumBatchingWindowInSeconds: 5 }),
      'fromwork.MaximumBatchingWindowInSeconds',
    ],
    ['at a batch that SQS does not give', mapping({ BatchSize: 11 }), 'fromwork.BatchSize'],
    [
      'at a window of a stream',
      mapping({ ...ofStream, MaximumBatchingWindowInSeconds: 5 }),
      'fromwork.MaximumBatchingWindowInSeconds',
    ],
  ])('%s', async (_, source, message) => {
    await expect(started(queue('work'), source)).rejects.toThrow(message);
  });

  it.each([
    [4, 'Queue visibility timeout: 4 seconds is less than Function timeout: 5 seconds'],
    [0, 'Queue visibility timeout: 0 seconds is less than Function timeout: 5 seconds'],
  ])('when a message is another’s after %d s, and the function has 5', async (VisibilityTimeout, message) => {
    const start = started(queue('work', { VisibilityTimeout }), mapping());
    await expect(start).rejects.toThrow(TemplateError);
    await expect(start).rejects.toThrow(`fromwork: InvalidParameterValueException: ${message}`);
  });

  it('at nothing else: a message may be another’s just when the function’s time is over', async () => {
    await expect(started(queue('work', { VisibilityTimeout: 5 }), mapping())).resolves.toBeDefined();
  });
});
