import { chainStart, type SealedEntry, seal } from './audit.ts';

/** Where a trail is broken first, from its end: the version, and what is wrong with its entry. */
export type BrokenLink = { version: number; what: string };

/**
 * Follows a trail from the hash that the head names back to its beginning. Each entry must be there, say what it was
 * sealed with, and be of the version before; entries of changes that lost a race are on no trail. Answers the first
 * broken link; undefined for a whole trail.
 */
export function verifyTrail(
  entries: SealedEntry[],
  head: { version: number; lastEntry: string },
): BrokenLink | undefined {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  let wanted = head.lastEntry;
  for (let version = head.version; version >= 1; version--) {
    const entry = byHash.get(wanted);
    if (!entry) return { version, what: `there is no entry with the hash ${wanted}` };
    if (entry.version !== version) return { version, what: `the entry is of version ${entry.version}` };
    const { hash, previous, ...said } = entry;
    if (seal(said, previous).hash !== hash)
      return { version, what: 'the entry was changed after it was sealed' };
    wanted = previous;
  }
  return wanted === chainStart ? undefined : { version: 1, what: 'the first entry names one before it' };
}
