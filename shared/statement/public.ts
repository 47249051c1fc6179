import type { Head, KeptContent, LivePart } from './statement.ts';

/** A live statement as lists show it. */
export type PublicListing = Omit<LivePart, 'text'> & { id: string };

/** A live statement whole, as its page and its machine files are made of it. */
export type PublicStatement = PublicListing & Pick<KeptContent, 'body'>;

/** A head that has something public. */
export type LiveHead = Head & { live: LivePart };
export const isLive = (head: Head): head is LiveHead => head.live !== undefined;

/** The public listing of a live head. */
export function publicListing({ id, live }: Pick<LiveHead, 'id' | 'live'>): PublicListing {
  const { text: _, ...listing } = live;
  return { id, ...listing };
}
