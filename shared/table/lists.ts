import * as keys from '../keys.ts';
import { isLive, type PublicListing, publicListing } from '../statement/public.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf, listPosition } from './head-item.ts';

type Page = { heads: Head[]; next: string | undefined };

/** Which heads a list takes in. `state` is a work copy's state or `live`; `words` are looked for in titles. */
export type HeadFilter = { state?: string; type?: string; language?: string; topic?: string; words?: string };

/**
 * A page of heads, the newest created first, starting after the position `after` (as `next` gave it).
 * Reads the index page by page until `limit` heads pass the filter or the index ends.
 */
export async function listHeads(
  table: Table,
  filter: HeadFilter,
  limit: number,
  after: string | undefined,
): Promise<Page> {
  const heads: Head[] = [];
  for (let position = after; ; ) {
    const { items, next } = await table.query({
      IndexName: 'by-creation',
      KeyConditionExpression: position ? 'listed = :all AND listedAt < :position' : 'listed = :all',
      ExpressionAttributeValues: { ':all': keys.allStatements, ...(position && { ':position': position }) },
      ScanIndexForward: false,
      Limit: Math.max(limit + 1, 100),
    });
    for (const item of items) {
      const head = headOf(item);
      if (!passes(filter, head)) continue;
      if (heads.length === limit) return { heads, next: position };
      heads.push(head);
      position = listPosition(head);
    }
    if (!next) return { heads, next: undefined };
    position = String(items.at(-1)?.listedAt);
  }
}

function passes(filter: HeadFilter, { live, work }: Head): boolean {
  const part = filter.state === 'live' ? live : filter.state ? work : (work ?? live);
  if (!part) return false;
  if (filter.state && filter.state !== 'live' && work?.state !== filter.state) return false;
  if (filter.type && part.type !== filter.type) return false;
  if (filter.language && part.language !== filter.language) return false;
  if (filter.topic && !part.topics.includes(filter.topic)) return false;
  return !filter.words || part.title.toLowerCase().includes(filter.words.toLowerCase());
}

/** What a page's latest block is written with. The index may be late: readers with a script see a fresh one. */
export async function latestListings(table: Table, language: string): Promise<PublicListing[]> {
  const heads = await newestLive(table, language, 'date', latestLength);
  return heads.filter(isLive).map(publicListing);
}

/** How many statements the latest block shows, on every page. */
export const latestLength = 10;

/** The heads of one language with something public, by date or by publication, the newest first. */
export async function newestLive(
  table: Table,
  language: string,
  order: 'date' | 'publication',
  limit: number,
): Promise<Head[]> {
  const { items } = await table.query({
    IndexName: order === 'date' ? 'live-by-date' : 'live-by-publication',
    KeyConditionExpression: 'liveIn = :language',
    ExpressionAttributeValues: { ':language': keys.liveIn(language) },
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map((item) => headOf(item));
}
