import type { PublicListing } from '../../shared/statement/public.ts';
import { liveOrders } from '../../shared/table/head-item.ts';
import { newest } from '../../shared/table/lists.ts';

/**
 * What a feed shows, the newest first: the newest statements of its list, notices among them; and the notices of older
 * ones, since those who had them should learn of it, for as long as the feed has something older than the notice. They
 * stand beside the newest and push none of them out, or one could be missed between the feed and its archive.
 */
export function feedListings(shown: PublicListing[], withdrawn: PublicListing[]): PublicListing[] {
  const among = new Set(shown.map(({ id }) => id));
  const oldest = shown.map(orderInFeed).sort()[0] ?? '';
  const notices = withdrawn.filter(
    (listing) => listing.withdrawn && !among.has(listing.id) && orderInFeed(listing) > oldest,
  );
  const told = newest(notices, mostNotices, orderInFeed);
  return newest([...shown, ...told], shown.length + told.length, orderInFeed);
}

/** The most notices of older statements that a feed has. */
const mostNotices = 10;

/** A notice is as new as the withdrawal: a feed that has long passed the statement has it at its top. */
const orderInFeed = ({ withdrawn, id, ...listing }: PublicListing): string =>
  withdrawn ? `${withdrawn.at}#${id}` : liveOrders({ id, ...listing }).livePublished;
