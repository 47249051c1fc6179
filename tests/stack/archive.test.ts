import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.int(), path: z.string(), url: z.string() });
type Statement = z.output<typeof Statement>;
const JsonFeed = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  items: z.array(z.object({ url: z.string(), title: z.string() })),
});

/** Longer than the lists of all that is published here take on a busy machine, in milliseconds. */
const patience = 200_000;
const many = 60;
const types = ['press-release', 'interview', 'statement'];
const topics = ['expeditions', 'collections', 'подводный-мир'];
const months = ['2025-11', '2025-12', '2026-01', '2026-02'];

let stack: Stack;
const statements: Statement[] = [];
beforeAll(async () => {
  stack = await startStack();
  for (let n = 0; n < many; n++) statements.push(await publish(n));
  await untilReadable(`${stack.site}/en/all/`, statements.at(-1)?.path, patience);
}, 500_000);
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

async function publish(n: number, more: object = {}): Promise<Statement> {
  const body = {
    type: types[n % types.length],
    language: 'en',
    title: `Number ${n}`,
    body: `What number ${n} says.`,
    topics: [topics[n % topics.length]],
    date: `${months[n % months.length]}-10`,
    publish: true,
    ...more,
  };
  const response = await stack.api('POST', '/statements', { body });
  expect(response.status).toBe(201);
  return Statement.parse(await response.json());
}

async function act({ id, version }: Statement, action: string, body: object): Promise<Statement> {
  const headers = { 'If-Match': `"${version}"` };
  const [method, path] = action === 'edit' ? ['PATCH', ''] : ['POST', `/${action}`];
  const response = await stack.api(method, `/statements/${id}${path}`, { body, headers });
  expect(response.status).toBe(200);
  return Statement.parse(await response.json());
}
const correct = async (before: Statement, changes: object): Promise<Statement> =>
  act(await act(before, 'edit', changes), 'publish', { note: 'A slip.', significance: 'minor' });

const at = (n: number): Statement => {
  const statement = statements.at(n);
  if (!statement) throw new Error(`There is no statement ${n}`);
  return statement;
};
const page = (path: string, includes?: string) => untilReadable(`${stack.site}${path}`, includes, patience);
const untilWithout = (path: string, text: string) =>
  until(`${path} without ${text}`, async () => !(await page(path)).includes(text), patience);
/** The statements in a list's items, by their addresses. */
const listed = (text: string) => [...text.matchAll(/<h2><a href="([^"]+)">/g)].map(([, path]) => path);
const paths = (from: number, to: number) => statements.slice(from, to).map(({ path }) => path);

describe('the archive', () => {
  it('has every statement once on the pages that never renumber and the open one', async () => {
    const first = await page('/en/all/1/');
    const open = await page('/en/all/');
    expect(listed(first).toSorted()).toEqual(paths(0, 50).toSorted());
    expect(listed(open).toSorted()).toEqual(paths(many - 50, many).toSorted());
  });

  it('has it in its month, its type and its topic too', async () => {
    const { path } = at(-1);
    const n = many - 1;
    const month = months[n % months.length]?.replace('-', '/');
    for (const list of [month, `type/${types[n % 3]}`, `topic/${topics[n % 3]}`]) {
      const text = await page(`/en/${list}/`, path);
      expect(listed(text)).toHaveLength(many / (list === month ? months.length : 3));
    }
    expect(await page('/en/2025/')).toContain('December 2025</a> <span>15</span>');
    expect(await page('/en/all/')).toContain('<a href="/en/2025/">2025</a>');
  });

  it('says what has become of an old statement', async () => {
    await correct(at(0), { title: 'Number nought' });
    await act(at(1), 'withdraw', { reason: 'It was number two.', keepText: false });
    await page('/en/all/1/', 'Number nought');
    await page('/en/all/1/feed.atom', 'It was number two.');
    expect(listed(await page('/en/all/1/'))).not.toContain(at(1).path);
    for (const feed of ['feed.atom', 'feed.rss', 'feed.json', 'topic/collections/feed.json'])
      expect(await page(`/en/${feed}`, 'It was number two.')).toContain('Withdrawn');
  });

  it('takes in what is backdated, and lets go of what gets another date', async () => {
    const backdated = await publish(many, { date: '1999-12-31', title: 'From long ago' });
    expect(await page('/en/1999/12/', backdated.path)).toContain('December 1999');
    expect(listed(await page('/en/all/', backdated.path))[0]).toBe(backdated.path);
    const moved = await correct(backdated, { date: '1998-01-02' });
    await page('/en/1998/01/', moved.path);
    await untilWithout('/en/1999/12/', 'From long ago');
    expect(await page('/en/all/')).toContain('/en/1998/');
    statements.push(moved);
  });

  it('is fed in three forms, and goes back to its beginning', async () => {
    const feed = JsonFeed.parse(JSON.parse(await page('/en/feed.json')));
    expect(feed.items[0]?.title).toBe('From long ago');
    expect(await page('/en/feed.rss')).toContain('<rss version="2.0"');
    expect(await page('/en/feed.atom')).toContain(
      `<link rel="prev-archive" href="${stack.site}/en/all/1/feed.atom"/>`,
    );
    expect((await fetch(`${stack.site}/en/feed.rss`)).headers.get('content-type')).toContain('rss+xml');
  });

  it('has every statement that can be read in the sitemap', async () => {
    const index = await page('/sitemap.xml', '/en/1998/01/');
    const shards = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url ?? '');
    const texts = await Promise.all(shards.map(async (url) => (await fetch(url)).text()));
    const named = new Set([...texts.join('').matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url));
    expect(statements.filter(({ url }) => !named.has(url))).toEqual([at(1)]);
    expect(await page('/en/sitemap-news.xml')).toContain('<news:title>From long ago</news:title>');
  });

  it('has no link that leads nowhere', async () => {
    const dead = await deadLinks(`${stack.site}/robots.txt`, `${stack.site}/en/`, `${stack.site}/fr/`);
    expect(dead).toEqual([]);
  });
});

/** Follows every link of the site from some addresses on; answers those that aren't answered with 200. */
async function deadLinks(...from: string[]): Promise<string[]> {
  const [seen, dead] = [new Set(from), [] as string[]];
  for (const url of seen) {
    const response = await fetch(url);
    const text = await response.text();
    if (response.status !== 200) dead.push(`${response.status} ${url}`);
    const links = text.matchAll(/(?:href="|src="|<loc>|Sitemap: |"url":")([^"<\s]+)/g);
    for (const [, link = ''] of links) {
      const { origin, pathname } = new URL(link.replaceAll('&amp;', '&'), url);
      if (origin === stack.site && !pathname.startsWith('/desk')) seen.add(origin + pathname);
    }
  }
  expect(seen.size).toBeGreaterThan(3 * many);
  return dead;
}
