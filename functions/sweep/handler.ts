import { build } from '../../shared/build.ts';
import { putEvents } from '../../shared/bus.ts';
import { env } from '../../shared/env.ts';
import { type BusEvent, changedEvent, dueEvent, publicEvent, traceOf } from '../../shared/events.ts';
import { logger } from '../../shared/logger.ts';
import { noteWaiting, publishNoted } from '../../shared/metrics.ts';
import { isPublic } from '../../shared/statement/public.ts';
import { dueInstant, type Scheduled } from '../../shared/statement/scheduling.ts';
import { dueBefore } from '../../shared/table/due.ts';
import { readListsState } from '../../shared/table/lists-state.ts';
import { markedSince } from '../../shared/table/marks.ts';
import { tableOf } from '../../shared/table.ts';
import { site } from '../../shared/this-site.ts';
import { isDueAgain } from './due-again.ts';

const { TABLE_NAME, BUS_NAME } = env('TABLE_NAME', 'BUS_NAME');
const table = tableOf(TABLE_NAME);

/** A publication that is not on the site after this long is sent again, and a change that is not in the index. */
const patienceMilliseconds = 60_000;
/** The most that one sweep sends again; the next sweep, a minute later, takes the rest. */
const mostAtOnce = 500;

/** What is due within this time is handed over: one sweep may fail, and the next one be late. */
const aheadMilliseconds = 150_000;

/**
 * Every minute: sends again what committed and did not reach the site or the search index, hands over what is scheduled
 * and due soon, or was, and asks for lists that are missing.
 */
export async function handler(): Promise<void> {
  const longAgo = inMilliseconds(-patienceMilliseconds);
  const late = await markedSince(table, 'pending', longAgo, mostAtOnce);
  const unindexed = await markedSince(table, 'unindexed', longAgo, mostAtOnce);
  const again = late
    .filter(isPublic)
    .filter(({ pending }) => isDueAgain(pending?.since, Date.now()))
    .map(publicEvent);
  const changed = unindexed
    .filter((head) => isDueAgain(head.unindexed, Date.now()))
    .map((head) => changedEvent(head, longAgo));
  const due: Scheduled[] = [];
  for await (const head of dueBefore(table, inMilliseconds(aheadMilliseconds))) due.push(head);
  const overdue = due.filter((head) => dueInstant(head) < longAgo);
  const outdated = await outdatedLists();
  const failed = await putEvents(BUS_NAME, [...due.map(dueEvent), ...again, ...changed, ...outdated]);
  noteWaiting(late.length + overdue.length);
  publishNoted();
  logger.info('swept', {
    again: again.length,
    due: due.length,
    unindexed: unindexed.length,
    lists: outdated.length,
    failed: failed.length,
    ...traceOf(again),
  });
}

const inMilliseconds = (ahead: number): string => new Date(Date.now() + ahead).toISOString();

/** An event for each language whose lists were never made, or were made by another build. */
async function outdatedLists(): Promise<BusEvent[]> {
  const states = site.languages.map(async ({ code }) => ({ code, state: await readListsState(table, code) }));
  return (await Promise.all(states))
    .filter(({ state }) => state?.build !== build)
    .map(({ code }) => ({ 'detail-type': 'Lists Outdated', detail: { language: code } }));
}
