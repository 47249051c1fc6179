import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Manifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

/** The assets of an assembly, which the templates name by key: `HASH.zip`. */
export class Assets {
  readonly #folders = new Map<string, string>();

  constructor(outdir: string, stacks: string[]) {
    for (const stack of stacks) {
      const { files } = Manifest.parse(
        JSON.parse(readFileSync(join(outdir, `${stack}.assets.json`), 'utf8')),
      );
      for (const [hash, { source }] of Object.entries(files))
        this.#folders.set(hash, join(outdir, source.path));
    }
  }

  /** The folder behind an asset's key. */
  folder(key: string): string {
    const folder = this.#folders.get(key.replace(/\.zip$/, ''));
    if (!folder) throw new Error(`No asset has the key ${key}`);
    return folder;
  }
}
