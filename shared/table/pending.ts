import type { Channel, Head } from '../statement/statement.ts';
import type { Table } from '../table.ts';
import { headOf } from './head-item.ts';
import { updateMarks } from './marks.ts';

/**
 * Says that a channel has brought this version of the head to the site. Answers undefined if the head is
 * still at that version, else the head as it is now: then the work is to be done over.
 */
export async function settle(table: Table, head: Head, channel: Channel): Promise<Head | undefined> {
  const { item, inTheWay } = await updateMarks(table, head, 'DELETE awaiting :channel', {
    values: { ':channel': new Set([channel]) },
  });
  if (inTheWay) return headOf(inTheWay);
  if (item?.pendingSince && !item.awaiting)
    await updateMarks(table, head, 'REMOVE pending, pendingSince', {
      and: 'attribute_not_exists(awaiting)',
    });
  return undefined;
}
