import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/feeds/handler.ts';
import type { Head } from '../../../shared/statement/statement.ts';
import { fakes } from '../fakes.ts';
import { corrected, messageOf, published, restored, withdrawn } from '../publish.ts';
import { batchOf } from './told.ts';

const fake = fakes();

const name = (n: number) => `s${String(n).padStart(3, '0')}`;
const at = (n: number) => new Date(Date.UTC(2026, 4, 4, 10, n)).toISOString();
const page = (path: string) => fake.bucket.objects.get(`en/${path}index.html`) ?? '';
const file = (path: string) => fake.bucket.objects.get(`en/${path}`) ?? '';
/** The statements that a text leads to in a list's items, by their slugs, in its order. */
const listed = (text: string) =>
  [...text.matchAll(/<h2><a href="[^"]*\/([\w-]+)\/">/g)].map(([, slug]) => slug);

/** Publishes statements from one number to another, and makes the lists ten at a time, as a batch has them. */
async function publishAll(from: number, to: number): Promise<Map<string, Head>> {
  const heads = new Map<string, Head>();
  for (let n = from; n <= to; n++) heads.set(name(n), await published(name(n), {}, at(n)));
  for (let ids = [...heads.keys()]; ids.length > 0; ids = ids.slice(10))
    await handler(batchOf(...ids.slice(0, 10)));
  return heads;
}

describe('a list', () => {
  it('shows its newest fifty on the open page, and each fifty on a page that never renumbers', async () => {
    await publishAll(1, 51);
    expect(listed(page('all/'))).toHaveLength(50);
    expect(listed(page('all/'))[0]).toBe('s051');
    expect(page('all/')).toContain('<a href="/en/all/1/" rel="prev">Older</a>');
    expect(listed(page('all/1/'))).toHaveLength(50);
    expect(listed(page('all/1/')).at(-1)).toBe('s001');
    expect(page('all/1/')).toContain('<a href="/en/all/" rel="next">Newer</a>');
    expect(listed(page('2026/05/page-1/'))).toEqual(listed(page('all/1/')));
    expect(listed(page('type/press-release/1/'))).toEqual(listed(page('all/1/')));

    const first = page('all/1/');
    await publishAll(52, 99);
    expect(page('all/1/')).toBe(first);
    await publishAll(100, 100);
    expect(listed(page('all/2/')).at(-1)).toBe('s051');
    expect(page('all/2/')).toContain('<a href="/en/all/1/" rel="prev">Older</a>');
    expect(page('all/1/')).toContain('<a href="/en/all/2/" rel="next">Newer</a>');
    expect(page('all/')).toContain('<a href="/en/all/2/" rel="prev">Older</a>');
  });

  it('shows the newest, and has it in its feed, though it was told of before older ones', async () => {
    const newest = await published('newest', {}, at(200));
    await handler(batchOf(newest.id));
    await publishAll(1, 60);
    expect(listed(page('all/'))).toHaveLength(50);
    expect(listed(page('all/'))[0]).toBe('newest');
    expect(file('feed.atom')).toContain(`:${newest.id}</id>`);
    expect(file('feed.atom').match(/<entry>/g)).toHaveLength(50);
  });

  it('shows whatever is on no numbered page yet, though it is not among the newest fifty', async () => {
    await publishAll(11, 60);
    await publishAll(1, 1);
    expect(listed(page('all/')).at(-1)).toBe('s001');
    expect(file('feed.atom')).toContain(':s001</id>');
  });

  it('gives one place to a statement, however often it is told of', async () => {
    await publishAll(1, 2);
    await handler(batchOf('s001', 's002', 's001'));
    await publishAll(3, 3);
    await handler(batchOf('s001'));
    expect(listed(page('all/'))).toEqual(['s003', 's002', 's001']);
    expect(fake.table.items.get('LIST#en#all PLACE#00000003')).toMatchObject({ id: 's003' });
    expect(fake.table.items.has('LIST#en#all PLACE#00000004')).toBe(false);
  });

  it('gives a place once, whether a try died before or after it was the list’s', async () => {
    await publishAll(1, 1);
    await published('s002', {}, at(2));
    fake.table.items.set('STATEMENT#s002 PLACES', {
      pk: 'STATEMENT#s002',
      sk: 'PLACES',
      all: 2,
      '2026/05': 2,
    });
    fake.table.items.set('LIST#en#2026/05 PLACE#00000002', {
      pk: 'LIST#en#2026/05',
      sk: 'PLACE#00000002',
      id: 's002',
    });
    // Somebody else takes the place that the one who died had set out for.
    await publishAll(3, 3);
    expect(fake.table.items.get('LIST#en#all PLACE#00000002')).toMatchObject({ id: 's003' });
    await handler(batchOf('s002'));
    expect(fake.table.items.get('STATEMENT#s002 PLACES')).toMatchObject({ all: 3, '2026/05': 2 });
    for (const list of ['all/', '2026/05/']) expect(listed(page(list))).toEqual(['s003', 's002', 's001']);
  });

  it('has a gap for what was withdrawn, until it is restored', async () => {
    const heads = await publishAll(1, 51);
    const head = heads.get('s007');
    if (!head) throw new Error('It was not published');
    const gone = await withdrawn(head);
    await handler(batchOf('s007'));
    for (const path of ['all/1/', 'type/press-release/1/', '2026/05/page-1/'])
      expect(listed(page(path))).not.toContain('s007');
    expect(file('all/1/feed.atom')).toContain('Withdrawn: Press release PR/2026/1');
    expect(file('feed.json')).not.toContain('s001');
    for (const feed of ['feed.atom', 'feed.rss', 'feed.json', 'type/press-release/feed.atom'])
      expect(file(feed)).toContain('Withdrawn: Press release PR/2026/1');
    await publishAll(52, 60);
    expect(file('feed.json')).toContain('Withdrawn: Press release PR/2026/1');
    expect(JSON.parse(file('feed.json')).items).toHaveLength(51);
    expect(page('2026/')).toContain('<span>59</span>');
    await restored(gone);
    await handler(batchOf('s007'));
    expect(listed(page('all/1/'))).toContain('s007');
    expect(page('2026/')).toContain('<span>60</span>');
    expect(file('feed.json')).not.toContain('Withdrawn');
  });

  it('is left and entered by a statement that gets another type, topic or date', async () => {
    const heads = await publishAll(1, 50);
    const head = heads.get('s007');
    if (!head) throw new Error('It was not published');
    const moved = await corrected(head, { type: 'interview', date: '2024-02-29', topics: ['riffe'] });
    await handler(batchOf('s007'));
    expect(listed(page('type/press-release/1/'))).not.toContain('s007');
    expect(listed(page('type/press-release/'))).not.toContain('s007');
    expect(listed(page('2026/05/page-1/'))).not.toContain('s007');
    for (const path of ['type/interview/', 'topic/riffe/', '2024/02/', 'all/1/'])
      expect(listed(page(path))).toContain('s007');
    expect(page('2026/')).toContain('<span>49</span>');
    expect(page('all/')).toContain('<a href="/en/2024/">2024</a>');

    await handler(batchOf((await corrected(moved, { type: 'press-release', topics: [] })).id));
    expect(listed(page('type/press-release/1/')).at(-7)).toBe('s007');
    expect(listed(page('type/interview/'))).toEqual([]);
  });
});

describe('the sitemap', () => {
  it('has what can be read, in the month that it is dated in', async () => {
    const heads = await publishAll(1, 51);
    const shard = (n: number) => file(`2026/05/sitemap-${n}.xml`);
    expect(shard(1)).toContain(
      '<url><loc>https://press.example/en/2026/05/04/s001/</loc><lastmod>2026-05-04T10:01:00.000Z</lastmod></url>',
    );
    expect(shard(1)).toContain('<loc>https://press.example/en/2026/05/page-1/</loc>');
    expect(shard(2)).toContain('/s051/');
    expect(fake.bucket.objects.get('sitemap.xml')?.match(/<loc>/g)).toHaveLength(4);
    const head = heads.get('s007');
    if (!head) throw new Error('It was not published');
    await withdrawn(head);
    await handler(batchOf('s007'));
    expect(shard(1)).not.toContain('/s007/');
  });

  it('has the news of two days, and of no more', async () => {
    await published('old', {}, new Date(Date.now() - 49 * 3_600_000).toISOString());
    await published('new', { title: 'Salt & water' }, new Date(Date.now() - 47 * 3_600_000).toISOString());
    await handler(batchOf('old', 'new'));
    expect(file('sitemap-news.xml')).toContain('<news:title>Salt &amp; water</news:title>');
    expect(file('sitemap-news.xml')).toContain('<news:language>en</news:language>');
    expect(file('sitemap-news.xml')).not.toContain('/old/');
  });
});

describe('a page of the archive', () => {
  it('says where it stands, and leads to the rest', async () => {
    await publishAll(1, 1);
    expect(page('2026/05/')).toContain('<h1>May 2026</h1>');
    expect(page('2026/05/')).toContain('<li><a href="/en/2026/">2026</a></li>');
    expect(page('2026/')).toContain('<a href="/en/2026/05/">May 2026</a>');
    expect(page('all/')).toContain('<dd><a href="/en/type/interview/">Interview</a></dd>');
    expect(page('all/')).toContain('<dd><a href="/en/topic/collections/">Collections</a></dd>');
    expect(page('type/interview/')).toContain('There are no statements here.');
    expect(page('type/interview/')).toContain(
      'hreflang="fr" href="https://press.example/fr/type/interview/"',
    );
    expect(page('type/interview/')).toContain(
      '<link rel="alternate" type="application/rss+xml" title="Interview – Meridian Institute for Ocean Heritage" href="/en/type/interview/feed.rss">',
    );
  });
});

describe('the calendar of events', () => {
  const event = { start: '2026-05-09T10:00:00+01:00', place: 'Pier 4' };

  it('is there before any event, has each, and drops one whose words had to go', async () => {
    await handler({ Records: [messageOf({ 'detail-type': 'Lists Outdated', detail: { language: 'en' } })] });
    expect(file('events.ics')).toContain('BEGIN:VCALENDAR');
    const head = await published('opening', { type: 'event-notice', event, title: 'The opening' });
    await handler(batchOf('opening'));
    expect(file('events.ics')).toContain('SUMMARY:The opening');
    await withdrawn(head);
    await handler(batchOf('opening'));
    expect(file('events.ics')).not.toContain('opening');
  });
});
