import * as keys from '../keys.ts';
import { isLive, type PublicListing, publicListing } from '../statement/public.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';

/** What a page's latest block is written with. The index may be late: readers with a script see a fresh one. */
export async function latestListings(table: Table, language: string): Promise<PublicListing[]> {
  const heads = await newestLive(table, language, latestLength);
  return heads.filter(isLive).map(publicListing);
}

/** As many listings as there is room for, the newest in an order first. */
export function newest(
  listings: PublicListing[],
  length: number,
  orderOf: (listing: PublicListing) => string,
): PublicListing[] {
  const ordered = listings.map((listing) => ({ listing, order: orderOf(listing) }));
  // Plain comparison, as the index orders: localeCompare would put some characters elsewhere.
  ordered.sort((a, b) => (a.order < b.order ? 1 : -1));
  return ordered.slice(0, length).map(({ listing }) => listing);
}

/** How many statements the latest block shows, on every page. */
export const latestLength = 10;

/** The heads of one language with something public, by date, the newest first. */
export async function newestLive(table: Table, language: string, limit: number): Promise<Head[]> {
  const { items } = await table.query({
    IndexName: 'live-by-date',
    KeyConditionExpression: 'liveIn = :language',
    ExpressionAttributeValues: { ':language': keys.liveIn(language) },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map((item) => headOf(item));
}

/** The heads of one language with something public, from after a position in publication, the oldest first. */
export async function* publishedAfter(
  table: Table,
  language: string,
  position: string,
): AsyncGenerator<Head> {
  for (let after: string | undefined = position; after; ) {
    const { items, next } = await table.query({
      IndexName: 'live-by-publication',
      KeyConditionExpression: 'liveIn = :language AND livePublished > :after',
      ExpressionAttributeValues: { ':language': keys.liveIn(language), ':after': after },
      Limit: 50,
    });
    yield* items.map((item) => headOf(item));
    after = next && String(items.at(-1)?.livePublished);
  }
}
