import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cacheTagHeader, statementTag } from '../../shared/cache-tags.ts';
import { forget, type Stack, startStack } from './stack.ts';
import { until, untilReadable } from './until.ts';

const Statement = z.object({ id: z.string(), version: z.int(), path: z.string(), url: z.string() });
const Status = z.object({
  invalidations: z.array(z.object({ reference: z.string(), items: z.array(z.string()) })),
});
const transcript = {
  type: 'transcript',
  language: 'en',
  title: 'Director Ines Calder’s answers to reporters after the opening of the reef archive, 8 July',
  date: '2017-07-08',
  body: [
    'Question: How did the opening go?',
    'Ines Calder: Better than the weather. Three hundred people came.',
    'Most of them were divers.',
    'Question: And <script>alert(1)</script>?',
    'Ines Calder: No comment.',
  ].join('\n\n'),
};

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  await forget(stack);
});

const publish = async (statement: object) => {
  const response = await stack.api('POST', '/statements', { body: { ...statement, publish: true } });
  expect(response.status).toBe(201);
  return Statement.parse(await response.json());
};

it('ends its output in the lines that say where everything is', () => {
  const at = `http://localhost:${stack.port}`;
  expect(stack.output.slice(-5)).toEqual([
    `site ${at}/`,
    `desk ${at}/desk/`,
    `api ${at}/api/v1/`,
    `outbox ${at}/_local/outbox/`,
    'ready',
  ]);
});

describe('an authenticated POST', () => {
  it('becomes a page, on the front page, in the latest block and in the feed', async () => {
    const { path, url } = await publish(transcript);
    const page = await untilReadable(url, transcript.title);
    expect(page.match(/<section class="turn/g)).toHaveLength(4);
    expect(page).not.toContain('<script>alert');
    const front = await untilReadable(`${stack.site}/en/`, path);
    expect(front).toContain('Better than the weather.');
    expect(await untilReadable(`${stack.site}/en/latest.html`, path)).toContain(path);
    expect(await untilReadable(`${stack.site}/en/feed.atom`, path)).toContain('<feed');
  });

  it('has the edges forget what was there before, once', async () => {
    const { id, url } = await publish({ ...transcript, slug: 'forgotten' });
    const asked = async () =>
      Status.parse(await (await fetch(`${stack.site}/_local/status.json`)).json()).invalidations.filter(
        ({ reference }) => reference.startsWith(`${id}-1-`),
      );
    await until('an invalidation', async () => (await asked()).length > 0);
    expect((await fetch(url)).headers.get(cacheTagHeader)).toBe(statementTag(new URL(url).pathname));
    expect(await asked()).toMatchObject([
      { items: [`#${statementTag(new URL(url).pathname)}`, '#lists-en'] },
    ]);
  });

  it('has machine-readable turns and a plain text beside its page', async () => {
    const { url } = await publish({ ...transcript, slug: 'machine-readable' });
    const json = JSON.parse(await untilReadable(`${url}index.json`));
    expect(json.turns).toHaveLength(4);
    expect(json.turns[1]).toMatchObject({ number: 2, speaker: 'Ines Calder' });
    expect(await untilReadable(`${url}index.txt`)).toContain('Most of them were divers.');
  });

  it('can be corrected in the open', async () => {
    const { id, url } = await publish({ ...transcript, slug: 'to-correct' });
    const edited = await stack.api('PATCH', `/statements/${id}`, {
      body: { body: 'All of it again.' },
      headers: { 'If-Match': '"1"' },
    });
    expect(edited.status).toBe(200);
    const corrected = await stack.api('POST', `/statements/${id}/publish`, {
      body: { note: 'The transcript was incomplete.', significance: 'major' },
      headers: { 'If-Match': '"2"' },
    });
    expect(corrected.status).toBe(200);
    const page = await untilReadable(url, 'All of it again.');
    expect(page).toContain('The transcript was incomplete.');
  });

  it('keeps the newest date first and a draft to itself', async () => {
    const draft = Statement.parse(
      await (await stack.api('POST', '/statements', { body: { ...transcript, title: 'Not yet' } })).json(),
    );
    const newer = await publish({ ...transcript, title: 'Newer', date: '2018-04-20' });
    const newest = await publish({ ...transcript, title: 'Newest', date: '2018-04-23' });
    const front = await untilReadable(`${stack.site}/en/`, newest.path);
    expect(front.indexOf(newest.path)).toBeLessThan(front.indexOf(newer.path));
    expect(front).not.toContain('Not yet');
    expect((await fetch(draft.url)).status).toBe(404);
  });
});

describe('the site', () => {
  it('answers a missing page at once, and has it once it is there', async () => {
    const missing = await fetch(`${stack.site}/en/2026/01/02/not-yet/`);
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const { url } = await publish({ ...transcript, date: '2026-01-02', slug: 'not-yet' });
    expect(await untilReadable(url)).toContain('Ines Calder');
  });

  it('leads to the reader’s language, and to clean addresses', async () => {
    const get = (path: string, language: string) =>
      fetch(stack.site + path, { redirect: 'manual', headers: { 'Accept-Language': language } });
    expect((await get('/', 'fr-CH, en;q=0.5')).headers.get('location')).toBe('/fr/');
    expect((await get('/', 'xx')).headers.get('location')).toBe('/en/');
    expect((await get('/en', 'en')).status).toBe(301);
  });

  it('is served with strict headers, and answers conditional requests', async () => {
    const { url } = await publish({ ...transcript, slug: 'headers' });
    await untilReadable(url);
    const page = await fetch(url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = page.headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });
});
