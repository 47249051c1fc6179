import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { batchesOf } from '../../shared/batches.ts';
import { putEvents } from '../../shared/bus.ts';
import type { BusEvent } from '../../shared/events.ts';
import type { Published } from './public-statements.ts';

/** So many are told between two looks at how far it is. */
const atOnce = 10;

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
  for (const batch of batchesOf(events, atOnce)) {
    const failed = await putEvents(bus, batch, client);
    if (failed.length > 0) throw new Error(`The bus ${bus} did not take ${failed.length} events`);
    told += batch.length;
    progress(Math.min(told, statements.length));
  }
}
