import * as z from 'zod';
import * as keys from '../keys.ts';
import type { Table } from '../table.ts';

/**
 * What the lists of a language were last made of: the ids that stand on its front page, and the build that made
 * them.
 */
const ListsState = z.object({ ids: z.array(z.string()), build: z.string() });
export type ListsState = z.output<typeof ListsState>;

const key = (language: string) => ({ pk: keys.listsKey(language), sk: keys.listsSort });

/** Reads what a language's lists were last made of; undefined before they were first made. */
export async function readListsState(table: Table, language: string): Promise<ListsState | undefined> {
  const item = await table.get(key(language));
  return item && ListsState.parse(item);
}

/** Keeps what a language's lists are made of now. Has one writer at a time: the feeds queue's group. */
export async function writeListsState(table: Table, language: string, state: ListsState): Promise<void> {
  await table.put({ ...key(language), ...state });
}
