/**
 * `npm run storm -- --seed 7 --rate 0.1 --operations 2000`: a stack that misbehaves, twenty clients, and a kill -9 every
 * twenty seconds. Prints how long publications took, what went wrong by kind, and what was lost: nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { forget } from '../tests/stack/stack.ts';
import { missingAfter, untilQuiet } from '../tests/stack/storm/account.ts';
import { storm } from '../tests/stack/storm/storm.ts';
import { median, rounded } from './figure.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    rate: { type: 'string', default: '0.1' },
    operations: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '20' },
    'kill-every': { type: 'string', default: '20' },
  },
});

const operations = Number(values.operations);
const aftermath = await storm({
  chaos: `seed:${values.seed},rate:${values.rate}`,
  clients: Number(values.clients),
  operations,
  killEverySeconds: Number(values['kill-every']),
  progress: (done) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${Math.min(done, operations)} of ${operations} operations`);
  },
});
const deadLetters = await untilQuiet(aftermath.stack);
const missing = await missingAfter(aftermath);
const { delays, kills, accepted, stack } = aftermath;

const Line = z.object({ kind: z.string() });
const faults = readFileSync(join(stack.dataDir, 'faults.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Line.parse(JSON.parse(line)).kind);
for (const [kind, met] of Map.groupBy(faults, (kind) => kind))
  console.log(`storm.${kind} ${met.length} faults`);
console.log(`storm.kills ${kills} kills`);
console.log(`storm.accepted ${accepted.size} statements`);
console.log(`storm.delay.median ${rounded(median(delays))} ms`);
console.log(`storm.delay.worst ${rounded(Math.max(...delays))} ms`);
console.log(`storm.dead-letters ${deadLetters} messages`);
console.log(`storm.missing ${missing.length} statements`);
for (const line of missing) console.error(line);

await stack.stop();
await forget(stack);
process.exitCode = missing.length === 0 ? 0 : 1;
