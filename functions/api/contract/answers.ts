/** What the API answers: the one source of its answers' types and of what its OpenAPI document says of them. */
import * as z from 'zod';
import { Attachment, Upload } from '../../../shared/attachment/attachment.ts';
import { SealedEntry } from '../../../shared/statement/audit.ts';
import { type Code, codes } from '../../../shared/statement/checks/check.ts';
import { previewStates } from '../../../shared/statement/previews.ts';
import { roles } from '../../../shared/statement/roles.ts';
import * as kept from '../../../shared/statement/statement.ts';
import { actions } from '../../../shared/statement/transitions.ts';

const Action = z.enum(actions);
const body = z.string().optional();

/** A page of a list; `next` is the cursor of the one after it, null on the last. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const OverrideView = kept.Override.extend({ by: z.string() });
export type OverrideView = z.output<typeof OverrideView>;

/** What the public sees, without the keys of the table. Lists leave the body out. */
export const LiveView = kept.LivePart.omit({ text: true, record: true, act: true }).extend({ body });
export type LiveView = z.output<typeof LiveView>;

/** When a work copy goes out: as it was said, and on the site's clock. */
export const ScheduleView = kept.Schedule.omit({ from: true }).extend({
  siteTime: z.string(),
  siteTimeZone: z.string(),
  by: z.string(),
});
export type ScheduleView = z.output<typeof ScheduleView>;

/** The copy being prepared, without the key of its text. Lists leave the body out. */
export const WorkView = kept.WorkPart.omit({
  text: true,
  handsOn: true,
  withoutReview: true,
  schedule: true,
}).extend({
  handsOn: z.array(z.string()),
  withoutReview: OverrideView.optional(),
  schedule: ScheduleView.optional(),
  body,
});
export type WorkView = z.output<typeof WorkView>;

/** Another language of a statement: where it stands, and whether its original has been corrected since. */
export const TranslationView = z.object({
  id: z.string(),
  language: z.string(),
  state: z.enum([...kept.workStates, 'live', 'withdrawn']),
  edition: z.int().min(1).nullable(),
  follows: z.int().min(1).nullable(),
  behind: z.boolean(),
});
export type TranslationView = z.output<typeof TranslationView>;

/** A statement as the API shows it to somebody, with what they may do now. */
export const StatementView = z.object({
  id: z.string(),
  version: z.int().min(1),
  path: z.string().nullable(),
  url: z.string().nullable(),
  reference: z.string().nullable(),
  createdAt: z.string(),
  createdBy: kept.Person,
  live: LiveView.nullable(),
  work: WorkView.nullable(),
  restrictedTo: z.array(z.string()).nullable(),
  publishedWithoutReview: OverrideView.nullable(),
  actions: z.array(Action),
  overrides: z.array(Action),
  translations: z.array(TranslationView).optional(),
});
export type StatementView = z.output<typeof StatementView>;

/** An entry of the audit trail, without the key of its text and the digest of its Idempotency-Key. */
export const EntryView = SealedEntry.omit({ text: true, request: true });
export type EntryView = z.output<typeof EntryView>;

export const VersionView = z.object({
  version: z.int().min(1),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  edition: z.int().optional(),
});
export type VersionView = z.output<typeof VersionView>;

export const VersionWithText = VersionView.extend({ content: kept.KeptContent });
export type VersionWithText = z.output<typeof VersionWithText>;

const Piece = z.object({ op: z.enum(['equal', 'insert', 'delete']), text: z.string() });

export const DifferenceView = z.object({
  from: z.int().min(1),
  to: z.int().min(1),
  title: z.array(Piece),
  summary: z.array(Piece),
  body: z.array(Piece),
});
export type DifferenceView = z.output<typeof DifferenceView>;

/** A preview without its link, which is told once, when it is made. */
export const PreviewView = z.object({
  id: z.string(),
  recipient: z.string(),
  email: z.string().nullable(),
  version: z.int().min(1),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  state: z.enum(previewStates),
  revokedAt: z.string().nullable(),
  openings: z.object({ count: z.int(), last: z.string().nullable() }),
});
export type PreviewView = z.output<typeof PreviewView>;

export const MadePreview = PreviewView.pick({
  id: true,
  recipient: true,
  version: true,
  expiresAt: true,
}).extend({
  url: z.string(),
});
export type MadePreview = z.output<typeof MadePreview>;

/** What became of an upload, or will: `sha256` is of its bytes once they were checked. */
export const AttachmentView = Attachment.pick({
  id: true,
  name: true,
  mediaType: true,
  size: true,
  state: true,
  reason: true,
}).extend({ sha256: z.string().nullable() });
export type AttachmentView = z.output<typeof AttachmentView>;

export const AnnouncedAttachment = AttachmentView.extend({ upload: Upload });
export type AnnouncedAttachment = z.output<typeof AnnouncedAttachment>;

export const Finding = z.object({
  code: z.enum(Object.keys(codes).filter((code): code is Code => code in codes)),
  severity: z.enum(['warning', 'remark']),
  message: z.string(),
  pointer: z.string(),
  place: z.object({ line: z.int().min(1), excerpt: z.string() }).optional(),
});
export const Findings = pageOf(Finding);
export type Findings = z.output<typeof Findings>;

const count = z.int().min(0);

/** How many statements stand in each list. */
export const Counts = z.object({
  ...Object.fromEntries(kept.workStates.map((state) => [state, count])),
  live: count,
  withdrawn: count,
  waiting: count,
  mine: count,
});
export type Counts = z.output<typeof Counts>;

export const Me = z.object({
  sub: z.string(),
  name: z.string(),
  role: z.enum(roles),
  client: z.string(),
  review: z.enum(['required', 'optional']),
  actions: z.array(z.enum(['read', 'create', ...actions])),
});
export type Me = z.output<typeof Me>;

/** The answers that the document names; one of a single call is named after that. */
export const named = {
  Statement: StatementView,
  LivePart: LiveView,
  WorkPart: WorkView,
  Override: OverrideView,
  Schedule: ScheduleView,
  Translation: TranslationView,
  Person: kept.Person,
  Entry: EntryView,
  Version: VersionView,
  Preview: PreviewView,
  Attachment: AttachmentView,
  AttachedFile: kept.AttachedFile,
  Text: kept.KeptContent,
  Piece,
  Finding,
};
