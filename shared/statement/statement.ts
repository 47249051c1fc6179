import * as z from 'zod';
import { roles } from './roles.ts';

/** The states of a work copy. One whose scheduled publication went wrong has `failed` until somebody acts. */
export const workStates = ['draft', 'in-review', 'approved', 'scheduled', 'failed'] as const;
export type WorkState = (typeof workStates)[number];

/** How much a correction matters: only a major one alerts. */
export const Significance = z.enum(['minor', 'major']);
export type Significance = z.output<typeof Significance>;

const text = z.string();
const optional = z.string().optional();

/**
 * A file that goes with a text: its upload's id, name, media type and size in bytes, `file` as its name in addresses;
 * what the page calls it, and for an image what it shows in words.
 */
export const AttachedFile = z.object({
  id: text,
  name: text,
  file: text,
  mediaType: text,
  size: z.int(),
  title: optional,
  alt: optional,
});
export type AttachedFile = z.output<typeof AttachedFile>;

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
  attachments: z.array(AttachedFile).optional(),
  event: z.object({ start: text, end: optional, place: text }).optional(),
  delivery: z.enum(['verbatim', 'as-drafted', 'notes']).optional(),
  translationOf: optional,
});
export type KeptContent = z.output<typeof KeptContent>;

/** What lists show of a text: everything but the body, which is up to 200 KB; and its excerpt. */
export const Listing = KeptContent.omit({ body: true }).extend({ excerpt: text });
export type Listing = z.output<typeof Listing>;

/** Somebody of the office: the subject of their token, and the name that the office knows them by. */
export const Person = z.object({ sub: text, name: text });
export type Person = z.output<typeof Person>;

/** An admin's decision to go without review: when, whose, why. */
export const Override = z.object({ at: text, by: Person, reason: text });
export type Override = z.output<typeof Override>;

/**
 * An instant as somebody said it: with its offset, or as a local time in a zone, for which `at` has the offset of then.
 */
export const Moment = z.object({ at: text, local: optional, timeZone: optional });
export type Moment = z.output<typeof Moment>;

/**
 * When a work copy goes out, who wants that (and answers for it then), what it says in public of itself, and the state
 * that it goes back to when it is unscheduled.
 */
export const Schedule = Moment.extend({
  by: Person.extend({ role: z.enum(roles), client: text }),
  note: optional,
  significance: Significance.optional(),
  from: z.enum(['draft', 'in-review', 'approved']),
});
export type Schedule = z.output<typeof Schedule>;

/**
 * The copy being prepared. `text` is the sort key of its immutable text record. `handsOn` are those who have
 * changed its text since somebody else last approved it. `withoutReview` is there when an admin approved or scheduled it
 * against the review rule. `schedule` is there while it waits for its second, and afterwards with the `failure` that kept
 * it from going out.
 */
export const WorkPart = Listing.extend({
  state: z.enum(workStates),
  text,
  handsOn: z.array(Person),
  withoutReview: Override.optional(),
  schedule: Schedule.optional(),
  failure: z.object({ at: text, reason: text }).optional(),
});
export type WorkPart = z.output<typeof WorkPart>;

/** What the office does in public; `amend-note` corrects the public note of an edition. */
export const publicActions = ['publish', 'correct', 'restore', 'withdraw', 'amend-note'] as const;
export type PublicAction = (typeof publicActions)[number];

/**
 * A notice that takes the place of a text. `at` is the first withdrawal, whatever became of the notice since.
 * Without `keepText` the site has the words of no edition. `replacedBy` is the id of another statement.
 */
export const Notice = z.object({ at: text, reason: text, keepText: z.boolean(), replacedBy: optional });
export type Notice = z.output<typeof Notice>;

/**
 * What the public sees. Instants are ISO 8601 in UTC, to the millisecond. `reference` is the citable number.
 * `formerPaths` are addresses that it had before and that lead to `path` for ever, oldest first. `withdrawn`
 * is there while a notice stands in the place of the text. `act` is the newest thing that was done in public,
 * `record` the sort key of its record, where the chain of all of them begins (`public-acts.ts`). `late` is there when its
 * schedule was kept too late: by how much, in seconds, and after which instant. `follows` is the edition of the original
 * that a translation was made public by.
 */
export const LivePart = Listing.extend({
  edition: z.int().min(1),
  text,
  slug: text,
  path: text,
  formerPaths: z.array(text),
  reference: text,
  follows: z.object({ edition: z.int().min(1) }).optional(),
  firstPublished: text,
  lastMajorChange: text,
  lastChange: text,
  note: optional,
  significance: Significance.optional(),
  withdrawn: Notice.optional(),
  act: z.enum(publicActions),
  record: text,
  late: z.object({ seconds: z.number(), after: text }).optional(),
});
export type LivePart = z.output<typeof LivePart>;

/** The consumers that bring a publication to the site; the head waits for each of them. */
export const channels = ['page', 'lists'] as const;
export type Channel = (typeof channels)[number];

/**
 * A statement's one head: what the newest committed change says. It has a live part, a work part or both; or neither,
 * once it was `deleted`, when the head only keeps its id and its trail. `version` counts every change and is the ETag;
 * `lastEntry` is the hash at the end of the audit chain. `publishedWithoutReview` is there while nobody but those in
 * `handsOn` has approved the live text. `restrictedTo` is there while only some may read what isn't public: the
 * subjects or names of all of them, its creator's subject first (`readers.ts`). `pending` says since when, and for
 * which channels, its public part is on its way to the site. `requestId` is the id of the call that made the newest
 * version, which logs are searched for. `unindexed` says since when the search index lacks the newest version.
 */
export const Head = z.object({
  id: text,
  version: z.int().min(1),
  createdAt: text,
  createdBy: Person,
  live: LivePart.optional(),
  work: WorkPart.optional(),
  publishedWithoutReview: Override.extend({ handsOn: z.array(Person) }).optional(),
  restrictedTo: z.array(text).optional(),
  deleted: z.object({ at: text, by: Person }).optional(),
  lastEntry: text,
  requestId: optional,
  unindexed: optional,
  pending: z.object({ since: text, channels: z.array(z.enum(channels)) }).optional(),
});
export type Head = z.output<typeof Head>;
