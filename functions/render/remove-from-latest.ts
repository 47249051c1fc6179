import { batchesOf } from '../../shared/batches.ts';
import { objectsIn } from '../../shared/keys.ts';
import { listObjects } from '../../shared/site.ts';
import { addressOf } from '../../shared/statement/leads.ts';
import { isLive, isPublic, type PublicHead } from '../../shared/statement/public.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import { readHolder } from '../../shared/table/holder.ts';
import { latestLength, publishedAfter } from '../../shared/table/lists.ts';
import type { Table } from '../../shared/table.ts';
import { rewritePage } from './rewrite-page.ts';

/** How far the clocks of the table and the bucket, and a late index, may be apart. */
const slackMilliseconds = 60_000;
/** How many pages are written at once. */
const atOnce = 10;

/**
 * Writes anew the pages that still show the title of a statement whose words were taken off the site: those of
 * its language that were written while it stood in the latest block. That takes a listing of the bucket, once
 * for such a withdrawal; what it writes doesn't grow with the archive.
 */
export async function removeFromLatest(
  table: Table,
  bucket: string,
  gone: PublicHead,
  origin: string,
): Promise<void> {
  const from = Date.parse(gone.live.firstPublished) - slackMilliseconds;
  const until = (await leftLatest(table, gone)) + slackMilliseconds;
  const languages = new Set(
    [gone.live.path, ...gone.live.formerPaths].map((path) => path.split('/')[1] ?? ''),
  );
  for (const language of languages) {
    const listed = await listObjects(bucket, objectsIn(language));
    const written = listed.filter(({ written }) => written.getTime() >= from && written.getTime() <= until);
    const paths = written.flatMap(({ key }) => {
      const address = addressOf(`/${key}`);
      return address?.below === '' && address.path !== gone.live.path ? [address.path] : [];
    });
    for (const some of batchesOf(paths, atOnce))
      await Promise.all(some.map((path) => writePage(table, bucket, path, { origin, without: gone.id })));
  }
}

/**
 * When the last page was written that could show a statement, in milliseconds: as many as the block shows had
 * been published that stand above it. One that has moved may have stood elsewhere, and is looked for up to now.
 */
async function leftLatest(table: Table, { id, live }: PublicHead): Promise<number> {
  if (live.formerPaths.length > 0) return Number.POSITIVE_INFINITY;
  const own = liveOrders({ id, ...live });
  let above = 0;
  for await (const head of publishedAfter(table, live.language, own.livePublished)) {
    if (!isLive(head) || liveOrders({ id: head.id, ...head.live }).liveDate < own.liveDate) continue;
    above++;
    if (above === latestLength) return Date.parse(head.live.firstPublished);
  }
  return Number.POSITIVE_INFINITY;
}

/** Writes the page of whichever statement is at a path. */
async function writePage(
  table: Table,
  bucket: string,
  path: string,
  options: { origin: string; without: string },
): Promise<void> {
  const head = await readHolder(table, path);
  if (head && isPublic(head) && head.live.path === path) await rewritePage(table, bucket, head, options);
}
