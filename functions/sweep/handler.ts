import { putEvents } from '../../shared/bus.ts';
import { env } from '../../shared/env.ts';
import { type BusEvent, publicEvent } from '../../shared/events.ts';
import { logger } from '../../shared/logger.ts';
import { isLive } from '../../shared/statement/public.ts';
import { readListsState } from '../../shared/table/lists-state.ts';
import { pendingSince } from '../../shared/table/pending.ts';
import { tableOf } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';

const { TABLE_NAME, BUS_NAME, STYLE_PATH } = env('TABLE_NAME', 'BUS_NAME', 'STYLE_PATH');
const table = tableOf(TABLE_NAME);

/** A publication that is not on the site after this long is sent again. */
const patienceMilliseconds = 60_000;
/** The most that one sweep sends again; the next sweep, a minute later, takes the rest. */
const mostAtOnce = 500;

/** Every minute: sends again what committed and did not reach the site, and asks for lists that are missing. */
export async function handler(): Promise<void> {
  const late = await pendingSince(
    table,
    new Date(Date.now() - patienceMilliseconds).toISOString(),
    mostAtOnce,
  );
  const again = late.filter(isLive).map(publicEvent);
  const outdated = await outdatedLists();
  const failed = await putEvents(BUS_NAME, [...again, ...outdated]);
  logger.info('swept', { again: again.length, lists: outdated.length, failed: failed.length });
}

/** An event for each language whose lists were never made, or were made by another build. */
async function outdatedLists(): Promise<BusEvent[]> {
  const states = site.languages.map(async ({ code }) => ({ code, state: await readListsState(table, code) }));
  return (await Promise.all(states))
    .filter(({ state }) => state?.build !== STYLE_PATH)
    .map(({ code }) => ({ 'detail-type': 'Lists Outdated', detail: { language: code } }));
}
