/** A newsroom with many statements behind it, put into the (mocked) table as its functions would have left it. */
import { build } from '../../shared/build.ts';
import * as keys from '../../shared/keys.ts';
import { type List, listsOf, scopeOf } from '../../shared/statement/archive.ts';
import { createPublished } from '../../shared/statement/publishing.ts';
import type { Head, KeptContent } from '../../shared/statement/statement.ts';
import { headItem } from '../../shared/table/head-item.ts';
import { act, committed, content } from '../shared/statement/sample.ts';
import type { fakeTable } from './fake-table.ts';

type Items = ReturnType<typeof fakeTable>['items'];

/** What statement `n` of a newsroom says: fifty to a month, from January 1990 on. */
export const textOf = (n: number): Partial<KeptContent> => ({
  title: `Statement ${String(n).padStart(6, '0')}`,
  topics: ['expeditions', 'collections'],
  date: dateOf(n),
});

/** The day of statement `n`, and the minute in which it was published. */
export const dateOf = (n: number): string =>
  new Date(Date.UTC(1990, Math.floor((n - 1) / 50), 1 + ((n - 1) % 25))).toISOString().slice(0, 10);
export const publishedAt = (n: number): string => new Date(Date.UTC(2020, 0, 1, 0, 10 * n)).toISOString();
export const idOf = (n: number): string => `s${String(n).padStart(6, '0')}`;

/** Puts places and states of lists for statements into the table, the first published first. */
export function placed(items: Items, heads: Head[]): void {
  const lasts = new Map<List, number>();
  for (const { id, live } of heads) {
    if (!live) continue;
    const own = listsOf(live).map((list) => [list, (lasts.get(list) ?? 0) + 1] as const);
    put(items, { pk: keys.statementKey(id), sk: keys.placesSort, ...Object.fromEntries(own) });
    for (const [list, place] of own) {
      put(items, { pk: keys.listKey('en', list), sk: keys.placeSort(place), id });
      lasts.set(list, place);
    }
  }
  for (const list of lasts.keys())
    put(items, { pk: keys.listKey('en', list), sk: keys.listStateSort, notices: [], build });
  put(items, { pk: keys.listsKey('en'), sk: keys.listsSort, ids: [], build });
  const months = [...lasts].filter(([list]) => scopeOf(list).kind === 'month');
  for (const [year, its] of Map.groupBy(months, ([list]) => list.slice(0, 4))) {
    const counted = its.map(([list, places]) => [list.slice(5), { places, hidden: [] }]);
    put(items, { pk: keys.yearsKey('en'), sk: year, months: Object.fromEntries(counted) });
  }
}

/** Takes the address of something public, as the API does. */
export function addressed(items: Items, { id, createdAt, live }: Head): void {
  put(items, { pk: keys.pathKey(live?.path ?? ''), sk: keys.pathSort, id, at: createdAt });
}

/** The head of statement `n`, settled, without its records. */
export function headAlone(items: Items, n: number): Head {
  const text = {
    content: { ...content, ...textOf(n) },
    excerpt: `What statement ${n} says in a line or two.`,
  };
  const taken = { slug: idOf(n), reference: `PR/2026/${n}` };
  const done = { ...act(idOf(n)), at: publishedAt(n) };
  const { pending: _, ...head } = committed(createPublished(idOf(n), text, taken, done));
  put(items, headItem(head));
  return head;
}

const put = (items: Items, item: Record<string, unknown>) => items.set(`${item.pk} ${item.sk}`, item);
