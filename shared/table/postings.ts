import * as z from 'zod';
import * as keys from '../keys.ts';
import { sha256 } from '../statement/audit.ts';
import type { Asked, Postings } from '../statement/postings.ts';
import type { Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { listPosition } from './head-item.ts';

/** What is posted of a statement: each of its terms, with a digest of the words that stand there. */
const Posted = z.object({ terms: z.record(z.string(), z.string()) });

/**
 * Makes the search index have of a statement what it should, with as many writes as terms have changed. What is about
 * to change is kept first, so that a try that dies half way leaves nothing that the next one doesn't know of. Has one
 * writer at a time: the indexer's queue is one group.
 */
export async function writePostings(table: Table, head: Head, postings: Postings): Promise<void> {
  const record = { pk: keys.statementKey(head.id), sk: keys.postedSort };
  const item = await table.get(record);
  const before = item ? Posted.parse(item).terms : {};
  const terms = Object.fromEntries([...postings].map(([term, words]) => [term, digestOf(words)]));
  const changed = [...postings].filter(([term]) => before[term] !== terms[term]);
  const gone = Object.keys(before).filter((term) => !(term in terms));
  if (changed.length === 0 && gone.length === 0) return;

  const unsure = Object.fromEntries(
    [...changed.map(([term]) => term), ...gone].map((term) => [term, unknown]),
  );
  await table.put({ ...record, terms: { ...before, ...unsure } });
  const key = (term: string) => ({ pk: keys.termKey(term), sk: listPosition(head) });
  await table.writeAll(
    changed.map(([term, words]) => ({ ...key(term), ...(words && { words }) })),
    gone.map(key),
  );
  await table.put({ ...record, terms });
}

const unknown = '?';
const digestOf = (words: string): string => (words ? sha256(words).slice(0, 8) : '');

/** A place in a list below all others. */
export const top = '~';
/** A position behind which the next one below is this one itself. */
const at = (position: string): string => `${position} `;

/** Finds the newest statement below a position, by its position. */
type Reader = (below: string) => Promise<string | undefined>;

/**
 * The positions of all statements that have everything asked for, from below a position, the newest first. Each term's
 * postings are in that order too; so none is read that is newer than what another term's reader has already passed.
 */
export async function* intersection(readers: Reader[], below: string): AsyncGenerator<string> {
  for (let position = below; ; ) {
    const found = await Promise.all(readers.map((read) => read(position)));
    let [lowest] = found;
    for (const one of found) {
      if (one === undefined || lowest === undefined) return;
      if (one < lowest) lowest = one;
    }
    if (lowest === undefined) return;
    const isCommon = found.every((one) => one === lowest);
    if (isCommon) yield lowest;
    position = isCommon ? lowest : at(lowest);
  }
}

/**
 * How many postings a reader reads at first: of a term that holds many words, few of which are asked for, more. Each
 * further page is twice as long: so what is rare takes few queries, and what is common few postings.
 */
const firstPage = { term: 100, words: 1000 };

/** Reads the postings of one term. */
export const postingsReader = (table: Table, { term, contains }: Asked): Reader =>
  pageReader(contains ? firstPage.words : firstPage.term, async (below, start, Limit) => {
    const { items, next } = await table.query({
      KeyConditionExpression: 'pk = :term AND sk < :below',
      ...(contains && {
        FilterExpression: 'contains(#words, :words)',
        ExpressionAttributeNames: { '#words': 'words' },
      }),
      ExpressionAttributeValues: {
        ':term': keys.termKey(term),
        ':below': below,
        ...(contains && { ':words': contains }),
      },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit,
      ...(start && { ExclusiveStartKey: start }),
    });
    return { positions: items.map(({ sk }) => String(sk)), next };
  });

/** Reads the index of all statements. */
export const everyReader = (table: Table): Reader =>
  pageReader(firstPage.term, async (below, start, Limit) => {
    const { items, next } = await table.query({
      IndexName: 'by-creation',
      KeyConditionExpression: 'listed = :all AND listedAt < :below',
      ExpressionAttributeValues: { ':all': keys.allStatements, ':below': below },
      ScanIndexForward: false,
      Limit,
      ...(start && { ExclusiveStartKey: start }),
    });
    return { positions: items.map(({ listedAt }) => String(listedAt)), next };
  });

/** How many statements have a term. */
export const countPostings = (table: Table, { term }: Asked): Promise<number> =>
  table.count({
    KeyConditionExpression: 'pk = :term',
    ExpressionAttributeValues: { ':term': keys.termKey(term) },
    ConsistentRead: true,
  });

type NextKey = Record<string, unknown> | undefined;
type Page = { positions: string[]; next?: NextKey };

/** A reader that keeps the page it has read, and reads on from where it is asked. */
function pageReader(
  length: number,
  read: (below: string, start: NextKey, length: number) => Promise<Page>,
): Reader {
  let page: string[] = [];
  let next = length;
  let isLast = false;
  return async (below) => {
    const isBelow = (position: string) => position < below;
    for (let start: NextKey, first = true; ; first = false) {
      const found = page.find(isBelow);
      if (found !== undefined) return found;
      if (isLast || (!first && !start)) return undefined;
      const answer = await read(below, start, next);
      next *= 2;
      page = answer.positions;
      start = answer.next;
      isLast = !start;
    }
  };
}
