import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Problem, refuseFields } from '../errors.ts';
import { type Entry, sha256 } from './audit.ts';
import { type Act, entryOf, personOf, type Said } from './change.ts';
import { limits, line } from './content.ts';
import { type Caller, isAtLeast } from './roles.ts';
import { type Head, Person } from './statement.ts';
import type { Version } from './versions.ts';

/** The body of `POST /statements/{id}/previews`. Without `version` it is about the newest. */
export const NewPreview = z
  .strictObject({
    recipient: line(200),
    email: z.email('is not an e-mail address').max(254).optional(),
    expiresAt: z.iso.datetime({ offset: true, error: 'is not a date and time with an offset' }).optional(),
    hours: z.number().positive('is not above 0').optional(),
    version: z.int().min(1, 'is below 1').optional(),
  })
  .refine(({ expiresAt, hours }) => (expiresAt === undefined) !== (hours === undefined), {
    path: ['hours'],
    error: 'or expiresAt says how long the preview can be opened: one of them is needed',
  });
export type NewPreview = z.output<typeof NewPreview>;

/**
 * An embargoed copy: one text of a statement, for one person outside the office. `digest` is the SHA-256 of the token
 * in its link, which is kept nowhere. `of` is the version that was asked for and the key of its text. `version` counts
 * the entries of its own audit trail, `lastEntry` is the hash at its end.
 */
export const Preview = z.object({
  id: z.string(),
  statement: z.string(),
  digest: z.string(),
  recipient: z.string(),
  email: z.string().optional(),
  of: z.object({ version: z.int(), text: z.string() }),
  createdAt: z.string(),
  createdBy: Person,
  opensUntil: z.string(),
  revoked: z.object({ at: z.string(), by: Person }).optional(),
  openings: z.object({ count: z.int(), last: z.string().optional() }),
  version: z.int().min(1),
  lastEntry: z.string(),
});
export type Preview = z.output<typeof Preview>;

/** A change of a preview: what it is afterwards but for its seal, and the entry of its trail. */
export type PreviewChange = {
  before: Preview | undefined;
  after: Omit<Preview, 'lastEntry'>;
  entry: Entry;
};

/**
 * Lets somebody of the office give previews, and revoke them. Words leave the office unpublished: that takes an editor,
 * whatever the site's review rule. Throws `forbidden`.
 */
export function permitPreviews({ role }: Caller): void {
  if (isAtLeast(role, 'editor')) return;
  throw new Problem(
    'forbidden',
    `To give somebody a preview, or to revoke one, takes the role editor or higher; yours is ${role}.`,
  );
}

/** What a preview is given when it is made. */
export type Making = Pick<
  Preview,
  'id' | 'statement' | 'digest' | 'recipient' | 'email' | 'of' | 'opensUntil'
>;

/** Somebody gets a preview; in the place of `before` if an earlier try of the same request has died. */
export function make(before: Preview | undefined, making: Making, act: Act): PreviewChange {
  const fresh = { createdAt: act.at, createdBy: personOf(act), openings: { count: 0 } };
  const version = (before?.version ?? 0) + 1;
  const after = { ...making, ...fresh, version };
  return { before, after, entry: entryOf(version, 'make-preview', act, saidOf(after)) };
}

/** A preview is opened by whoever has its link. The id of the change tells two openings of one instant apart. */
export function open(before: Preview, { at, change }: Pick<Act, 'at' | 'change'>): PreviewChange {
  const { id: sub, recipient: name } = before;
  const openings = { count: before.openings.count + 1, last: at };
  const version = before.version + 1;
  const entry = {
    version,
    action: 'open-preview',
    at,
    actor: { sub, name, role: 'recipient' },
    client: 'link',
    request: change,
    ...saidOf(before),
  };
  return { before, after: { ...before, openings, version }, entry };
}

/** A preview's link leads nowhere from now on. */
export function revoke(before: Preview, act: Act): PreviewChange {
  const after = { ...before, revoked: { at: act.at, by: personOf(act) }, version: before.version + 1 };
  return { before, after, entry: entryOf(after.version, 'revoke-preview', act, saidOf(before)) };
}

const saidOf = ({ id, recipient, of: { version }, opensUntil }: Making): Said => ({
  preview: { id, recipient, version, expiresAt: opensUntil },
});

export const previewStates = ['open', 'expired', 'revoked', 'released'] as const;
export type PreviewState = (typeof previewStates)[number];

/**
 * What a preview is at an instant: `released` once its text, or a later one, is public; `expired` when its time is
 * over, or it was opened so often that it can't be one person's.
 */
export function stateOf(preview: Preview, { live }: Pick<Head, 'live'>, now: string): PreviewState {
  if (preview.revoked) return 'revoked';
  if (isPublished(preview.of, live)) return 'released';
  const isOver = Date.parse(preview.opensUntil) <= Date.parse(now);
  return isOver || preview.openings.count >= limits.previewOpenings ? 'expired' : 'open';
}

/** Whether a text, or a later one, is what is public. The keys of texts are in the order of their versions. */
export const isPublished = ({ text }: Pick<Version, 'text'>, live: Head['live']): boolean =>
  live !== undefined && live.text >= text;

/** Until when a preview can be opened. Throws `invalid` for what is over, and `too-large` for what is too long. */
export function expiryOf({ expiresAt, hours = 0 }: NewPreview, now: string): string {
  const pointer = expiresAt ? '/expiresAt' : '/hours';
  const end = expiresAt ? Date.parse(expiresAt) : Date.parse(now) + hours * 3_600_000;
  const refuse = (code: 'invalid' | 'too-large', detail: string) => {
    refuseFields(code, [{ pointer, detail }]);
  };
  if (end <= Date.parse(now)) refuse('invalid', 'is over already');
  if (!(end <= Date.parse(now) + limits.previewHours * 3_600_000))
    refuse('too-large', `is over its limit of ${limits.previewHours} hours`);
  return new Date(end).toISOString();
}

/** Whether a token is the one that a preview was made with, compared in constant time. */
export const isTokenOf = ({ digest }: Preview, token: string): boolean =>
  timingSafeEqual(Buffer.from(digest, 'hex'), Buffer.from(sha256(token), 'hex'));
