import { Construct } from 'constructs';
import { eventSource, publicDetailTypes } from '../shared/events.ts';
import type { Newsroom } from './newsroom.ts';
import { QueueConsumer } from './queue-consumer.ts';
import { ServiceFunction } from './service-function.ts';

/** The consumer that keeps the search index, of public and of private words. One writer at a time. */
export class Indexer extends Construct {
  readonly consumer: ServiceFunction;
  readonly queues: QueueConsumer;

  constructor(scope: Construct, { state }: Newsroom) {
    super(scope, 'Indexer');
    const consumer = new ServiceFunction(this, 'indexer');
    consumer
      .bind('TABLE_NAME', state.table.table.tableName, (grantee) =>
        state.table.grant(grantee, ['GetItem', 'UpdateItem']),
      )
      .bind('SEARCH_TABLE', state.search.table.tableName, (grantee) =>
        state.search.grant(grantee, ['GetItem', 'PutItem', 'BatchWriteItem']),
      );
    const pattern = { source: [eventSource], detailType: [...publicDetailTypes, 'Statement Changed'] };
    this.queues = new QueueConsumer(this, 'Consumer', {
      bus: state.bus.bus,
      consumer,
      subscriptions: [{ id: 'Every', pattern, group: 'index' }],
      fifo: true,
    });
    this.consumer = consumer;
  }
}
