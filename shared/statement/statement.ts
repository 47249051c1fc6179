import * as z from 'zod';

/** The states of a work copy. */
export const workStates = ['draft', 'in-review', 'approved', 'scheduled'] as const;
export type WorkState = (typeof workStates)[number];

/** How much a correction matters: only a major one alerts. */
export const Significance = z.enum(['minor', 'major']);
export type Significance = z.output<typeof Significance>;

const text = z.string();
const optional = z.string().optional();

/**
 * A text as it is kept. It knows the shape and no limits: what was accepted under yesterday's limits
 * (`content.ts`) stays readable under today's.
 */
export const KeptContent = z.object({
  type: text,
  language: text,
  title: text,
  body: text,
  summary: optional,
  date: text,
  slug: optional,
  topics: z.array(text),
  speakers: z.array(z.union([text, z.object({ name: text, role: optional })])),
  contacts: z.array(z.object({ label: text, phone: optional, email: optional, url: optional })),
  event: z.object({ start: text, end: optional, place: text }).optional(),
  delivery: z.enum(['verbatim', 'as-drafted', 'notes']).optional(),
  translationOf: optional,
});
export type KeptContent = z.output<typeof KeptContent>;

/** What lists show of a text: everything but the body, which is up to 200 KB; and its excerpt. */
export const Listing = KeptContent.omit({ body: true }).extend({ excerpt: text });
export type Listing = z.output<typeof Listing>;

/** The copy being prepared. `text` is the sort key of its immutable text record. */
export const WorkPart = Listing.extend({ state: z.enum(workStates), text });
export type WorkPart = z.output<typeof WorkPart>;

/** What the public sees. Instants are ISO 8601 in UTC, to the millisecond. */
export const LivePart = Listing.extend({
  edition: z.int().min(1),
  text,
  slug: text,
  path: text,
  firstPublished: text,
  lastMajorChange: text,
  lastChange: text,
  note: optional,
  significance: Significance.optional(),
});
export type LivePart = z.output<typeof LivePart>;

/** The consumers that bring a publication to the site; the head waits for each of them. */
export const channels = ['page', 'lists'] as const;
export type Channel = (typeof channels)[number];

/**
 * A statement's one head: what the newest committed change says. It has a live part, a work part or both.
 * `version` counts every change and is the ETag; `lastEntry` is the hash at the end of the audit chain.
 * `pending` says since when, and for which channels, its public part is on its way to the site.
 */
export const Head = z.object({
  id: text,
  version: z.int().min(1),
  createdAt: text,
  createdBy: z.object({ sub: text, name: text }),
  live: LivePart.optional(),
  work: WorkPart.optional(),
  lastEntry: text,
  pending: z.object({ since: text, channels: z.array(z.enum(channels)) }).optional(),
});
export type Head = z.output<typeof Head>;
