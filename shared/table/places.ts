import * as z from 'zod';
import * as keys from '../keys.ts';
import type { List } from '../statement/archive.ts';
import type { Table } from '../table.ts';

/** Who has a place in a list. */
export type Place = { number: number; id: string };
const Taken = z.object({ id: z.string() });

/** The place that a statement has in each list of its language that it ever stood in. */
const Own = z.record(z.string(), z.unknown()).transform(({ pk: _, sk: __, ...places }) => places);
const Places = Own.pipe(z.record(z.string(), z.int()));
export type Places = Map<List, number>;

/** A statement, and the lists that it stands in now. */
export type Standing = { id: string; lists: List[] };

const ownKey = (id: string) => ({ pk: keys.statementKey(id), sk: keys.placesSort });

/**
 * Answers statements' places in their lists and in all others that they ever stood in; each takes those that it
 * lacks, the next of the list, in the order given. What was begun by a try that died is ended by the next: a place is
 * kept with the statement first, and is its own once the list says so too.
 */
export async function takePlaces(
  table: Table,
  language: string,
  standing: Standing[],
): Promise<Map<string, Places>> {
  const lost = new Set<string>();
  for (;;) {
    const kept = await Promise.all(standing.map(({ id }) => readPlaces(table, id, lost)));
    const lasts = await lastPlaces(table, language, lackedBy(standing, kept));
    const places = standing.map(({ lists }, index) => withNext(lists, kept[index], lasts));
    const taken = standing.map(({ id }, index) => ({ id, places: places[index] ?? new Map() }));
    await Promise.all(
      taken
        .filter((own, index) => own.places.size > (kept[index]?.size ?? 0))
        .map((own) => table.put({ ...ownKey(own.id), ...Object.fromEntries(own.places) })),
    );
    const refused = await claimAll(table, language, taken);
    if (refused.length === 0) return new Map(taken.map((own) => [own.id, own.places]));
    for (const one of refused) lost.add(one);
  }
}

/** The places that a statement has kept, and the next of each list that it lacks; these are the last then. */
function withNext(lists: List[], kept: Places | undefined, lasts: Map<List, number>): Places {
  const places = new Map(kept);
  for (const list of lists.filter((one) => !places.has(one))) {
    const next = (lasts.get(list) ?? 0) + 1;
    places.set(list, next);
    lasts.set(list, next);
  }
  return places;
}

/** Claims every place; answers those that another statement has. */
async function claimAll(
  table: Table,
  language: string,
  taken: { id: string; places: Places }[],
): Promise<string[]> {
  const claims = taken.flatMap(({ id, places }) =>
    [...places].map(async ([list, number]) =>
      (await claim(table, language, list, { number, id })) ? [] : [lostOf(id, list, number)],
    ),
  );
  return (await Promise.all(claims)).flat();
}

/** A place that a statement set out for and that another has. */
const lostOf = (id: string, list: List, number: number): string => `${id} ${list} ${number}`;

async function readPlaces(table: Table, id: string, lost: Set<string>): Promise<Places> {
  const kept = Object.entries(Places.parse((await table.get(ownKey(id))) ?? {}));
  return new Map(kept.filter(([list, number]) => !lost.has(lostOf(id, list, number))));
}

/** The lists in which some statement has no place yet. */
const lackedBy = (standing: Standing[], kept: Places[]): List[] => [
  ...new Set(standing.flatMap(({ lists }, index) => lists.filter((list) => !kept[index]?.has(list)))),
];

async function lastPlaces(table: Table, language: string, lists: List[]): Promise<Map<List, number>> {
  const lasts = lists.map(async (list) => {
    const [last] = await newestPlaces(table, language, list, 1);
    return [list, last?.number ?? 0] as const;
  });
  return new Map(await Promise.all(lasts));
}

/** Gives a place to a statement, unless another has it. */
async function claim(table: Table, language: string, list: List, { number, id }: Place): Promise<boolean> {
  const item = { pk: keys.listKey(language, list), sk: keys.placeSort(number), id };
  const { inTheWay } = await table.put(item, {
    expression: 'attribute_not_exists(pk) OR #id = :id',
    names: { '#id': 'id' },
    values: { ':id': id },
  });
  return inTheWay === undefined;
}

/** The newest places of a list, the newest first. Read from the table itself: no late index can spoil it. */
export async function newestPlaces(
  table: Table,
  language: string,
  list: List,
  limit: number,
): Promise<Place[]> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :list AND begins_with(sk, :place)',
    ExpressionAttributeValues: { ':list': keys.listKey(language, list), ':place': keys.placePrefix },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: limit,
  });
  return items.map(placeOf);
}

/** The places of a list from one number to another, the newest first: few enough for one answer. */
export async function placesBetween(
  table: Table,
  language: string,
  list: List,
  [first, last]: [number, number],
): Promise<Place[]> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :list AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':list': keys.listKey(language, list),
      ':first': keys.placeSort(first),
      ':last': keys.placeSort(last),
    },
    ConsistentRead: true,
    ScanIndexForward: false,
  });
  return items.map(placeOf);
}

const placeOf = (item: Record<string, unknown>): Place => ({
  number: keys.placeOf(String(item.sk)),
  id: Taken.parse(item).id,
});
