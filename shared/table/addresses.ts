import { Problem } from '../errors.ts';
import * as keys from '../keys.ts';
import { pathOf } from '../statement/paths.ts';
import { numberedSlug, slugOf } from '../statement/slugs.ts';
import type { KeptContent, LivePart } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { Claim, takeClaim } from './claims.ts';
import { readHead } from './heads.ts';
import { isOver } from './tries.ts';

/** More statements of one title on one day than this, and somebody is asked to name a slug. */
const mostOfOneTitle = 500;

/**
 * Takes the address that a text is about to have in public, and answers its slug: for something public the one
 * that it has, unless the date or the slug has changed. A slug that was asked for is taken or refused
 * (`path-taken`); one made from the title gets a number when others have it.
 */
export async function takeSlug(
  table: Table,
  { id, at }: Claim,
  { language, date, title, type, slug }: KeptContent,
  live?: LivePart,
): Promise<string> {
  if (live?.date === date && (slug ?? live.slug) === live.slug) return live.slug;
  if (slug !== undefined) {
    if (await takePath(table, pathOf(language, date, slug), { id, at })) return slug;
    throw pathTaken(slug, date);
  }
  const made = live?.slug ?? slugOf(title, { type, id });
  for (let n = 1; n <= mostOfOneTitle; n++) {
    const candidate = numberedSlug(made, n);
    if (await takePath(table, pathOf(language, date, candidate), { id, at })) return candidate;
  }
  throw new Problem(
    'path-taken',
    `${mostOfOneTitle} statements have this title on ${date}. Name a slug for this one.`,
  );
}

/** Throws `path-taken` if the slug that a text asks for couldn't be taken now. Nothing is taken. */
export async function requireSlug(
  table: Table,
  { id, at }: Claim,
  { language, date, slug }: Pick<KeptContent, 'language' | 'date' | 'slug'>,
): Promise<void> {
  if (slug === undefined) return;
  const path = pathOf(language, date, slug);
  const item = await table.get({ pk: keys.pathKey(path), sk: keys.pathSort });
  const holder = item && Claim.parse(item);
  if (holder && holder.id !== id && !(await isFree(table, path, holder, at))) throw pathTaken(slug, date);
}

const pathTaken = (slug: string, date: string): Problem =>
  new Problem('path-taken', `Another statement has the slug ${slug} on ${date}.`, {
    errors: [{ pointer: '/slug', detail: 'is taken on this date' }],
  });

/**
 * Takes an address for a statement. Once it was public there, that is for ever; before, for the one try that took
 * it, and others may have what a try that died has left. Answers whether the statement has it now.
 */
async function takePath(table: Table, path: string, claim: Claim): Promise<boolean> {
  const key = { pk: keys.pathKey(path), sk: keys.pathSort };
  const { id } = await takeClaim(table, key, claim, (holder) => isFree(table, path, holder, claim.at));
  return id === claim.id;
}

async function isFree(table: Table, path: string, { id, at }: Claim, now: string): Promise<boolean> {
  const head = await readHead(table, id);
  const isUsed = head?.live && [head.live.path, ...head.live.formerPaths].includes(path);
  return !isUsed && (head?.deleted !== undefined || isOver(at, now));
}
