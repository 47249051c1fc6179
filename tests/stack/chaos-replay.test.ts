import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { forget, startStack } from './stack.ts';
import { untilQuiet } from './storm/account.ts';
import { PersistentClient } from './storm/persistent.ts';

const Fault = z.object({
  life: z.int(),
  site: z.string(),
  possible: z.array(z.string()),
  call: z.int(),
  kind: z.string(),
});
type Fault = z.output<typeof Fault>;

/** The faults of a stack on which a few things are published, by where they may happen. */
async function faultsOf(chaos: string): Promise<Map<string, Fault[]>> {
  const stack = await startStack({ CHAOS: chaos });
  try {
    const client = new PersistentClient(stack.api);
    for (const n of [1, 2, 3, 4, 5, 6]) await client.publish(`Statement ${n}`);
    await untilQuiet(stack, 2);
    const lines = readFileSync(join(stack.dataDir, 'faults.jsonl'), 'utf8').trim().split('\n');
    const faults = lines.map((line) => Fault.parse(JSON.parse(line)));
    return Map.groupBy(faults, ({ life, site, possible }) => `${life} ${site} ${possible.join('+')}`);
  } finally {
    await stack.stop();
    await forget(stack);
  }
}

const lastCall = (faults: Fault[]) => Math.max(...faults.map(({ call }) => call));

it('meets the same faults at the same calls when a seed is given again', async () => {
  const chaos = 'seed:7,rate:0.15,kinds:throttle+error+reset+duplicate+late';
  const [first, again] = [await faultsOf(chaos), await faultsOf(chaos)];
  let compared = 0;
  for (const [site, faults] of first) {
    const others = again.get(site);
    if (!others) continue;
    // How many calls there are depends on time; which of them go wrong, and how, on the seed alone.
    const both = Math.min(lastCall(faults), lastCall(others));
    const upTo = (some: Fault[]) =>
      some.filter(({ call }) => call <= both).toSorted((a, b) => a.call - b.call);
    expect(upTo(faults)).toEqual(upTo(others));
    compared += upTo(faults).length;
  }
  expect(compared).toBeGreaterThan(10);
}, 300_000);
