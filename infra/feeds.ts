import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { eventSource, publicDetailTypes } from '../shared/events.ts';
import { alarm } from './alarm.ts';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { ownMetric } from './own-metric.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/**
 * The consumer that makes the lists: front pages, latest blocks, the archive, feeds. One writer at a time for each
 * language.
 */
export class Feeds extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { site, state, origin, files }: Newsroom) {
    super(scope, 'Feeds');
    const consumer = new ServiceFunction(this, 'feeds');
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(
          grantee,
          ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'Query'],
          ['live-by-date'],
        ),
      )
      .bind('SITE_BUCKET', state.siteBucket.bucket.bucketName, (grantee) =>
        state.siteBucket.grantPages(grantee),
      );
    pageEnvironment(consumer, origin, files);
    const subscriptions = site.languages.map(({ code }) => ({
      id: `Public-${code}`,
      pattern: {
        source: [eventSource],
        detailType: [...publicDetailTypes, 'Statement Outdated', 'Lists Outdated'],
        detail: { language: [code] },
      },
      group: code,
    }));
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions,
      fifo: true,
      // Five statements of twenty topics each are a hundred lists, which the function makes in its time.
      batchSize: 5,
    });
    this.consumer = consumer;
    alarm(this, 'LatencyAlarm', {
      metric: ownMetric('feeds', 'PublicationToLists', { statistic: 'Maximum', period: Duration.minutes(5) }),
      over: 60_000,
      says: 'A publication took over 60 seconds to its lists',
      heading: 'publications-are-slow',
    });
  }
}
