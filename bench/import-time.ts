import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Figure, median, rounded } from './figure.ts';
import { functionEnv } from './function-env.ts';

const runs = 9;

/** The time to import each bundle in a new process over an empty module's, in ms. Budget: 150. */
export async function importTimes(): Promise<Figure[]> {
  const empty = join(mkdtempSync(join(tmpdir(), 'bench-')), 'empty.mjs');
  writeFileSync(empty, 'export {};\n');
  return globSync('build/functions/*/handler.mjs')
    .sort()
    .map((file) => {
      // In turn, so that a machine that slows down slows both.
      const over = Array.from({ length: runs }, () => importTime(resolve(file)) - importTime(empty));
      return { name: `import.${basename(dirname(file))}`, value: rounded(median(over)), unit: 'ms' };
    });
}

function importTime(file: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); process.stdout.write(String(performance.now() - t)); process.exit()`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: functionEnv,
      encoding: 'utf8',
    }),
  );
}
