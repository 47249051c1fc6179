import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { BusEvent, traceOf } from './events.ts';
import { logger } from './logger.ts';
import { noteFailure, noteRetries, publishNoted } from './metrics.ts';

/** How a queue's events are read, handled together, and named in the log: with ids alone. */
type Consuming<Event> = {
  Event: z.ZodType<Event>;
  groupOf: (event: Event) => string;
  traceOf: (events: Event[]) => Record<string, string[]>;
  handle: (events: Event[]) => Promise<void>;
};

/** Wraps a consumer of what the bus tells of statements. */
export const queueHandler = (
  groupOf: (event: BusEvent) => string,
  handle: (events: BusEvent[]) => Promise<void>,
) => consumerOf({ Event: BusEvent, groupOf, traceOf, handle });

/**
 * Wraps a queue's consumer. The events of a batch are handled in groups, since one look at the current state
 * answers all events of a group. A group that fails, or an event that can't be read, goes back to the queue
 * and holds up no other.
 */
export function consumerOf<Event>({ Event, groupOf, traceOf, handle }: Consuming<Event>) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const read = Records.map((record) => ({ record, event: readRecord(record, Event) }));
    const readable = read.flatMap(({ record, event }) => (event ? [{ record, event }] : []));
    const groups = Map.groupBy(readable, ({ event }) => groupOf(event));
    noteRetries(Records.filter(({ attributes }) => Number(attributes.ApproximateReceiveCount) > 1).length);
    const outcomes = [...groups].map(async ([group, members]) => {
      const events = members.map(({ event }) => event);
      const about = { group, events: events.length, ...traceOf(events) };
      try {
        await handle(events);
        logger.info('handled', about);
        return [];
      } catch (error) {
        noteFailure();
        logger.error('failed', { ...about, error });
        return members.map(failureOf);
      }
    });
    const failures = (await Promise.all(outcomes)).flat();
    publishNoted();
    const unreadable = read.filter(({ event }) => !event).map(failureOf);
    return { batchItemFailures: [...unreadable, ...failures] };
  };
}

const failureOf = ({ record }: { record: SQSRecord }): SQSBatchItemFailure => ({
  itemIdentifier: record.messageId,
});

function readRecord<Event>(record: SQSRecord, Event: z.ZodType<Event>): Event | undefined {
  try {
    return Event.parse(JSON.parse(record.body));
  } catch (error) {
    // What is wrong with it, and none of it: a parser's message would quote the event.
    const reason = error instanceof Error ? error.name : 'unknown';
    logger.error('unreadable', { messageId: record.messageId, reason });
    return undefined;
  }
}
