import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { eventSource, publicDetailTypes } from '../shared/events.ts';
import { alarm } from './alarm.ts';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ownMetric } from './own-metric.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that renders a statement's page and the files beside it. */
export class Render extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { state, origin, files }: Newsroom) {
    super(scope, 'Render');
    // A withdrawal may have the whole bucket listed.
    const consumer = new ServiceFunction(this, 'render', { timeout: Duration.seconds(60) });
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(
          grantee,
          ['GetItem', 'Query', 'UpdateItem'],
          ['live-by-date', 'live-by-publication'],
        ),
      )
      .bind('SITE_BUCKET', state.siteBucket.bucket.bucketName, (grantee) => {
        state.siteBucket.grantPages(grantee);
        state.siteBucket.grantRemoval(grantee);
      })
      .bind('UPLOADS_BUCKET', state.uploads.bucket.bucketName, (grantee) => state.uploads.grantKeep(grantee));
    pageEnvironment(consumer, origin, files);
    const pattern = { source: [eventSource], detailType: [...publicDetailTypes, 'Statement Outdated'] };
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions: [{ id: 'Public', pattern }],
      // A page that ends its function in the middle takes no other one back to the queue with it.
      batchSize: 1,
    });
    this.consumer = consumer;
    alarm(this, 'LatencyAlarm', {
      metric: ownMetric('render', 'PublicationToPage', { statistic: 'Maximum', period: Duration.minutes(5) }),
      over: 30_000,
      says: 'A publication took over 30 seconds to its page',
      heading: 'publications-are-slow',
    });
  }
}
