import { build } from '../../shared/build.ts';
import {
  isLive,
  isPublic,
  type PublicHead,
  type PublicListing,
  publicListing,
} from '../../shared/statement/public.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import { readHeads } from '../../shared/table/heads.ts';
import { newest, newestLive } from '../../shared/table/lists.ts';
import { readListsState, writeListsState } from '../../shared/table/lists-state.ts';
import type { Table } from '../../shared/table.ts';

/** How many statements the front page shows. */
export const frontPageLength = 25;

/**
 * What a language's front page is made of; the heads of the statements that the messages told of; and whether another
 * build made the language's lists, or none.
 */
export type Gathered = { byDate: PublicListing[]; told: PublicHead[]; outdated: boolean };

/**
 * Gathers the newest statements of a language. An index may be late, so its answer is joined by the
 * statements that the messages tell of and by those that the page held before, and every one of them is
 * read consistently: the page never loses a statement to a late index.
 */
export async function gather(table: Table, language: string, told: string[]): Promise<Gathered> {
  const [dated, before] = await Promise.all([
    newestLive(table, language, frontPageLength),
    readListsState(table, language),
  ]);
  const ids = dated.map((head) => head.id);
  const heads = (await readHeads(table, [...told, ...ids, ...(before?.ids ?? [])]))
    .filter(isPublic)
    .filter((head) => head.live.language === language);
  return {
    byDate: newest(
      heads.filter(isLive).map(publicListing),
      frontPageLength,
      (listing) => liveOrders(listing).liveDate,
    ),
    told: heads.filter((head) => told.includes(head.id)),
    outdated: before?.build !== build,
  };
}

/** Keeps what the lists are made of, for the next time. */
export async function remember(table: Table, language: string, { byDate }: Gathered): Promise<void> {
  await writeListsState(table, language, { ids: byDate.map((listing) => listing.id), build });
}
