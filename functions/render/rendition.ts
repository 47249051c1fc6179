import type { SiteObject } from '../../shared/site.ts';
import {
  bareStatement,
  isLive,
  isPublic,
  type PublicHead,
  publicListing,
} from '../../shared/statement/public.ts';
import { editionsAmong, type PublicAct, type PublicEdition } from '../../shared/statement/public-acts.ts';
import { textsToCompare } from '../../shared/statement/public-changes.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import { readHead } from '../../shared/table/heads.ts';
import { latestLength, latestListings, newest } from '../../shared/table/lists.ts';
import { readPublicActs, readText } from '../../shared/table/records.ts';
import { readGroup } from '../../shared/table/translations.ts';
import type { Table } from '../../shared/table.ts';
import { changesObject } from './changes-object.ts';
import { editionKey, editionObject, editionsToWrite } from './edition-objects.ts';
import { noticeObjects, type Surroundings, statementObjects } from './statement-objects.ts';

/** A head's public part with what was done to it in public, and what its pages are made with. */
export type Told = {
  head: PublicHead;
  acts: PublicAct[];
  editions: PublicEdition[];
  translations: PublicHead[];
  surroundings: Surroundings;
};

/**
 * Reads all that a statement's pages are made of, but the texts. `without` is the id of another statement that
 * may not stand in the latest block, whatever a late index says.
 */
export async function tellOf(
  table: Table,
  head: PublicHead,
  origin: string,
  without?: string,
): Promise<Told> {
  const [indexed, replacement, acts, translations] = await Promise.all([
    latestListings(table, head.live.language),
    replacementOf(table, head),
    readPublicActs(table, head),
    publicTranslations(table, head),
  ]);
  // The index may be late: it lacks this very statement, or has its words as they were.
  const others = indexed.filter(({ id }) => id !== head.id && id !== without);
  const own = isLive(head) ? [publicListing(head)] : [];
  const latest = newest([...own, ...others], latestLength, (listing) => liveOrders(listing).liveDate);
  const editions = editionsAmong(acts);
  const surroundings = {
    origin,
    latest,
    replacement,
    translations: translations.map(publicListing),
    now: new Date(),
  };
  return { head, acts, editions, translations, surroundings };
}

/** The head as it is now, if what was told of it or of its translations isn't true any more; else undefined. */
export async function haveMoved(table: Table, { head, translations }: Told): Promise<Head | undefined> {
  const [now, others] = await Promise.all([readHead(table, head.id), publicTranslations(table, head)]);
  const acts = (heads: PublicHead[]) => heads.map(({ live }) => live.record).join();
  return now?.version !== head.version || acts(others) !== acts(translations) ? now : undefined;
}

/** The other languages of a public statement that have something public. */
async function publicTranslations(table: Table, { id, live }: PublicHead): Promise<PublicHead[]> {
  const original = live.translationOf ?? id;
  const group = await readGroup(table, original);
  return group
    .filter((head) => head.id !== id)
    .filter(isPublic)
    .filter((head) => head.id === original || head.live.translationOf === original);
}

/** The page as it is now, and the files beside it. */
export async function presentObjects(
  table: Table,
  { head, editions, surroundings }: Told,
): Promise<SiteObject[]> {
  const listing = publicListing(head);
  const edition = editions.at(-1);
  const bare = bareStatement(listing);
  if (bare) return noticeObjects(bare, edition?.digest, surroundings);
  const { body } = await readText(table, head.id, head.live.text);
  return statementObjects({ ...listing, body }, { ...surroundings, edition });
}

/** What the statement said before, as far as it isn't among the keys that are `there`; and what has changed. */
export async function pastObjects(
  table: Table,
  { head, acts, editions, surroundings }: Told,
  there: string[],
): Promise<SiteObject[]> {
  if (bareStatement(publicListing(head))) return [];
  const textOf = (key: string) => readText(table, head.id, key);
  const pages = editionsToWrite(head, acts, editions, there).map(async (edition) =>
    editionObject(head, edition, await textOf(edition.text), surroundings),
  );
  if (acts.length === 1) return Promise.all(pages);
  const changes = async () => {
    const texts = textsToCompare(acts).map(async (key) => [key, await textOf(key)] as const);
    return changesObject(head, acts, new Map(await Promise.all(texts)), surroundings);
  };
  return Promise.all([changes(), ...pages]);
}

/** The keys of all editions that stay readable, written now or before. */
export const editionKeys = ({ head, editions }: Told): string[] =>
  bareStatement(publicListing(head))
    ? []
    : editions.map(({ edition }) => editionKey(head.live.path, edition));

/** The statement that replaces a withdrawn one, at the address that it has now. */
async function replacementOf(table: Table, { live }: PublicHead) {
  const id = live.withdrawn?.replacedBy;
  const head = id && (await readHead(table, id));
  return head && isPublic(head) ? publicListing(head) : undefined;
}
