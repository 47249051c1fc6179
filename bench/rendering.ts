import { execFileSync } from 'node:child_process';
import { type Figure, rounded } from './figure.ts';
import { functionEnv } from './function-env.ts';

/**
 * Pages of statements rendered in a second of processor time, by a process of its own: from the kept text to the page's
 * HTML. Reading the table, writing to the bucket, and the files beside a page are not in it.
 */
export async function rendering(): Promise<Figure[]> {
  const printed = execFileSync(process.execPath, ['bench/rendering/measure.ts'], {
    env: functionEnv,
    encoding: 'utf8',
  });
  return [{ name: 'rendering.pages', value: rounded(Number(printed), 0), unit: 'pages/cpu-s' }];
}
