import type { PublicListing } from './public.ts';
import type { Head, LivePart } from './statement.ts';

/** Another language of a public statement, as its page and files tell of it. */
export type Translation = Pick<
  PublicListing,
  'id' | 'language' | 'path' | 'edition' | 'follows' | 'translationOf' | 'withdrawn'
>;

/** The edition of the original that a translation follows when it is made public: the one to come, if none is there. */
export const followedIn = (original: Pick<Head, 'live'>): LivePart['follows'] => ({
  edition: original.live?.edition ?? 1,
});

/** Whether the original has been corrected since the edition that a translation follows. */
export const isBehind = (
  follows: LivePart['follows'],
  original: Pick<LivePart, 'edition'> | undefined,
): boolean => follows !== undefined && original !== undefined && original.edition > follows.edition;

/** The original among the other languages of a statement; undefined for the original itself. */
export const originalAmong = (
  { translationOf }: Pick<PublicListing, 'translationOf'>,
  translations: Translation[],
): Translation | undefined => translations.find(({ id }) => id === translationOf);

/** Whether a head is of a group of translations, by what either of its parts says; one that was deleted has none. */
export const isInGroup = ({ id, live, work, deleted }: Head, original: string): boolean =>
  (id === original && !deleted) || [live, work].some((part) => part?.translationOf === original);
