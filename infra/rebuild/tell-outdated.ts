import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { batchesOf } from '../../shared/batches.ts';
import { type BusEvent, eventSource } from '../../shared/events.ts';
import type { Published } from './public-statements.ts';

/** PutEvents takes ten entries a call. */
const mostEntries = 10;

/**
 * Says of each statement that what the site has of it is outdated, and then of each language that its lists are: the
 * consumers make them again, as many at once as they make of anything. Throws if the bus doesn't take one.
 */
export async function tellOutdated(
  client: EventBridgeClient,
  bus: string,
  statements: Published[],
  progress: (told: number) => void,
): Promise<void> {
  const languages = [...new Set(statements.map(({ language }) => language))];
  const events: BusEvent[] = [
    ...statements.map(({ id, language }) => ({
      'detail-type': 'Statement Outdated' as const,
      detail: { id, language },
    })),
    ...languages.map((language) => ({ 'detail-type': 'Lists Outdated' as const, detail: { language } })),
  ];
  let told = 0;
  for (const batch of batchesOf(events, mostEntries)) {
    const Entries = batch.map((event) => ({
      EventBusName: bus,
      Source: eventSource,
      DetailType: event['detail-type'],
      Detail: JSON.stringify(event.detail),
    }));
    const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount) throw new Error(`The bus ${bus} did not take ${FailedEntryCount} events`);
    told += batch.length;
    progress(Math.min(told, statements.length));
  }
}
