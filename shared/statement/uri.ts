import type { PublicListing } from './public.ts';

/** What names a statement for good, whatever becomes of its address: a tag URI (RFC 4151) of its id. */
export const statementUri = (
  origin: string,
  { id, firstPublished }: Pick<PublicListing, 'id' | 'firstPublished'>,
): string => `tag:${new URL(origin).hostname},${firstPublished.slice(0, 10)}:${id}`;
