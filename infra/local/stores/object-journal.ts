import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { HttpCall } from './http-call.ts';

const Front = z.object({ path: z.string(), headers: z.record(z.string(), z.string()) });

/** A PUT of an object: its path is `/BUCKET/KEY`. */
export type ObjectPut = Pick<HttpCall, 'path' | 'headers'> & { body: Buffer };

/**
 * Objects on their way to fauxqs, which writes over an object in place: a kill -9 in the middle would leave neither the
 * old one nor the new. Each is kept whole in a file first, and put again on the next start if that file is still there.
 */
export class ObjectJournal {
  readonly #folder: string;
  #next = 0;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Keeps an object while `put` is at work on it. */
  async around<T>({ path, headers, body }: ObjectPut, put: () => Promise<T>): Promise<T> {
    const name = join(this.#folder, String(this.#next++).padStart(9, '0'));
    // A file has its name only once it is whole.
    await writeFile(
      `${name}.new`,
      Buffer.concat([Buffer.from(`${JSON.stringify({ path, headers })}\n`), body]),
    );
    await rename(`${name}.new`, name);
    try {
      return await put();
    } finally {
      await rm(name, { force: true });
    }
  }

  /** What a kill -9 cut off, in the order in which it came. */
  unfinished(): ObjectPut[] {
    const names = readdirSync(this.#folder).filter((name) => !name.endsWith('.new'));
    return names.sort().map((name) => {
      const file = readFileSync(join(this.#folder, name));
      const end = file.indexOf('\n');
      return { ...Front.parse(JSON.parse(file.subarray(0, end).toString())), body: file.subarray(end + 1) };
    });
  }

  /** Forgets everything: what was unfinished has been put again. */
  async clear(): Promise<void> {
    for (const name of readdirSync(this.#folder)) await rm(join(this.#folder, name));
  }
}
