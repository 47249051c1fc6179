import { globSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Figure, rounded } from './figure.ts';

/** Each function's bundle, minified, in KB. Budget: 600. */
export async function bundleSizes(): Promise<Figure[]> {
  return globSync('build/functions/*/handler.mjs')
    .sort()
    .map((file) => ({
      name: `bundle.${basename(dirname(file))}`,
      value: rounded(statSync(file).size / 1000),
      unit: 'KB',
    }));
}
