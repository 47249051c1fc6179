import * as z from 'zod';
import * as keys from '../keys.ts';
import { isLive, type PublicListing } from '../statement/public.ts';
import { dueInstant, isScheduled, type Scheduled } from '../statement/scheduling.ts';
import { channels, Head } from '../statement/statement.ts';

/** The attributes that put a head into its sparse indexes. The awaited channels are a string set. */
const Mark = z.object({
  pendingSince: z.string().optional(),
  awaiting: z.set(z.enum(channels)).optional(),
  unindexedSince: z.string().optional(),
});

/** A head as the table keeps it: the head, its keys, and its place in each index. */
export function headItem({ pending, unindexed, ...head }: Head) {
  return {
    ...head,
    pk: keys.statementKey(head.id),
    sk: keys.headSort,
    ...(!head.deleted && { listed: keys.allStatements, listedAt: listPosition(head) }),
    ...liveIndex(head),
    ...(isScheduled(head) && { due: keys.allDue, dueAt: duePosition(head) }),
    ...(unindexed && { unindexed: keys.allUnindexed, unindexedSince: unindexed }),
    ...(pending && {
      pending: keys.allPending,
      pendingSince: pending.since,
      ...(pending.channels.length > 0 && { awaiting: new Set(pending.channels) }),
    }),
  };
}

/** The head of an item, as `headItem` made it. */
export function headOf({ pending: _, unindexed: __, ...item }: Record<string, unknown>): Head {
  const { pendingSince, awaiting, unindexedSince } = Mark.parse(item);
  return Head.parse({
    ...item,
    unindexed: unindexedSince,
    pending: pendingSince && { since: pendingSince, channels: [...(awaiting ?? [])] },
  });
}

/** Where a head stands in every list of the office: by creation, which no change moves. */
export const listPosition = (head: Pick<Head, 'id' | 'createdAt'>): string => `${head.createdAt}#${head.id}`;

/** Where a head stands among what is due. */
export const duePosition = (head: Scheduled): string => `${dueInstant(head)}#${head.id}`;

/** The two orders of what is live, as the indexes keep them: by date, and by first publication. */
export const liveOrders = ({
  id,
  date,
  firstPublished,
}: Pick<PublicListing, 'id' | 'date' | 'firstPublished'>) => ({
  liveDate: `${date}#${firstPublished}#${id}`,
  livePublished: `${firstPublished}#${id}`,
});

function liveIndex(head: Head) {
  if (!isLive(head)) return {};
  const { id, live } = head;
  return { liveIn: keys.liveIn(live.language), ...liveOrders({ id, ...live }) };
}
