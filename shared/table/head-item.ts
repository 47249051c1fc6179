import * as z from 'zod';
import * as keys from '../keys.ts';
import type { PublicListing } from '../statement/public.ts';
import { channels, Head } from '../statement/statement.ts';

/** The attributes that put a pending head into its sparse index. The awaited channels are a string set. */
const Mark = z.object({ pendingSince: z.string().optional(), awaiting: z.set(z.enum(channels)).optional() });

/** A head as the table keeps it: the head, its keys, and its place in each index. */
export function headItem({ pending, ...head }: Head) {
  return {
    ...head,
    pk: keys.statementKey(head.id),
    sk: keys.headSort,
    listed: keys.allStatements,
    listedAt: listPosition(head),
    ...liveIndex(head),
    ...(pending && {
      pending: keys.allPending,
      pendingSince: pending.since,
      ...(pending.channels.length > 0 && { awaiting: new Set(pending.channels) }),
    }),
  };
}

/** The head of an item, as `headItem` made it. */
export function headOf({ pending: _, ...item }: Record<string, unknown>): Head {
  const { pendingSince, awaiting } = Mark.parse(item);
  return Head.parse({
    ...item,
    pending: pendingSince && { since: pendingSince, channels: [...(awaiting ?? [])] },
  });
}

/** Where a head stands in the list of all statements: by creation. */
export const listPosition = (head: Head): string => `${head.createdAt}#${head.id}`;

/** The two orders of what is live, as the indexes keep them: by date, and by first publication. */
export const liveOrders = ({
  id,
  date,
  firstPublished,
}: Pick<PublicListing, 'id' | 'date' | 'firstPublished'>) => ({
  liveDate: `${date}#${firstPublished}#${id}`,
  livePublished: `${firstPublished}#${id}`,
});

function liveIndex({ id, live }: Omit<Head, 'pending'>) {
  return live ? { liveIn: keys.liveIn(live.language), ...liveOrders({ id, ...live }) } : {};
}
