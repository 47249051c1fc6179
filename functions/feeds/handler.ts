import { env } from '../../shared/env.ts';
import { noteLatency } from '../../shared/metrics.ts';
import { queueHandler } from '../../shared/queue.ts';
import { writeObjects } from '../../shared/site.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { settle } from '../../shared/table/pending.ts';
import { tableOf } from '../../shared/table.ts';
import { gather, remember } from './gather.ts';
import { listObjects } from './list-objects.ts';

const { TABLE_NAME, SITE_BUCKET } = env('TABLE_NAME', 'SITE_BUCKET');
const table = tableOf(TABLE_NAME);

/**
 * Makes the lists of each language that a batch tells of: front page, latest block, feed. The queue's groups
 * are the languages, so that a list has one writer at a time.
 */
export const handler = queueHandler(
  ({ detail }) => detail.language,
  async (events) => {
    const language = events[0]?.detail.language ?? '';
    let told = events.flatMap(({ detail }) => ('id' in detail ? [detail.id] : []));
    do {
      const lists = await gather(table, language, told);
      await writeObjects(SITE_BUCKET, listObjects(language, lists, new Date()));
      await remember(table, language, lists);
      told = await settleAll(lists.told);
    } while (told.length > 0);
  },
);

/** Settles the heads that the lists were made of; answers the ids of those that moved meanwhile. */
async function settleAll(heads: Head[]): Promise<string[]> {
  for (const head of heads) noteLatency(head, 'lists');
  const moved = await Promise.all(heads.map((head) => settle(table, head, 'lists')));
  return moved.flatMap((head) => (head ? [head.id] : []));
}
