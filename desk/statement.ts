import * as z from 'zod/mini';

const Speaker = z.union([z.string(), z.object({ name: z.string(), role: z.optional(z.string()) })]);

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
});
export type Part = z.output<typeof Part>;

/** A statement as the API shows it, as far as the desk reads it. */
export const Statement = z.object({
  id: z.string(),
  version: z.number(),
  /** None of what an admin may not read, but only lift the restriction of. */
  url: z.catch(z.string(), ''),
  live: z.nullable(z.extend(Part, { edition: z.number() })),
  work: z.nullable(z.extend(Part, { state: z.string() })),
});
export type Statement = z.output<typeof Statement>;
