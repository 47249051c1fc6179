import { type Asked, hasAll, postingsOf } from './postings.ts';
import { asReadBy, reachOf } from './readers.ts';
import type { Caller } from './roles.ts';
import type { Head } from './statement.ts';

/**
 * Whether a list may show a statement that the index found in one of its rounds to somebody: where they can't read all of
 * it, what they can read has to be what was asked for. Of a public text, its beginning is looked into.
 */
export function isFoundBy(head: Head, rounds: Asked[][], caller: Caller): boolean {
  const reach = reachOf(head, caller);
  if (reach !== 'public') return reach === 'all';
  const seen = asReadBy(head, caller);
  const posted = postingsOf(seen, seen.live ? [{ ...seen.live, body: seen.live.excerpt }] : []);
  return rounds.some((asked) => hasAll(posted, asked));
}
