import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { BusEvent } from './events.ts';
import { logger } from './logger.ts';
import { publishNoted } from './metrics.ts';

/**
 * Wraps a queue's consumer. The events of a batch are handled in groups, since one look at the current state
 * answers all events of a group. A group that fails, or an event that can't be read, goes back to the queue
 * and holds up no other.
 */
export function queueHandler(
  groupOf: (event: BusEvent) => string,
  handle: (events: BusEvent[]) => Promise<void>,
) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const read = Records.map(readRecord);
    const groups = Map.groupBy(read.filter(isRead), ({ event }) => groupOf(event));
    const outcomes = [...groups].map(async ([group, members]) => {
      try {
        await handle(members.map(({ event }) => event));
        logger.info('handled', { group, events: members.length });
        return [];
      } catch (error) {
        logger.error('failed', { group, events: members.length, error });
        return members.map(failureOf);
      }
    });
    const failures = (await Promise.all(outcomes)).flat();
    publishNoted();
    const unreadable = read.filter((one) => !isRead(one)).map(failureOf);
    return { batchItemFailures: [...unreadable, ...failures] };
  };
}

type Read = { record: SQSRecord; event: BusEvent | undefined };
const isRead = (one: Read): one is Read & { event: BusEvent } => one.event !== undefined;
const failureOf = ({ record }: Read): SQSBatchItemFailure => ({ itemIdentifier: record.messageId });

function readRecord(record: SQSRecord): Read {
  try {
    return { record, event: BusEvent.parse(JSON.parse(record.body)) };
  } catch (error) {
    logger.error('unreadable', { messageId: record.messageId, error });
    return { record, event: undefined };
  }
}
