import { readFileSync } from 'node:fs';
import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { describe, expect, it } from 'vitest';
import { QueueConsumer, type Subscription } from '../../infra/queue-consumer.ts';
import { ServiceFunction } from '../../infra/service-function.ts';
import { alarmsByMetric, resourcesOf, templateOf, theOnly } from './synthesised.ts';

const consumerOf = (subscriptions: Subscription[], fifo?: boolean) =>
  templateOf((stack) => {
    const consumer = new ServiceFunction(stack, 'render', { timeout: Duration.seconds(20) });
    const bus = new EventBus(stack, 'Bus');
    new QueueConsumer(stack, 'Consumer', { bus, consumer, subscriptions, ...(fifo && { fifo }) });
  });
const pattern = { source: ['communique'] };

describe.each([
  ['standard', consumerOf([{ id: 'All', pattern }])],
  ['first-in-first-out', consumerOf([{ id: 'English', pattern, group: 'en' }], true)],
])('a %s consumer', (kind, template) => {
  const queues = Object.entries(resourcesOf(template, 'AWS::SQS::Queue'));
  const [id, queue] = queues.find(([, { Properties }]) => Properties['RedrivePolicy']) ?? [];
  const [deadLettersId, deadLetters] =
    queues.find(([, { Properties }]) => !Properties['RedrivePolicy']) ?? [];

  it('keeps what failed five times for two weeks', () => {
    expect(queues).toHaveLength(2);
    expect(queue?.Properties['RedrivePolicy']).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadLettersId, 'Arn'] },
      maxReceiveCount: 5,
    });
    expect(deadLetters?.Properties['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60);
  });

  it('waits six times as long as the function may take before it tries again', () => {
    expect(queue?.Properties['VisibilityTimeout']).toBe(6 * 20);
  });

  it('is first-in-first-out from end to end, or not at all', () => {
    const fifo = kind === 'first-in-first-out' ? true : undefined;
    expect(queues.map(([, { Properties }]) => Properties['FifoQueue'])).toEqual([fifo, fifo]);
    expect(queues.map(([, { Properties }]) => Properties['ContentBasedDeduplication'])).toEqual([fifo, fifo]);
  });

  it('hands over messages whose failures are told one by one', () => {
    expect(theOnly(template, 'AWS::Lambda::EventSourceMapping')).toMatchObject({
      EventSourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('rings when something lies in its dead-letter queue, and says where to read on', () => {
    expect(alarmsByMetric(template).ApproximateNumberOfMessagesVisible).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [deadLettersId, 'QueueName'] } }],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmDescription: expect.stringContaining('docs/operators-book.md#messages-in-a-dead-letter-queue'),
    });
  });
});

describe('a rule', () => {
  it('gives all that it matches to the one group that it names', () => {
    const subscriptions = ['en', 'fr'].map((group) => ({ id: group, pattern, group }));
    const rules = Object.values(resourcesOf(consumerOf(subscriptions, true), 'AWS::Events::Rule'));
    expect(rules.map(({ Properties }) => Properties['Targets'])).toMatchObject([
      [{ SqsParameters: { MessageGroupId: 'en' } }],
      [{ SqsParameters: { MessageGroupId: 'fr' } }],
    ]);
  });
});

it('is explained in the operator’s book, under the heading that the alarm names', () => {
  expect(readFileSync('docs/operators-book.md', 'utf8')).toContain('\n## Messages in a dead-letter queue\n');
});
