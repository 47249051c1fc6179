import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { putEvents } from '../../shared/bus.ts';
import { env } from '../../shared/env.ts';
import { traceOf } from '../../shared/events.ts';
import { logger } from '../../shared/logger.ts';
import { eventOfRecord } from './record.ts';

const { BUS_NAME } = env('BUS_NAME');

/**
 * Tells the bus of every change of a statement's head, out of the table's stream: nothing that committed goes
 * unheard. A batch is taken up again from the first record that the bus didn't take.
 */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const told = Records.flatMap((record) => {
    const event = eventOfRecord(record);
    return event ? [{ event, sequence: record.dynamodb?.SequenceNumber ?? '' }] : [];
  });
  const events = told.map(({ event }) => event);
  const failed = await putEvents(BUS_NAME, events);
  logger.info('relayed', {
    records: Records.length,
    events: told.length,
    failed: failed.length,
    ...traceOf(events),
  });
  const first = told[failed[0] ?? -1];
  return { batchItemFailures: first ? [{ itemIdentifier: first.sequence }] : [] };
}
