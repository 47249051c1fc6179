import type { Attachment } from '../../shared/attachment/attachment.ts';
import { isImage } from '../../shared/attachment/media-types.ts';
import { type FieldError, refuseFields } from '../../shared/errors.ts';
import type { Attached, Content } from '../../shared/statement/content.ts';
import type { AttachedFile, KeptContent } from '../../shared/statement/statement.ts';
import { readAttachment } from '../../shared/table/attachments.ts';
import { table } from './operation.ts';

/**
 * A text with what its attachments' uploads say of themselves; they need not have arrived yet. Throws `invalid` for an
 * id that is no attachment's, for one that stands twice, and for an image without words for those who don't see it.
 */
export async function describeAttachments({ attachments, ...content }: Content): Promise<KeptContent> {
  if (!attachments) return content;
  const found = await Promise.all(attachments.map(({ id }) => readAttachment(table, id)));
  const errors = attachments.flatMap((one, index) => mistakesIn(one, found[index], index, attachments));
  if (errors.length > 0) refuseFields('invalid', errors);
  return { ...content, attachments: attachments.flatMap((one, index) => described(one, found[index])) };
}

function mistakesIn(
  { id, alt }: Attached,
  attachment: Attachment | undefined,
  index: number,
  all: Attached[],
): FieldError[] {
  const at = (field: string, detail: string) => ({ pointer: `/attachments/${index}/${field}`, detail });
  if (!attachment) return [at('id', 'is not the id of an attachment')];
  if (all.findIndex((one) => one.id === id) < index) return [at('id', `stands twice: ${id}`)];
  return isImage(attachment.mediaType) && alt === undefined
    ? [at('alt', 'is needed for an image: it says what the image shows')]
    : [];
}

function described({ id, title, alt }: Attached, attachment: Attachment | undefined): AttachedFile[] {
  if (!attachment) return [];
  const { name, file, mediaType, size } = attachment;
  return [{ id, name, file, mediaType, size, title, alt }];
}
