import * as z from 'zod';
import * as keys from '../keys.ts';
import type { List } from '../statement/archive.ts';
import type { Table } from '../table.ts';

/**
 * What a list was last made of beside its places: the ids of the withdrawn statements whose notices stand in its feed
 * although their places have long been passed, and the build that made its open page.
 */
const ListState = z.object({ notices: z.array(z.string()), build: z.string() });
export type ListState = z.output<typeof ListState>;

const key = (language: string, list: List) => ({
  pk: keys.listKey(language, list),
  sk: keys.listStateSort,
});

/** Reads what a list was last made of; undefined before it was first made. */
export async function readListState(
  table: Table,
  language: string,
  list: List,
): Promise<ListState | undefined> {
  const item = await table.get(key(language, list));
  return item && ListState.parse(item);
}

/** Keeps what a list is made of now. Has one writer at a time: the feeds queue's group. */
export async function writeListState(
  table: Table,
  language: string,
  list: List,
  state: ListState,
): Promise<void> {
  await table.put({ ...key(language, list), ...state });
}
