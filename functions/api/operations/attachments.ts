import { type Attachment, attachmentOf, NewAttachment } from '../../../shared/attachment/attachment.ts';
import { fileNameOf } from '../../../shared/attachment/file-name.ts';
import { Problem, refuseFields } from '../../../shared/errors.ts';
import { presignedUpload } from '../../../shared/presigned-upload.ts';
import { parse } from '../../../shared/statement/accept.ts';
import { personOf } from '../../../shared/statement/change.ts';
import { limits } from '../../../shared/statement/content.ts';
import { createAttachment, readAttachment } from '../../../shared/table/attachments.ts';
import type { AnnouncedAttachment, AttachmentView } from '../contract/answers.ts';
import { newId } from '../new-id.ts';
import { type Operation, table } from '../operation.ts';
import { idOf, jsonBody } from '../request.ts';

/** `POST /attachments`: announces an upload, and answers where and how to send its bytes. */
export const announceAttachment: Operation = async ({ event, act }) => {
  const announced = parse(NewAttachment, jsonBody(event));
  requireSize(announced);
  const id = newId(act, 20);
  const file = fileNameOf(announced.name, announced.mediaType, id);
  const made = attachmentOf(announced, { id, file, at: act.at, by: personOf(act) });
  const attachment = await createAttachment(table, made);
  const upload = await presignedUpload(attachment, new Date(act.at));
  const body: AnnouncedAttachment = { ...attachmentView(attachment), upload };
  return { status: 201, headers: { Location: `/api/v1/attachments/${id}` }, body };
};

/** `GET /attachments/{id}`: what became of an upload. */
export const readOneAttachment: Operation = async ({ event }) => {
  const attachment = await readAttachment(table, idOf(event));
  if (!attachment) throw new Problem('not-found', 'There is no attachment with this id.');
  return { status: 200, body: attachmentView(attachment) };
};

function requireSize({ size }: NewAttachment): void {
  if (size <= limits.attachmentBytes) return;
  const detail = `is over its limit of ${limits.attachmentBytes} bytes: ${size}`;
  refuseFields('too-large', [{ pointer: '/size', detail }]);
}

const attachmentView = ({
  id,
  name,
  mediaType,
  size,
  state,
  reason,
  sha256,
}: Attachment): AttachmentView => ({
  id,
  name,
  mediaType,
  size,
  state,
  reason,
  sha256: sha256 ?? null,
});
