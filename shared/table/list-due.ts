import { isScheduled } from '../statement/scheduling.ts';
import type { Head } from '../statement/statement.ts';
import { duePosition } from './head-item.ts';
import { listHeads, type Place, type Stores, type Wanted } from './list-heads.ts';

/**
 * A page of what is scheduled, the first that is due first, from after a place. What waits for its time is little enough
 * to be read whole.
 */
export async function listDue(
  stores: Stores,
  wanted: Wanted,
  limit: number,
  after: Place | undefined,
): Promise<{ heads: Head[]; next: Place | undefined }> {
  const { heads } = await listHeads(stores, wanted, Number.POSITIVE_INFINITY, undefined);
  const rest = heads
    .filter(isScheduled)
    .map((head) => ({ head, position: duePosition(head) }))
    .filter(({ position }) => position > (after?.position ?? ''))
    .sort((a, b) => (a.position < b.position ? -1 : 1));
  const page = rest.slice(0, limit);
  const end = rest.length > limit ? page.at(-1) : undefined;
  return { heads: page.map(({ head }) => head), next: end && { round: 0, position: end.position } };
}
