/**
 * `npm run dev`: the stack of `npm start`, taking in what changes. A changed function, or what functions share, is
 * bundled and called from then on; a change of the infrastructure, of a style or of the desk starts the stack anew.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps; this long, in milliseconds, nothing else may come. */
const settled = 50;

const start = () => fork(join(import.meta.dirname, 'start.ts'), { stdio: 'inherit' });
let stack: ChildProcess = start();
let restart = false;
let timer: NodeJS.Timeout | undefined;

for (const folder of ['functions', 'shared', 'infra', 'desk'])
  watch(folder, { recursive: true }, (_, file) => {
    restart ||= folder === 'infra' || folder === 'desk' || String(file).includes('assets');
    clearTimeout(timer);
    timer = setTimeout(takeIn, settled);
  });

async function takeIn(): Promise<void> {
  if (!restart && stack.connected) {
    stack.send('renew');
    return;
  }
  restart = false;
  if (stack.exitCode === null) {
    stack.kill('SIGTERM');
    await once(stack, 'exit');
  }
  stack = start();
}

process.once('SIGINT', () => process.exit());
process.once('SIGTERM', () => {
  stack.kill('SIGTERM');
});
