import { env } from '../../shared/env.ts';
import { isLive, type PublicListing, publicListing } from '../../shared/statement/public.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import { readHeads } from '../../shared/table/heads.ts';
import { newestLive } from '../../shared/table/lists.ts';
import { readListsState, writeListsState } from '../../shared/table/lists-state.ts';
import type { Table } from '../../shared/table.ts';

const { STYLE_PATH } = env('STYLE_PATH');

/** How many statements the front page shows, and the feed (§6 of the design promises the latest fifty). */
export const frontPageLength = 25;
export const feedLength = 50;

/** What a language's lists are made of, and the heads of the statements that the messages told of. */
export type Lists = { byDate: PublicListing[]; byPublication: PublicListing[]; told: Head[] };

/**
 * Gathers the newest live statements of a language. An index may be late, so its answer is joined by the
 * statements that the messages tell of and by those that the lists held before, and every one of them is
 * read consistently: the lists never lose a statement to a late index.
 */
export async function gather(table: Table, language: string, told: string[]): Promise<Lists> {
  const [dated, published, before] = await Promise.all([
    newestLive(table, language, 'date', frontPageLength),
    newestLive(table, language, 'publication', feedLength),
    readListsState(table, language),
  ]);
  const ids = [...dated, ...published].map((head) => head.id);
  const heads = await readHeads(table, [...told, ...ids, ...(before?.ids ?? [])]);
  const listings = heads
    .filter(isLive)
    .filter((head) => head.live.language === language)
    .map(publicListing);
  return {
    byDate: newest(listings, frontPageLength, (listing) => liveOrders(listing).liveDate),
    byPublication: newest(listings, feedLength, (listing) => liveOrders(listing).livePublished),
    told: heads.filter((head) => told.includes(head.id)),
  };
}

/** Keeps what the lists are made of, for the next time. */
export async function remember(
  table: Table,
  language: string,
  { byDate, byPublication }: Lists,
): Promise<void> {
  const ids = new Set([...byDate, ...byPublication].map((listing) => listing.id));
  await writeListsState(table, language, { ids: [...ids], build: STYLE_PATH });
}

function newest(
  listings: PublicListing[],
  length: number,
  orderOf: (listing: PublicListing) => string,
): PublicListing[] {
  const ordered = listings.map((listing) => ({ listing, order: orderOf(listing) }));
  // Plain comparison, as the index orders: localeCompare would put some characters elsewhere.
  ordered.sort((a, b) => (a.order < b.order ? 1 : -1));
  return ordered.slice(0, length).map(({ listing }) => listing);
}
