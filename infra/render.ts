import { Construct } from 'constructs';
import { eventSource, publicDetailTypes } from '../shared/events.ts';
import { type Newsroom, pageEnvironment } from './newsroom.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that renders a statement's page and the files beside it. */
export class Render extends Construct {
  constructor(scope: Construct, { state, origin, files }: Newsroom) {
    super(scope, 'Render');
    const consumer = new ServiceFunction(this, 'render');
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(grantee, ['GetItem', 'UpdateItem'], ['live-by-date']),
      )
      .bind('SITE_BUCKET', state.siteBucket.bucket.bucketName, (grantee) =>
        state.siteBucket.grantPages(grantee),
      );
    pageEnvironment(consumer, origin, files);
    const pattern = { source: [eventSource], detailType: [...publicDetailTypes] };
    new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions: [{ id: 'Public', pattern }],
    });
  }
}
