import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), url: z.string() });
const said = (title: string) => ({
  type: 'statement',
  language: 'en',
  title,
  body: `${title} was said.`,
  publish: true,
});
let stack: Stack;
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const publish = async (title: string) =>
  Statement.parse(await (await stack.api('POST', '/statements', { body: said(title) })).json());

it('shows what was accepted before a kill -9, after a restart, by itself', async () => {
  stack = await startStack();
  const urls: string[] = [];
  for (let round = 0; round < 3; round++) {
    const { url } = await publish(`Round ${round}`);
    await stack.kill();
    urls.push(new URL(url).pathname);
    stack = await startStack({}, stack.dataDir);
    for (const path of urls) await untilReadable(stack.site + path, 'was said.');
  }
  await untilReadable(`${stack.site}/en/`, urls.at(-1));
});

it('stops cleanly on SIGTERM and has everything after it', async () => {
  const { id, url } = await publish('Kept');
  await untilReadable(url);
  expect(await stack.stop()).toBe(0);
  stack = await startStack({}, stack.dataDir);
  expect((await fetch(stack.site + new URL(url).pathname)).status).toBe(200);
  expect((await stack.api('GET', `/statements/${id}`)).status).toBe(200);
});
