import * as z from 'zod';
import * as keys from '../keys.ts';
import { chainOf, chainStart, SealedEntry, seal, sha256 } from '../statement/audit.ts';
import { isTokenOf, Preview, type PreviewChange } from '../statement/previews.ts';
import type { Table } from '../table.ts';
import { readAll } from './records.ts';

/** Where a link leads: which preview of which statement. */
const Link = z.object({ statement: z.string(), preview: z.string() });

const keyOf = (statement: string, preview: string) => ({
  pk: keys.previewsKey(statement),
  sk: keys.previewSort(preview),
});

/**
 * Carries a change of a preview out as `commit` does one of a statement: the entry first, then the preview, with one
 * conditional write. A new one's link goes before both, and leads nowhere until it is there. Answers whether it
 * committed; it doesn't if the preview changed meanwhile.
 */
export async function commitPreview(
  table: Table,
  { before, after, entry }: PreviewChange,
  change: string,
): Promise<boolean> {
  const { id, statement, digest, version } = after;
  const sealed = seal(entry, before?.lastEntry ?? chainStart);
  if (digest !== before?.digest)
    await table.put({ pk: keys.linkKey(digest), sk: keys.linkSort, statement, preview: id });
  const sk = keys.previewEntrySort(id, version, change);
  await table.put({ ...sealed, pk: keys.previewsKey(statement), sk });
  const { inTheWay } = await table.put(
    { ...after, lastEntry: sealed.hash, ...keyOf(statement, id) },
    before
      ? {
          expression: '#version = :before',
          names: { '#version': 'version' },
          values: { ':before': before.version },
        }
      : { expression: 'attribute_not_exists(pk)' },
  );
  // The one in the way may be ours: the SDK repeats a write whose answer was lost.
  return !inTheWay || inTheWay['lastEntry'] === sealed.hash;
}

/** Reads a preview of a statement, consistently. */
export async function readPreview(table: Table, statement: string, id: string): Promise<Preview | undefined> {
  const item = await table.get(keyOf(statement, id));
  return item && Preview.parse(item);
}

/** The preview that a link's token was made for; undefined for any other token. */
export async function findPreview(table: Table, token: string): Promise<Preview | undefined> {
  const item = await table.get({ pk: keys.linkKey(sha256(token)), sk: keys.linkSort });
  if (!item) return undefined;
  const link = Link.parse(item);
  const preview = await readPreview(table, link.statement, link.preview);
  return preview && isTokenOf(preview, token) ? preview : undefined;
}

/** All previews of a statement, the newest made first. */
export async function readPreviews(table: Table, statement: string): Promise<Preview[]> {
  const items = await readAll(table, keys.previewsKey(statement), keys.previewPrefix);
  const previews = items.map((item) => Preview.parse(item));
  return previews.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** The audit trails of all previews of a statement as one, newest first. */
export async function readPreviewTrails(table: Table, statement: string): Promise<SealedEntry[]> {
  const previews = await readPreviews(table, statement);
  const items =
    previews.length > 0 ? await readAll(table, keys.previewsKey(statement), keys.entryPrefix) : [];
  const entries = items.map((item) => SealedEntry.parse(item));
  const trails = previews.flatMap(({ lastEntry }) => chainOf(entries, lastEntry));
  return trails.sort((a, b) => (a.at < b.at ? 1 : -1));
}
