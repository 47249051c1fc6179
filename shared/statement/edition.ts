import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { canonical, sha256 } from './audit.ts';
import { type KeptContent, Significance } from './statement.ts';

/**
 * The record of one edition. `text` is the sort key of its words' record, `files` are those that go with it. `digest`
 * is the SHA-256, in hex, of the salt (hex) and the canonical text (RFC 8785) joined by a line feed: it commits to the
 * words and tells nothing about them without the salt. `previous` is the sort key of the record of what was done in
 * public before it.
 */
export const Edition = z.object({
  action: z.enum(['publish', 'correct', 'restore']),
  edition: z.int().min(1),
  version: z.int().min(1),
  at: z.string(),
  text: z.string(),
  files: z.array(z.object({ id: z.string(), file: z.string() })).optional(),
  salt: z.string(),
  digest: z.string(),
  note: z.string().optional(),
  significance: Significance.optional(),
  previous: z.string().optional(),
});
export type Edition = z.output<typeof Edition>;

/** Makes an edition's record with its salted digest. `salt` is given by tests alone. */
export function editionOf(
  edition: Omit<Edition, 'salt' | 'digest'>,
  content: KeptContent,
  salt = randomBytes(32).toString('hex'),
): Edition {
  return { ...edition, salt, digest: saltedDigest(salt, content) };
}

/** The digest that commits an edition to its words. */
export const saltedDigest = (salt: string, content: KeptContent): string =>
  sha256(`${salt}\n${canonical(content)}`);
