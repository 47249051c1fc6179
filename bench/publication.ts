import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { forget, type Stack, startStack } from '../tests/stack/stack.ts';
import { until, untilReadable } from '../tests/stack/until.ts';
import { type Figure, median, percentile, rounded } from './figure.ts';

const publications = 40;

/**
 * One publication after another on a stack of its own: from the POST's sending to the page's being readable over
 * HTTP, in ms; and the objects and bytes that one writes, from the files that changed.
 */
export async function publication(): Promise<Figure[]> {
  const stack = await startStack();
  // One with permissions and one without in turn, so that a machine that slows down slows both. Budget: 10 % apart.
  const unchecked = await startStack({ PERMISSIONS: '0' });
  try {
    const times: number[] = [];
    const timesUnchecked: number[] = [];
    for (let n = 0; n < publications; n++) {
      const turns = [
        async () => times.push(await timeOfOne(stack, n)),
        async () => timesUnchecked.push(await timeOfOne(unchecked, n)),
      ];
      for (const turn of n % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
    const written = await writtenByOne(stack);
    return [
      { name: 'publication.readable.median', value: rounded(median(times)), unit: 'ms' },
      { name: 'publication.readable.p95', value: rounded(percentile(times, 0.95)), unit: 'ms' },
      { name: 'publication.unchecked.median', value: rounded(median(timesUnchecked)), unit: 'ms' },
      ...written,
      { name: 'stack.memory', value: await memoryOf(stack), unit: 'MB' },
    ];
  } finally {
    for (const one of [stack, unchecked]) {
      await one.stop();
      await forget(one);
    }
  }
}

/** The memory of the whole local stack, resident. */
async function memoryOf({ site }: Stack): Promise<number> {
  const status = await (await fetch(`${site}/_local/status.json`)).json();
  return z.object({ residentMegabytes: z.number() }).parse(status).residentMegabytes;
}

async function timeOfOne(stack: Stack, n: number): Promise<number> {
  const started = performance.now();
  await untilReadable(await publish(stack, `Measured ${n}`));
  const time = performance.now() - started;
  // What goes on behind a publication is not the next one's.
  await until('the queues to be empty', async () => (await waiting(stack)) === 0);
  return time;
}

const Queues = z.object({ queues: z.array(z.object({ waiting: z.int(), inFlight: z.int() })) });

async function waiting({ site }: Stack): Promise<number> {
  const { queues } = Queues.parse(await (await fetch(`${site}/_local/status.json`)).json());
  return queues.reduce((sum, one) => sum + one.waiting + one.inFlight, 0);
}

/** Objects and bytes of one publication. Budget: 40 objects. */
async function writtenByOne(stack: Stack): Promise<Figure[]> {
  const before = Date.now();
  const url = await publish(stack, 'Weighed');
  await untilReadable(`${stack.site}/en/feed.atom`, new URL(url).pathname);
  const objects = globSync(join(stack.dataDir, 's3/**/*.data'))
    .map((file) => statSync(file))
    .filter((stat) => stat.mtimeMs >= before);
  return [
    { name: 'publication.objects', value: objects.length, unit: 'objects' },
    { name: 'publication.bytes', value: objects.reduce((sum, stat) => sum + stat.size, 0), unit: 'bytes' },
  ];
}

async function publish(stack: Stack, title: string): Promise<string> {
  const body = {
    type: 'statement',
    language: 'en',
    title,
    body: `${title}. A paragraph of ordinary length follows it.`,
    publish: true,
  };
  const response = await stack.api('POST', '/statements', { body });
  return z.object({ url: z.string() }).parse(await response.json()).url;
}
