import type { SealedEntry } from './audit.ts';

/** A change that left the statement with a text: the entry of the trail, and the key of the text's record. */
export type Version = SealedEntry & { text: string };

/** The changes of a trail, in its order, that left the statement with another text than it had. */
export const versionsOf = (trail: SealedEntry[]): Version[] => trail.filter(hasText);

/** The text as it stood at a version, out of a trail that is newest first: that of the last change that had one. */
export const versionAt = (trail: SealedEntry[], version: number): Version | undefined =>
  versionsOf(trail).find((entry) => entry.version <= version);

const hasText = (entry: SealedEntry): entry is Version => entry.text !== undefined;
