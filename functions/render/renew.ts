import { objectsBelow } from '../../shared/keys.ts';
import { deleteObjects, listObjects, writeObjects } from '../../shared/site.ts';
import type { PublicHead } from '../../shared/statement/public.ts';
import type { Table } from '../../shared/table.ts';
import { filesOf, publishFiles } from './files.ts';
import { editionKeys, pastObjects, presentObjects, type Told, tellOf } from './rendition.ts';

/** The buckets that a statement's objects go to, and that its files come from. */
export type Buckets = { site: string; uploads: string };

/**
 * Makes what the site has of a statement what its head and records say: its files, which the page leads to; the page,
 * since readers wait for it; then what it said before; then whatever else is at its addresses goes, so that a reader
 * finds the new address before the old one has gone. Everything below the address of a statement is this function's.
 * Answers what it was made of.
 */
export async function renew(table: Table, buckets: Buckets, head: PublicHead, origin: string): Promise<Told> {
  const bucket = buckets.site;
  const [there, told] = await Promise.all([keysOf(bucket, head), tellOf(table, head, origin)]);
  const files = filesOf(told);
  await publishFiles(
    table,
    buckets,
    files.filter(({ key }) => !there.includes(key)),
  );
  const present = await presentObjects(table, told);
  await writeObjects(bucket, present);
  const past = await pastObjects(table, told, there);
  await writeObjects(bucket, past);
  const belonging = new Set([...[...files, ...present, ...past].map(({ key }) => key), ...editionKeys(told)]);
  await deleteObjects(
    bucket,
    there.filter((key) => !belonging.has(key)),
  );
  return told;
}

/** The keys of what the site has at a statement's addresses, and below them; of a first edition, nothing yet. */
async function keysOf(bucket: string, { live }: PublicHead): Promise<string[]> {
  if (live.edition === 1 && !live.withdrawn) return [];
  const found = [live.path, ...live.formerPaths].map((path) => listObjects(bucket, objectsBelow(path)));
  return (await Promise.all(found)).flat().map(({ key }) => key);
}
