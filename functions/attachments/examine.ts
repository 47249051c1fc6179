import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBlob } from 'file-type';
import type { Findings } from '../../shared/attachment/verdict.ts';

/**
 * Reads a file's bytes to their end and finds out what they are. They lie on the function's own disk meanwhile: what
 * kind of document a ZIP archive is may stand at its end.
 */
export async function examine(bytes: Readable): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'));
  const file = join(folder, 'bytes');
  try {
    const hash = createHash('sha256');
    let size = 0;
    await pipeline(
      bytes,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(file),
    );
    const signature = (await fileTypeFromBlob(await openAsBlob(file)))?.mime;
    return { size, sha256: hash.digest('hex'), signature, isPlainText: await isPlainText(file) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Any control character but tabs and the ends of lines and pages. */
const control = /[^\P{Cc}\t\n\f\r]/u;

/** Whether a file is UTF-8 throughout, and text. */
async function isPlainText(file: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(file))
      if (control.test(decoder.decode(chunk, { stream: true }))) return false;
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
