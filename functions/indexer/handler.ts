import { env } from '../../shared/env.ts';
import { queueHandler } from '../../shared/queue.ts';
import { postingsOf } from '../../shared/statement/postings.ts';
import type { Head } from '../../shared/statement/statement.ts';
import { readHead } from '../../shared/table/heads.ts';
import { writePostings } from '../../shared/table/postings.ts';
import { readTexts } from '../../shared/table/records.ts';
import { settleIndexed } from '../../shared/table/unindexed.ts';
import { tableOf } from '../../shared/table.ts';

const { TABLE_NAME, SEARCH_TABLE } = env('TABLE_NAME', 'SEARCH_TABLE');
const table = tableOf(TABLE_NAME);
const search = tableOf(SEARCH_TABLE);

/**
 * Makes the search index have of each statement that a batch tells of what its head and texts say. The queue is one
 * group, so that no two write of one statement at a time.
 */
export const handler = queueHandler(
  ({ detail }) => ('id' in detail ? detail.id : ''),
  async ([event]) => {
    if (!event || !('id' in event.detail)) return;
    let head: Head | undefined = await readHead(table, event.detail.id);
    while (head) {
      await writePostings(search, head, postingsOf(head, await readTexts(table, head)));
      head = await settleIndexed(table, head);
    }
  },
);
