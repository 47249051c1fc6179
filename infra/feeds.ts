import { Construct } from 'constructs';
import { eventSource, publicDetailTypes } from '../shared/events.ts';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that makes the lists: front pages, latest blocks, feeds. One writer at a time for each language. */
export class Feeds extends Construct {
  constructor(scope: Construct, { site, state, origin, files }: Newsroom) {
    super(scope, 'Feeds');
    const consumer = new ServiceFunction(this, 'feeds');
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(
          grantee,
          ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'],
          ['live-by-date', 'live-by-publication'],
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
        detailType: [...publicDetailTypes, 'Lists Outdated'],
        detail: { language: [code] },
      },
      group: code,
    }));
    new QueueConsumer(this, 'Consumer', { bus: state.bus.bus, consumer, subscriptions, fifo: true });
  }
}
