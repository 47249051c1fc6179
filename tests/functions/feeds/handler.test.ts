import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handler } from '../../../functions/feeds/handler.ts';
import { build } from '../../../shared/build.ts';
import type { BusEvent } from '../../../shared/events.ts';
import { site } from '../../../shared/this-site.ts';
import { fakeTable } from '../fake-table.ts';
import { messageOf, published, withdrawn } from '../publish.ts';
import { told } from './told.ts';

const s3 = mockClient(S3Client);
let table: ReturnType<typeof fakeTable>;
beforeEach(() => {
  s3.reset();
  table = fakeTable();
});
afterEach(() => table.client.restore());

const topics = site.topics.map(({ id }) => `en/topic/${id}/`);
const outdated: BusEvent = { 'detail-type': 'Lists Outdated', detail: { language: 'en' } };
const bodies = () =>
  new Map(
    s3.commandCalls(PutObjectCommand).map(({ args }) => [args[0].input.Key, String(args[0].input.Body)]),
  );

it('makes the lists of an empty site, so that a fresh one has its front page', async () => {
  await handler({ Records: [messageOf(outdated)] });
  const folders = ['en/all/', ...site.types.map(({ id }) => `en/type/${id}/`), ...topics];
  const pages = folders.map((folder) => `${folder}index.html`);
  const feeds = ['en/', ...folders.slice(1)].flatMap((folder) =>
    ['atom', 'rss', 'json'].map((form) => `${folder}feed.${form}`),
  );
  const front = ['en/index.html', 'en/latest.html', 'en/events.ics'];
  const sitemaps = ['sitemap.xml', 'en/sitemap.xml', 'en/sitemap-news.xml'];
  expect([...bodies().keys()].sort()).toEqual([...front, ...pages, ...feeds, ...sitemaps].sort());
  expect(table.items.get('LISTS#en LISTS')).toMatchObject({ build });
});

it('answers a batch with one list, and settles each statement of it', async () => {
  await published('one');
  await published('two');
  await handler({ Records: [messageOf(told('one'), 'm-1'), messageOf(told('two'), 'm-2')] });
  const keys = s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(
    [...table.items.values()].filter((item) => item.awaiting instanceof Set && item.awaiting.has('lists')),
  ).toEqual([]);
});

it('orders pages by date and feeds by publication', async () => {
  await published('backdated', { date: '2017-07-08' }, '2026-05-06T10:00:00.000Z');
  await published('dated', { date: '2026-05-04' }, '2026-05-04T10:00:00.000Z');
  await handler({ Records: [messageOf(told('backdated')), messageOf(told('dated'))] });
  const order = (key: string) =>
    [...(bodies().get(key) ?? '').matchAll(/\/(backdated|dated)\//g)].map((match) => match[1]);
  expect(order('en/latest.html')).toEqual(['dated', 'backdated']);
  expect([...new Set(order('en/feed.atom'))]).toEqual(['backdated', 'dated']);
});

it('loses nothing to an index that is late', async () => {
  await published('one');
  await handler({ Records: [messageOf(told('one'))] });
  await published('two');
  table.client.on(QueryCommand, { IndexName: 'live-by-date' }).resolves({ Items: [] });
  await handler({ Records: [messageOf(told('two'))] });
  expect(bodies().get('en/latest.html')).toMatch(/\/two\/[\s\S]*\/one\/|\/one\/[\s\S]*\/two\//);
});

it('gives all messages of a language back when its lists can’t be written', async () => {
  await published('one');
  s3.on(PutObjectCommand).rejects(new Error('no'));
  const { batchItemFailures } = await handler({
    Records: [messageOf(told('one'), 'm-1'), messageOf(outdated, 'm-2')],
  });
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m-1', 'm-2']);
});

it('takes a withdrawn statement off the pages, and puts the notice at the top of the feed', async () => {
  const reef = await published('reef', { title: 'The reef' });
  await published('other');
  await handler({ Records: [messageOf(told('reef')), messageOf(told('other'))] });
  await withdrawn(reef);
  await handler({ Records: [messageOf(told('reef'))] });
  const newest = bodies();
  expect(newest.get('en/index.html')).not.toContain('/reef/');
  expect(newest.get('en/latest.html')).not.toContain('/reef/');
  expect(newest.get('en/feed.atom')).toMatch(
    /Withdrawn: Press release PR[\s\S]*readings were false[\s\S]*other/,
  );
  await handler({ Records: [messageOf(outdated)] });
  expect(bodies().get('en/feed.atom')).toContain('Withdrawn: Press release PR');
});
