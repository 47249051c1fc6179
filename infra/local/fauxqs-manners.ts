/** What fauxqs leaves to those who embed it. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { type ListenOptions, Server } from 'node:net';
import { join } from 'node:path';

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
 * Removes objects whose description a kill -9 cut off in the middle: fauxqs writes it in place and does not start
 * with half of one. Whoever was writing such an object is called again, since the message is still in its queue.
 */
export function removeTornObjects(s3StorageDir: string): void {
  for (const name of globSync('**/*.meta.json', { cwd: s3StorageDir })) {
    const file = join(s3StorageDir, name);
    try {
      JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      rmSync(file);
    }
  }
}
