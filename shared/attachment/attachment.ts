import * as z from 'zod';
import { limits, line } from '../statement/content.ts';
import { mostDaysAhead } from '../statement/moment.ts';
import { Person } from '../statement/statement.ts';
import { MediaType } from './media-types.ts';

/** The body of `POST /attachments`: what is going to be uploaded. `size` is in bytes. */
export const NewAttachment = z.strictObject({
  name: line(limits.attachmentNameCharacters),
  mediaType: MediaType,
  size: z.int().min(1, 'is not a size in bytes').meta({ maximum: limits.attachmentBytes }),
});
export type NewAttachment = z.output<typeof NewAttachment>;

/** Where an upload is on its way to be fit for a statement. */
export const attachmentStates = ['awaiting-upload', 'checking', 'ready', 'refused'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/**
 * An upload as the table keeps it. `file` is its name in addresses. `reason` says why it was refused, `sha256` (hex) is
 * of the bytes that were checked. `isKept` says that a statement with it was public; until then it `expiresAt` a time, in
 * seconds since 1970.
 */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  file: z.string(),
  mediaType: z.string(),
  size: z.int(),
  state: z.enum(attachmentStates),
  reason: z.string().optional(),
  sha256: z.string().optional(),
  createdAt: z.string(),
  createdBy: Person,
  isKept: z.literal(true).optional(),
  expiresAt: z.int().optional(),
});
export type Attachment = z.output<typeof Attachment>;

/** How bytes are sent: this method, address and these headers, begun before an instant. */
export const Upload = z.object({
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
});
export type Upload = z.output<typeof Upload>;

/** How long an upload waits to be public with a statement: longer than anything can be scheduled ahead. */
export const unusedDays = mostDaysAhead + 34;

/** A new attachment, whose bytes are awaited. */
export function attachmentOf(
  { name, mediaType, size }: NewAttachment,
  { id, file, at, by }: { id: string; file: string; at: string; by: Person },
): Attachment {
  const expiresAt = Math.floor(Date.parse(at) / 1000) + unusedDays * 24 * 60 * 60;
  return {
    id,
    name,
    file,
    mediaType,
    size,
    state: 'awaiting-upload',
    createdAt: at,
    createdBy: by,
    expiresAt,
  };
}
