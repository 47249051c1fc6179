import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';

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
