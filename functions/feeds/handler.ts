import { env } from '../../shared/env.ts';
import { frameOf } from '../../shared/frame.ts';
import { noteLatency } from '../../shared/metrics.ts';
import { queueHandler } from '../../shared/queue.ts';
import { writeObjects } from '../../shared/site.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { settle } from '../../shared/table/pending.ts';
import { tableOf } from '../../shared/table.ts';
import { renewArchive } from './archive.ts';
import { frontObjects } from './front-objects.ts';
import { gather, remember } from './gather.ts';

const { TABLE_NAME, SITE_BUCKET } = env('TABLE_NAME', 'SITE_BUCKET');
const table = tableOf(TABLE_NAME);

/**
 * Makes the lists of each language that a batch tells of: front page and latest block, then the lists of the archive
 * and their feeds. The queue's groups are the languages, so that a list has one writer at a time.
 */
export const handler = queueHandler(
  ({ detail }) => detail.language,
  async (events) => {
    const language = events[0]?.detail.language ?? '';
    const asked = events.some((event) => event['detail-type'] === 'Lists Outdated');
    let told = events.flatMap(({ detail }) => ('id' in detail ? [detail.id] : []));
    do {
      const frame = frameOf(language, new Date());
      const gathered = await gather(table, language, told);
      await writeObjects(SITE_BUCKET, frontObjects(frame, gathered.byDate));
      const { outdated } = gathered;
      await renewArchive(table, SITE_BUCKET, frame, { ...gathered, outdated: outdated || asked });
      await remember(table, language, gathered);
      told = await settleAll(gathered.told);
    } while (told.length > 0);
  },
);

/** Settles the heads that the lists were made of; answers the ids of those that moved meanwhile. */
async function settleAll(heads: Head[]): Promise<string[]> {
  for (const head of heads) noteLatency(head, 'lists');
  const moved = await Promise.all(heads.map((head) => settle(table, head, 'lists')));
  return moved.flatMap((head) => (head ? [head.id] : []));
}
