import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { eventSource } from '../shared/events.ts';
import type { Newsroom } from './newsroom.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that has the edges forget what is old, once the bucket has the new. */
export class Invalidate extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { state }: Newsroom, distribution: Distribution) {
    super(scope, 'Invalidate');
    const consumer = new ServiceFunction(this, 'invalidate').bind(
      'DISTRIBUTION',
      distribution.distributionId,
      (grantee) => distribution.grantCreateInvalidation(grantee),
    );
    consumer.bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
      state.table.grant(grantee, ['GetItem', 'Query']),
    );
    const pattern = { source: [eventSource], detailType: ['Statement Readable'] };
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions: [{ id: 'Readable', pattern }],
    });
    this.consumer = consumer;
  }
}
