import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { untilReadable } from './until.ts';

const List = z.object({
  items: z.array(z.object({ id: z.string(), url: z.string() })),
  next: z.string().nullable(),
});
let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

it('takes 200 statements from 20 clients at once, each once on the site and in the list', async () => {
  const client = async (n: number) => {
    const urls: string[] = [];
    for (let i = 0; i < 10; i++) {
      const body = {
        type: 'statement',
        language: 'en',
        title: `Statement ${n} ${i}`,
        body: `Said by ${n}, ${i}.`,
        publish: true,
      };
      const response = await stack.api('POST', '/statements', { body });
      expect(response.status).toBe(201);
      urls.push(z.object({ url: z.string() }).parse(await response.json()).url);
    }
    return urls;
  };
  const urls = (await Promise.all(Array.from({ length: 20 }, (_, n) => client(n)))).flat();
  expect(new Set(urls).size).toBe(200);
  for (const url of urls) await untilReadable(url, 'Said by');

  const listed: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: z.output<typeof List> = List.parse(
      await (await stack.api('GET', `/statements?limit=30${cursor && `&cursor=${cursor}`}`)).json(),
    );
    listed.push(...page.items.map((item) => item.url));
    cursor = page.next;
  }
  expect(listed.toSorted()).toEqual(urls.toSorted());

  const feed = await untilReadable(`${stack.site}/en/feed.atom`, urls.at(-1));
  expect(feed.match(/<entry>/g)).toHaveLength(50);
});
