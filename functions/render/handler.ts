import { env } from '../../shared/env.ts';
import { noteLatency } from '../../shared/metrics.ts';
import { queueHandler } from '../../shared/queue.ts';
import { bareStatement, isPublic, publicListing } from '../../shared/statement/public.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { readHead } from '../../shared/table/heads.ts';
import { settle } from '../../shared/table/pending.ts';
import { tableOf } from '../../shared/table.ts';
import { removeFromLatest } from './remove-from-latest.ts';
import { haveMoved } from './rendition.ts';
import { renew } from './renew.ts';
import { rewritePage } from './rewrite-page.ts';

const { TABLE_NAME, SITE_BUCKET, UPLOADS_BUCKET, ORIGIN } = env(
  'TABLE_NAME',
  'SITE_BUCKET',
  'UPLOADS_BUCKET',
  'ORIGIN',
);
const table = tableOf(TABLE_NAME);
const buckets = { site: SITE_BUCKET, uploads: UPLOADS_BUCKET };

/** Makes what the site has of each statement that a batch tells of what the statement's head says. */
export const handler = queueHandler(
  ({ detail }) => ('id' in detail ? detail.id : ''),
  async ([event]) => {
    if (!event || !('id' in event.detail)) return;
    let head: Head | undefined = await readHead(table, event.detail.id);
    // What the message says is old news: the page is of the head as it is, and again if it moved meanwhile.
    while (head && isPublic(head)) {
      const told = await renew(table, buckets, head, ORIGIN);
      for (const translation of told.translations)
        await rewritePage(table, SITE_BUCKET, translation, { origin: ORIGIN });
      if (bareStatement(publicListing(head))) await removeFromLatest(table, SITE_BUCKET, head, ORIGIN);
      noteLatency(head, 'page');
      head = (await haveMoved(table, told)) ?? (await settle(table, head, 'page'));
    }
  },
);
