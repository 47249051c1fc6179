import {
  type Asked,
  hasAll,
  isOfText,
  type Postings,
  postingsOf,
  postingsOfHead,
} from '../statement/postings.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { listPosition } from './head-item.ts';
import { readHeads } from './heads.ts';
import { everyReader, intersection, postingsReader, top } from './postings.ts';
import { readTexts } from './records.ts';
import { readUnindexed } from './unindexed.ts';

/** The table of statements, and the search index. */
export type Stores = { table: Table; search: Table };

/**
 * What a list takes in: statements that have all that the first round asks for, then those that have all that the next
 * one does. `isShown` is the last word on each, by its head as it is now.
 */
export type Wanted = { rounds: Asked[][]; isShown: (head: Head) => boolean };

/** Where a page ends: at which statement's position in which round. The next page begins below it. */
export type Place = { round: number; position: string };

/** So many heads that the index lacks are looked into by each list; the others wait for the index. */
const mostUnindexed = 100;
/** The most heads that are read at once. */
const atOnce = 100;

/**
 * A page of heads, in each round the newest created first, from below a place. The index may be late: it decides only
 * on statements whose newest version it has, and what it answers is read consistently before it is shown.
 */
export async function listHeads(
  stores: Stores,
  { rounds, isShown }: Wanted,
  limit: number,
  after: Place | undefined,
): Promise<{ heads: Head[]; next: Place | undefined }> {
  const fresh = await readFresh(stores, rounds);
  const heads: Head[] = [];
  let end: Place | undefined;
  for (const [round, asked] of rounds.entries()) {
    if (after && round < after.round) continue;
    const below = after?.round === round ? after.position : top;
    for await (const head of headsOf(stores, asked, fresh, { below, size: Math.min(limit + 1, atOnce) })) {
      const earlier = rounds.slice(0, round);
      if (earlier.some((one) => hasAll(postingsOfHead(head), one)) || !isShown(head)) continue;
      if (heads.length === limit) return { heads, next: end };
      heads.push(head);
      end = { round, position: listPosition(head) };
    }
  }
  return { heads, next: undefined };
}

/** A statement that the index lacks the newest version of: where it stands, and what the index should have of it. */
type Fresh = { id: string; position: string; postings: Postings };

async function readFresh({ table }: Stores, rounds: Asked[][]): Promise<Fresh[]> {
  const late = await readUnindexed(table, mostUnindexed);
  const heads = await readHeads(
    table,
    late.map(({ id }) => id),
  );
  const areTextsAsked = rounds.flat().some(isOfText);
  const fresh = heads.map(async (head) => {
    const texts = areTextsAsked ? await readTexts(table, head) : [];
    return { id: head.id, position: listPosition(head), postings: postingsOf(head, texts) };
  });
  return Promise.all(fresh);
}

/** The heads that have all that is asked for, below a position, the newest created first; read `size` at once. */
async function* headsOf(
  { table, search }: Stores,
  asked: Asked[],
  fresh: Fresh[],
  { below, size }: { below: string; size: number },
): AsyncGenerator<Head> {
  const readers = asked.length > 0 ? asked.map((one) => postingsReader(search, one)) : [everyReader(table)];
  const unindexed = new Set(fresh.map(({ position }) => position));
  const own = fresh
    .filter(({ position, postings }) => position < below && hasAll(postings, asked))
    .map(({ position }) => position)
    .sort();
  const ofHead = asked.filter((one) => !isOfText(one));
  for await (const ids of inPages(merged(own, intersection(readers, below), unindexed), size)) {
    const heads = new Map((await readHeads(table, ids)).map((head) => [head.id, head]));
    for (const id of ids) {
      const head = heads.get(id);
      if (head && !head.deleted && hasAll(postingsOfHead(head), ofHead)) yield head;
    }
  }
}

/** The ids at some positions and those of the index, in one order; the index says nothing of those it lacks. */
async function* merged(
  rising: string[],
  indexed: AsyncIterable<string>,
  unindexed: Set<string>,
): AsyncGenerator<string> {
  const own = [...rising];
  for await (const position of indexed) {
    for (let next = own.at(-1); next !== undefined && next > position; next = own.at(-1)) {
      own.pop();
      yield idAt(next);
    }
    if (!unindexed.has(position)) yield idAt(position);
  }
  yield* own.reverse().map(idAt);
}

const idAt = (position: string): string => position.slice(position.indexOf('#') + 1);

async function* inPages(ids: AsyncIterable<string>, size: number): AsyncGenerator<string[]> {
  let page: string[] = [];
  for await (const id of ids) {
    page.push(id);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
