import * as z from 'zod/mini';

const Speaker = z.union([z.string(), z.object({ name: z.string(), role: z.optional(z.string()) })]);

const Contact = z.object({
  label: z.string(),
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  url: z.optional(z.string()),
});
const Event = z.object({ start: z.string(), end: z.optional(z.string()), place: z.string() });

const AttachedFile = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  title: z.optional(z.string()),
  alt: z.optional(z.string()),
});
export type AttachedFile = z.output<typeof AttachedFile>;

/** What the form shows of a text; lists leave its body out. */
export const Part = z.object({
  type: z.string(),
  language: z.string(),
  title: z.string(),
  date: z.string(),
  summary: z.optional(z.string()),
  topics: z.array(z.string()),
  speakers: z.array(Speaker),
  body: z.optional(z.string()),
  slug: z.optional(z.string()),
  delivery: z.optional(z.string()),
  contacts: z.array(Contact),
  event: z.optional(Event),
  attachments: z.optional(z.array(AttachedFile)),
});
export type Part = z.output<typeof Part>;

/** When a work copy goes out, on the site's clock. */
const Schedule = z.object({
  at: z.string(),
  local: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  siteTime: z.string(),
  siteTimeZone: z.string(),
});

const Live = z.extend(Part, {
  edition: z.number(),
  withdrawn: z.optional(z.object({ reason: z.string() })),
  late: z.optional(z.object({ seconds: z.number() })),
});

const Work = z.extend(Part, {
  state: z.string(),
  schedule: z.optional(Schedule),
  failure: z.optional(z.object({ reason: z.string() })),
});

/** A statement as the API shows it, as far as the desk reads it. */
export const Statement = z.object({
  id: z.string(),
  version: z.number(),
  /** None of what an admin may not read, but only lift the restriction of. */
  url: z.catch(z.string(), ''),
  live: z.nullable(Live),
  work: z.nullable(Work),
  /** What the reader of this may do with it now, and what an admin may do against the review rule. */
  actions: z.array(z.string()),
  overrides: z.array(z.string()),
});
export type Statement = z.output<typeof Statement>;
