/** What fauxqs leaves to those who embed it. */
import { existsSync, globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { type ListenOptions, Server } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';

/** Runs what starts a server that would listen on every address, and gives it the loopback address alone. */
export async function onLoopback<T>(start: () => Promise<T>): Promise<T> {
  const { listen } = Server.prototype;
  const kept = (options: ListenOptions) =>
    options.host === '0.0.0.0' ? { ...options, host: '127.0.0.1' } : options;
  Server.prototype.listen = function (this: Server, ...[first, ...rest]: unknown[]) {
    const options = typeof first === 'object' && first !== null ? kept(first) : first;
    return Reflect.apply(listen, this, [options, ...rest]);
  };
  try {
    return await start();
  } finally {
    Server.prototype.listen = listen;
  }
}

/**
 * Writes a JSON text so that fauxqs takes it for a message: it refuses what is beyond Unicode's first plane (𠮷, 🌊),
 * which SQS takes, and which JSON may write as two escapes.
 */
export const inFirstPlane = (json: string): string =>
  json.replaceAll(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);

const Description = z.looseObject({ contentLength: z.number() });

/**
 * Removes objects that a kill -9 cut off in the middle: fauxqs writes an object and its description in place, one after
 * the other, and doesn't start with half of a description. What was under way is in the journal (object-journal.ts), so
 * that parts of an object (in-parts.ts) are nothing to go on with.
 */
export function removeTornObjects(s3StorageDir: string): void {
  rmSync(join(s3StorageDir, '_multipart'), { recursive: true, force: true });
  for (const name of globSync('**/*.meta.json', { cwd: s3StorageDir })) {
    const description = join(s3StorageDir, name);
    const data = description.replace(/\.meta\.json$/, '.data');
    if (isWhole(description, data)) continue;
    rmSync(description);
    rmSync(data, { force: true });
  }
}

function isWhole(description: string, data: string): boolean {
  try {
    const { contentLength } = Description.parse(JSON.parse(readFileSync(description, 'utf8')));
    return existsSync(data) && statSync(data).size === contentLength;
  } catch {
    return false;
  }
}
