import { Duration } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { eventSource } from '../shared/events.ts';
import { alarm } from './alarm.ts';
import type { Newsroom } from './newsroom.ts';
import { ownMetric } from './own-metric.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * The consumer that publishes what is scheduled, at its second. It sends itself what is due within a quarter of an
 * hour.
 */
export class Release extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { state }: Newsroom) {
    super(scope, 'Release');
    // A batch of ten is published at once, where the machine can; where it can't, it takes its time.
    const consumer = new ServiceFunction(this, 'release', { timeout: Duration.seconds(30) });
    consumer.bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
      state.table.grant(grantee, ['GetItem', 'PutItem', 'UpdateItem'], ['due']),
    );
    const source = [eventSource];
    const scheduled = { source, detailType: ['Statement Changed'], detail: { state: ['scheduled'] } };
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions: [
        { id: 'Scheduled', pattern: scheduled },
        { id: 'Due', pattern: { source, detailType: ['Publication Due'] } },
      ],
    });
    const { queueUrl, queueArn } = this.queues.queue;
    consumer.bind('RELEASE_QUEUE', queueUrl, (grantee) =>
      Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [queueArn] }),
    );
    this.consumer = consumer;
    alarm(this, 'FailedAlarm', {
      metric: ownMetric('release', 'SchedulesFailed', { statistic: 'Sum', period: Duration.minutes(5) }),
      over: 0,
      says: 'A scheduled publication could not go out',
      heading: 'a-scheduled-publication-failed',
    });
  }
}
