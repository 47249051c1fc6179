import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.int(), url: z.string() });
type Statement = z.output<typeof Statement>;

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const create = async (more: object): Promise<Statement> => {
  const text = { type: 'statement', language: 'en', title: 'The lagoon', body: 'The lagoon is calm.' };
  const body = { ...text, date: '2026-05-04', ...more, publish: true };
  const response = await stack.api('POST', '/statements', { body });
  expect(response.status).toBe(201);
  return Statement.parse(await response.json());
};
const act = async ({ id, version }: Statement, action: string, body: object): Promise<Statement> => {
  const response = await stack.api('POST', `/statements/${id}/${action}`, {
    body,
    headers: { 'If-Match': `"${version}"` },
  });
  expect(await response.clone().text()).toContain(id);
  return Statement.parse(await response.json());
};
const correct = async (before: Statement, changes: object, note = 'A slip.'): Promise<Statement> => {
  const edited = await stack.api('PATCH', `/statements/${before.id}`, {
    body: changes,
    headers: { 'If-Match': `"${before.version}"` },
  });
  const { version } = Statement.parse(await edited.json());
  return act({ ...before, version }, 'publish', { note, significance: 'minor' });
};
const get = (url: string) => fetch(url, { redirect: 'manual' });
const untilGone = (url: string, status: number) =>
  until(`${url} to answer ${status}`, async () => (await get(url)).status === status);

/** Objects of the bucket, as they lie on the disk, in which a word stands. */
const objectsWith = (word: string) =>
  globSync(join(stack.dataDir, 's3/**/*.data')).filter((file) => textOf(file).includes(word));

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // It was removed since it was found.
  }
}

describe('a corrected statement', () => {
  it('says word by word what has changed, and what it said before stays readable', async () => {
    const first = await create({ slug: 'corrected' });
    const { url } = await correct(first, { body: 'The lagoon is rough.' }, 'The wind had turned.');
    const changes = await untilReadable(`${url}changes/`, 'The wind had turned.');
    expect(changes).toContain('<del>calm</del><ins>rough</ins>');
    expect(await untilReadable(`${url}editions/1/`, 'newer edition')).toContain('The lagoon is calm.');
    expect(await untilReadable(url, 'The lagoon is rough.')).toContain(`${new URL(url).pathname}changes/`);
  });
});

describe('a statement that moves', () => {
  it('leads from its former address, and from all below it, for ever', async () => {
    const first = await create({ slug: 'moving' });
    await untilReadable(first.url, 'calm');
    const moved = await correct(first, { date: '2026-05-06' });
    const again = await correct(moved, { slug: 'moved' });
    await untilReadable(again.url, 'calm');
    for (const below of ['', 'editions/1/', 'changes/', 'index.json']) {
      const to = new URL(again.url).pathname + below;
      for (const from of [first.url, moved.url]) {
        await untilGone(from + below, 301);
        expect((await get(from + below)).headers.get('location')).toBe(to);
      }
      expect((await fetch(first.url + below)).status).toBe(200);
    }
    expect(await untilReadable(`${stack.site}/en/latest.html`, '/moved/')).not.toContain('/moving/');
  });
});

describe('a withdrawn statement', () => {
  it('leaves no word in the bucket but its notice, and has them all again when it is restored', async () => {
    const newer = await create({ title: 'What replaces it', slug: 'newer' });
    const first = await create({
      title: 'Zibeline, of a kind',
      slug: 'withdrawn',
      body: 'The zibeline swam.',
    });
    const second = await correct(first, { body: 'A zibeline swam here.' });
    const { url } = second;
    await untilReadable(`${url}changes/`, 'zibeline');
    await untilReadable(`${stack.site}/en/feed.atom`, 'Zibeline');

    const neighbour = await create({ title: 'What came after it', slug: 'after' });
    expect(await untilReadable(neighbour.url)).toContain('Zibeline');

    const said = { reason: 'It was a coypu.', keepText: false, replacedBy: newer.id };
    const gone = await act(second, 'withdraw', said);
    const page = await untilReadable(url, 'It was a coypu.');
    expect(page).toContain(new URL(newer.url).pathname);
    expect(page).toContain('noindex');
    const feed = await untilReadable(`${stack.site}/en/feed.atom`, 'It was a coypu.');
    expect(feed).toContain('Withdrawn');
    await until('the words to be gone', async () => objectsWith('ibeline').length === 0);
    expect(JSON.parse(await untilReadable(`${url}index.json`, 'digest'))).toMatchObject({
      withdrawn: { reason: 'It was a coypu.', replacedBy: { url: newer.url } },
    });
    await untilGone(`${url}editions/1/`, 302);
    expect(await (await fetch(`${url}editions/1/`)).text()).toBe(page);
    expect(await (await fetch(`${stack.site}/en/`)).text()).not.toContain('/withdrawn/');

    await act(gone, 'restore', {});
    await untilReadable(url, 'A zibeline swam here.');
    await untilReadable(`${url}editions/1/`, 'The zibeline swam.');
    await untilReadable(`${url}changes/`, 'It was a coypu.');
    await untilReadable(`${stack.site}/en/`, '/withdrawn/');
    await untilReadable(`${stack.site}/en/feed.atom`, 'Zibeline');
  });

  it('may keep its words below the notice, on every edition', async () => {
    const first = await create({ slug: 'kept' });
    const { url } = await act(first, 'withdraw', { reason: 'Too early.', keepText: true });
    expect(await untilReadable(url, 'Too early.')).toContain('The lagoon is calm.');
    expect(await untilReadable(`${url}editions/1/`, 'Too early.')).toContain('The lagoon is calm.');
  });
});
