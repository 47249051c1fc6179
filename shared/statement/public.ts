import { listing, type Text } from './change.ts';
import type { Edition } from './edition.ts';
import type { Head, KeptContent, LivePart, Notice } from './statement.ts';

/** A public statement as lists show it. */
export type PublicListing = Omit<LivePart, 'text' | 'formerPaths' | 'act' | 'record' | 'late'> & {
  id: string;
};

/** A public statement whole, as its page and its machine files are made of it. */
export type PublicStatement = PublicListing & Pick<KeptContent, 'body'>;

/** A head that has an address on the site: a text, or the notice that it was withdrawn. */
export type PublicHead = Head & { live: LivePart };
export const isPublic = (head: Head): head is PublicHead => head.live !== undefined;

/** Whether a head's text can be read: it is public, and not withdrawn. */
export const isLive = (head: Head): head is PublicHead => isPublic(head) && !head.live.withdrawn;

/** The public listing of a head. */
export function publicListing({ id, live }: Pick<PublicHead, 'id' | 'live'>): PublicListing {
  const { text: _, formerPaths: __, act: ___, record: ____, late: _____, ...shown } = live;
  return { id, ...shown };
}

/** A public statement as it was in an edition: the words of then, at the address and under the notice of now. */
export function asInEdition(
  { id, live }: Pick<PublicHead, 'id' | 'live'>,
  { edition, at }: Pick<Edition, 'edition' | 'at'>,
  text: Text,
): PublicStatement {
  const { slug, path, reference, firstPublished, lastMajorChange, withdrawn } = live;
  const now = { slug, path, reference, firstPublished, lastMajorChange, withdrawn };
  return { id, ...listing(text), ...now, body: text.content.body, edition, lastChange: at };
}

/** A public statement whose words a withdrawal has taken off the site: what is left is none of them. */
export type BareStatement = Pick<
  PublicListing,
  | 'id'
  | 'type'
  | 'language'
  | 'date'
  | 'path'
  | 'reference'
  | 'edition'
  | 'firstPublished'
  | 'lastMajorChange'
  | 'lastChange'
> & { withdrawn: Notice };

/** What is left of a statement without its words; undefined for one that can be read. */
export function bareStatement(listing: PublicListing): BareStatement | undefined {
  const { id, type, language, date, path, reference, edition, withdrawn } = listing;
  if (!withdrawn || withdrawn.keepText) return undefined;
  const { firstPublished, lastMajorChange, lastChange } = listing;
  const instants = { firstPublished, lastMajorChange, lastChange };
  return { id, type, language, date, path, reference, edition, ...instants, withdrawn };
}

/** What a notice says of the statement that replaces a withdrawn one: none of its words, since they may change. */
export type Replacement = Pick<PublicListing, 'id' | 'type' | 'language' | 'path' | 'reference'>;
