import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { untilReadable } from './until.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

it('npm run audit -- verify --local finds every trail of the stack whole', async () => {
  for (const title of ['First', 'Second']) {
    const body = { type: 'statement', language: 'en', title, body: 'Said.', publish: true };
    const made = await stack.api('POST', '/statements', { body });
    const { id } = z.object({ id: z.string() }).parse(await made.json());
    const headers = { 'If-Match': '"1"' };
    await stack.api('PATCH', `/statements/${id}`, { body: { body: 'Said again.' }, headers });
  }
  const { stdout, status } = spawnSync(process.execPath, ['infra/audit.ts', 'verify', '--local'], {
    env: { ...process.env, PORT: String(stack.port) },
    encoding: 'utf8',
  });
  expect([stdout.trim(), status]).toEqual(['2 trails, 0 broken', 0]);
});

it('npm run rebuild makes what the site lacks, and what is not as it was', async () => {
  const body = { type: 'statement', language: 'en', title: 'Rebuilt', body: 'Said.', publish: true };
  const made = await stack.api('POST', '/statements', { body });
  const { path } = z.object({ path: z.string() }).parse(await made.json());
  await untilReadable(`${stack.site}/en/feed.atom`, path);
  const kept = () => globSync(join(stack.dataDir, 's3', `**${path}*.data`));
  const [page = '', ...others] = kept();
  const before = readFileSync(page, 'utf8');
  for (const file of others) rmSync(file);
  writeFileSync(page, 'It was never said.');

  const { stdout, stderr, status } = spawnSync(process.execPath, ['infra/rebuild.ts'], {
    env: { ...process.env, PORT: String(stack.port) },
    encoding: 'utf8',
  });
  expect([stdout.trim(), status, stderr]).toMatchObject([
    '3 statements and their lists were made again',
    0,
    expect.stringMatching(/6 of 6 steps/),
  ]);
  expect(kept().sort()).toEqual([page, ...others].sort());
  expect(readFileSync(page, 'utf8')).toBe(before);
});
