import { invalidate } from '../../shared/edge.ts';
import { env } from '../../shared/env.ts';
import { queueHandler } from '../../shared/queue.ts';
import { sha256 } from '../../shared/statement/audit.ts';
import { isPublic } from '../../shared/statement/public.ts';
import { readHead } from '../../shared/table/heads.ts';
import { readGroup } from '../../shared/table/translations.ts';
import { tableOf } from '../../shared/table.ts';
import { outdatedBy } from './outdated.ts';

const { TABLE_NAME, DISTRIBUTION } = env('TABLE_NAME', 'DISTRIBUTION');
const table = tableOf(TABLE_NAME);

/** Has the edges forget what a publication, correction or withdrawal made old, once the bucket has the new. */
export const handler = queueHandler(
  ({ detail }) => ('id' in detail ? `${detail.id} ${'version' in detail && detail.version}` : ''),
  async ([event]) => {
    if (event?.['detail-type'] !== 'Statement Readable') return;
    const { id, version } = event.detail;
    const head = await readHead(table, id);
    if (!head || !isPublic(head)) return;
    const group = await readGroup(table, head.live.translationOf ?? id);
    const items = outdatedBy(head, group.filter(isPublic));
    await invalidate(DISTRIBUTION, `${id}-${version}-${sha256(items.join()).slice(0, 16)}`, items);
  },
);
