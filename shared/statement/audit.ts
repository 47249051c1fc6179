import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';

/**
 * One entry of the audit trail, before it is sealed: who did what, when, to which version. `text` is the sort
 * key of the text record that the change made or made public; `request` is the digest of the Idempotency-Key
 * that asked for it.
 */
export const Entry = z.object({
  version: z.int().min(1),
  action: z.string(),
  at: z.string(),
  actor: z.object({ sub: z.string(), name: z.string(), role: z.string() }),
  client: z.string(),
  note: z.string().optional(),
  text: z.string().optional(),
  edition: z.int().optional(),
  request: z.string().optional(),
});
export type Entry = z.output<typeof Entry>;

/** A sealed entry: `previous` is the hash of the entry before it, `hash` covers everything else. */
export const SealedEntry = Entry.extend({ previous: z.string(), hash: z.string() });
export type SealedEntry = z.output<typeof SealedEntry>;

/** What the first entry of a statement names as the one before it. */
export const chainStart = '0'.repeat(64);

/** Seals an entry to the one before it: SHA-256, in hex, over the canonical form (RFC 8785). */
export function seal(entry: Entry, previous: string): SealedEntry {
  return { ...entry, previous, hash: sha256(canonical({ ...entry, previous })) };
}

/** The canonical JSON of a value (RFC 8785); the same value always gives the same text. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('The value has no canonical form');
  return text;
}

/** SHA-256 in hex of a text in UTF-8. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The chain that ends in `last`, newest first, out of all the entries that were written. Entries of changes
 * that lost a race, or that a crash cut off, are written and on no chain.
 */
export function chainOf(entries: SealedEntry[], last: string): SealedEntry[] {
  const byHash = new Map(entries.map((entry) => [entry.hash, entry]));
  const chain: SealedEntry[] = [];
  for (let entry = byHash.get(last); entry; entry = byHash.get(entry.previous)) chain.push(entry);
  return chain;
}
