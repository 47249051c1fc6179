import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { uploadsPrefix } from '../shared/keys.ts';
import type { Newsroom } from './newsroom.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that checks uploads as they arrive. S3 tells the account's default bus of them. */
export class Attachments extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { state }: Newsroom) {
    super(scope, 'Attachments');
    // An upload of 100 MB is read whole.
    const consumer = new ServiceFunction(this, 'attachments', { timeout: Duration.seconds(60) });
    const { bucket } = state.uploads;
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(grantee, ['UpdateItem']),
      )
      .bind('UPLOADS_BUCKET', bucket.bucketName, (grantee) => state.uploads.grantRead(grantee));
    const pattern = {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: uploadsPrefix }] } },
    };
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      consumer,
      subscriptions: [{ id: 'Arrived', pattern }],
    });
    this.consumer = consumer;
  }
}
