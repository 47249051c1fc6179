import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { Moment } from './statement.ts';

/**
 * One entry of the audit trail, before it is sealed: who did what, when, to which version, from which client. `text` is
 * the sort key of the text record that is the statement's from then on; `digest` is there when the change wrote that
 * record, and is the SHA-256 of its canonical form; `request` is the digest of the Idempotency-Key that asked for the
 * change. `note` is public on a correction, a restoration and an amended note, and inside the office on a return and a
 * remark; `reason` is public on a withdrawal, says why a scheduled publication failed, and is else the admin's who went
 * without review or lifted a restriction. `scheduled` is when something was, or is, to be public; what the schedule did
 * then, its `actor` is who scheduled it. `lateSeconds` is by how much it was too late. `preview` is there in the trail
 * of a preview, which counts versions of its own; who opens one is known by its id and the name that it was made for,
 * and `request` is the id of the opening.
 */
export const Entry = z.object({
  version: z.int().min(1),
  action: z.string(),
  at: z.string(),
  actor: z.object({ sub: z.string(), name: z.string(), role: z.string() }),
  client: z.string(),
  note: z.string().optional(),
  reason: z.string().optional(),
  override: z.boolean().optional(),
  significance: z.string().optional(),
  keepText: z.boolean().optional(),
  replacedBy: z.string().optional(),
  edition: z.int().optional(),
  scheduled: Moment.optional(),
  lateSeconds: z.number().optional(),
  text: z.string().optional(),
  digest: z.string().optional(),
  request: z.string().optional(),
  restrictedTo: z.array(z.string()).optional(),
  preview: z
    .object({ id: z.string(), recipient: z.string(), version: z.int(), expiresAt: z.string() })
    .optional(),
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

/** Two trails, both newest first, as one. Each keeps its order, whatever the clocks said that its instants are from. */
export function interleaved(trail: SealedEntry[], other: SealedEntry[]): SealedEntry[] {
  const both: SealedEntry[] = [];
  let taken = 0;
  for (const entry of trail) {
    const newer = other.slice(taken).findIndex(({ at }) => at <= entry.at);
    const until = newer < 0 ? other.length : taken + newer;
    both.push(...other.slice(taken, until), entry);
    taken = until;
  }
  return [...both, ...other.slice(taken)];
}
