import { build } from '../../shared/build.ts';
import {
  type List,
  pageLength,
  pageOf,
  pagesToWrite,
  placesOn,
  scopeOf,
} from '../../shared/statement/archive.ts';
import type { PublicHead } from '../../shared/statement/public.ts';
import { readListState } from '../../shared/table/list-state.ts';
import { newestPlaces, type Place, placesBetween } from '../../shared/table/places.ts';
import type { Table } from '../../shared/table.ts';

/** A statement that something has become of, with its place in a list. */
export type Placed = { head: PublicHead; place: number };

/** The places of a page, the newest first. */
export type Page = { page: number; places: Place[] };

/** What is to be written of a list, and the places that it takes. */
export type Look = {
  list: List;
  /** The newest places and some more, the newest first; and the number of the last one given. */
  newest: Place[];
  last: number;
  /** Whether the open page is to be written, and the feeds. */
  open: boolean;
  feeds: boolean;
  /** The numbered pages to be written, with their places, the newest first. */
  pages: Page[];
  /** The pages, full or not, of a month whose parts of the sitemap are to be written. */
  shards: Page[];
  /** The ids of withdrawn statements whose notices the feeds may have. */
  notices: string[];
};

/**
 * So many places behind the newest fifty are looked at as well. Places are given in the order in which a statement is
 * told of, which after a bad hour is not the order of publication.
 */
const overtaken = 25;

/**
 * Finds out what of a list shows the statements at some places of it: its open page while they are among the newest
 * (or if it is to be `opened` anyway), then a numbered page each. The feeds show the newest, and notices of what is
 * older. However long a list is, this reads and leads to no more.
 */
export async function lookAt(
  table: Table,
  language: string,
  list: List,
  { placed, opened }: { placed: Placed[]; opened: boolean },
): Promise<Look> {
  const [newest, state] = await Promise.all([
    newestPlaces(table, language, list, pageLength + overtaken),
    readListState(table, language, list),
  ]);
  const last = newest[0]?.number ?? 0;
  const isAmongNewest = placed.some(({ place }) => place > last - pageLength - overtaken);
  const open = opened || isAmongNewest || state?.build !== build;
  const told = placed.filter(({ head }) => head.live.withdrawn || state?.notices.includes(head.id));
  const places = placed.map(({ place }) => place);
  const isMonth = scopeOf(list).kind === 'month';
  const readPages = (pages: number[]) =>
    Promise.all(
      pages.map(async (page) => ({
        page,
        places: await placesBetween(table, language, list, placesOn(page)),
      })),
    );
  return {
    list,
    newest,
    last,
    open,
    feeds: !isMonth && (open || told.length > 0),
    pages: await readPages(pagesToWrite(places, last)),
    shards: isMonth ? await readPages([...new Set(places.map(pageOf))]) : [],
    notices: [...new Set([...(state?.notices ?? []), ...told.map(({ head }) => head.id)])],
  };
}

/** The ids of all statements that a look takes. */
export const idsIn = ({ newest, open, feeds, pages, shards, notices }: Look): string[] => [
  ...(open || feeds ? newest : []).map(({ id }) => id),
  ...[...pages, ...shards].flatMap(({ places }) => places.map(({ id }) => id)),
  ...notices,
];
