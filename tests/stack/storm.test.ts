import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { forget } from './stack.ts';
import { missingAfter, untilQuiet } from './storm/account.ts';
import { type Aftermath, storm } from './storm/storm.ts';

let aftermath: Aftermath;
afterAll(async () => {
  await aftermath?.stack.stop();
  if (aftermath) await forget(aftermath.stack);
});

test('what was accepted on a bad day is on the site at its last edition, and in the feed once', async () => {
  aftermath = await storm({ chaos: 'seed:7,rate:0.05', clients: 4, operations: 24, killEverySeconds: 8 });
  await untilQuiet(aftermath.stack);
  expect(await missingAfter(aftermath)).toEqual([]);
  expect(aftermath.kills).toBeGreaterThan(0);
  const faults = readFileSync(join(aftermath.stack.dataDir, 'faults.jsonl'), 'utf8');
  expect(faults).toContain('"life":2');
}, 300_000);
