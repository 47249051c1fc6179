import { env } from '../../shared/env.ts';
import { noteLatency } from '../../shared/metrics.ts';
import { queueHandler } from '../../shared/queue.ts';
import { writeObjects } from '../../shared/site.ts';
import { isLive, type LiveHead, publicListing } from '../../shared/statement/public.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { readHead } from '../../shared/table/heads.ts';
import { latestListings } from '../../shared/table/lists.ts';
import { settle } from '../../shared/table/pending.ts';
import { readText } from '../../shared/table/records.ts';
import { tableOf } from '../../shared/table.ts';
import { statementObjects } from './statement-objects.ts';

const { TABLE_NAME, SITE_BUCKET, ORIGIN } = env('TABLE_NAME', 'SITE_BUCKET', 'ORIGIN');
const table = tableOf(TABLE_NAME);

/** Renders the page, and the files beside it, of each statement that a batch tells of. */
export const handler = queueHandler(
  ({ detail }) => ('id' in detail ? detail.id : ''),
  async ([event]) => {
    if (!event || !('id' in event.detail)) return;
    let head: Head | undefined = await readHead(table, event.detail.id);
    // What the message says is old news: the page is of the head as it is, and again if it moved meanwhile.
    while (head && isLive(head)) {
      await writeObjects(SITE_BUCKET, await objectsOf(head));
      noteLatency(head, 'page');
      head = await settle(table, head, 'page');
    }
  },
);

async function objectsOf(head: LiveHead) {
  const { text, language } = head.live;
  const [{ body }, latest] = await Promise.all([
    readText(table, head.id, text),
    latestListings(table, language),
  ]);
  const statement = { ...publicListing(head), body };
  return statementObjects(statement, ORIGIN, latest, new Date());
}
