import { batchesOf } from '../../shared/batches.ts';
import { fileObject } from '../../shared/keys.ts';
import { filePath } from '../../shared/statement/paths.ts';
import { bareStatement, publicListing } from '../../shared/statement/public.ts';
import { noteKept, readAttachment } from '../../shared/table/attachments.ts';
import type { Table } from '../../shared/table.ts';
import { keepUpload, publishKept } from '../../shared/uploads.ts';
import type { Told } from './rendition.ts';

/** A file of the site: its key, and the id of the attachment that it is made of. */
export type FileOfSite = { key: string; id: string };

/** The files of every edition that can be read; none of a statement whose words were taken off the site. */
export function filesOf({ head, editions }: Told): FileOfSite[] {
  if (bareStatement(publicListing(head))) return [];
  const files = editions.flatMap((edition) => edition.files ?? []);
  const keys = new Map(files.map((file) => [fileObject(filePath(head.live.path, file)), file.id]));
  return [...keys].map(([key, id]) => ({ key, id }));
}

/** How many files are copied at once. */
const atOnce = 10;

/** Brings files to the site; what was never public before is kept first, so that it can be brought again. */
export async function publishFiles(
  table: Table,
  buckets: { uploads: string; site: string },
  files: FileOfSite[],
): Promise<void> {
  for (const some of batchesOf(files, atOnce))
    await Promise.all(some.map((file) => publishFile(table, buckets, file)));
}

async function publishFile(
  table: Table,
  { uploads, site }: { uploads: string; site: string },
  { key, id }: FileOfSite,
): Promise<void> {
  const attachment = await readAttachment(table, id);
  if (!attachment) throw new Error(`There is no attachment ${id}`);
  if (!attachment.isKept) {
    await keepUpload(uploads, id);
    await noteKept(table, id);
  }
  await publishKept({ uploads, site, key }, attachment);
}
