import { describe, expect, it } from 'vitest';
import { atomFeed, rssFeed } from '../../../functions/feeds/feed.ts';
import { jsonFeed } from '../../../functions/feeds/json-feed.ts';
import { publicListing } from '../../../shared/statement/public.ts';
import { previewOf } from '../../../shared/statement/publishing.ts';
import { act, content, person, site } from '../../shared/statement/sample.ts';

const frame = {
  site,
  language: 'en',
  origin: 'https://press.example',
  style: '/s.css',
  script: '/s.js',
  allMessagesPath: '/en/',
  now: new Date('2026-05-04T10:00:00Z'),
};
const listing = (title: string, at = '2026-05-04T10:00:00.000Z') =>
  publicListing({
    id: 'id-1',
    live: previewOf({ content: { ...content, title }, excerpt: title }, 'slug', act('a1', person('Ada'), at)),
  });

describe('the Atom feed', () => {
  it('gives an entry an id that outlives its address, and both of its instants', () => {
    const feed = atomFeed(frame, 'all', [listing('The reef')]);
    expect(feed).toContain('<id>tag:press.example,2026-05-04:id-1</id>');
    expect(feed).toContain('<published>2026-05-04T10:00:00.000Z</published>');
    expect(feed).toContain('href="https://press.example/en/2026/05/04/slug/"');
    expect(feed).toContain('<link rel="self" href="https://press.example/en/feed.atom"/>');
  });

  it.each(['<script>alert(1)</script>', 'Salt & water', 'a ]]> b', '<![CDATA['])(
    'says %s in words, never as markup',
    (title) => {
      const feed = atomFeed(frame, 'all', [listing(title)]);
      const [, said = ''] = /<entry>\s*<title type="html"><!\[CDATA\[(.*?)\]\]><\/title>/s.exec(feed) ?? [];
      const read = said.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(read).toBe(title);
      expect(said).not.toMatch(/[<>]/);
    },
  );

  it('was last changed when its newest entry was, and has never changed while it is empty', () => {
    const [older, newer] = [
      listing('a', '2026-05-01T00:00:00.000Z'),
      listing('b', '2026-05-03T00:00:00.000Z'),
    ];
    expect(atomFeed(frame, 'all', [older, newer])).toMatch(/<\/title>\s*<updated>2026-05-03T00:00:00.000Z</);
    expect(atomFeed(frame, 'all', [])).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});

describe('a document of a feed’s history', () => {
  it('says that it is one, and leads to those round it (RFC 5005)', () => {
    const feed = atomFeed(frame, 'all', [listing('The reef')], {
      self: '/en/all/2/feed.atom',
      current: '/en/feed.atom',
      older: '/en/all/1/feed.atom',
    });
    expect(feed).toMatch(
      /<feed [^>]*xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0"[^>]*>\s*<fh:archive\/>/,
    );
    expect(feed).toContain('<link rel="self" href="https://press.example/en/all/2/feed.atom"/>');
    expect(feed).toContain('<link rel="current" href="https://press.example/en/feed.atom"/>');
    expect(feed).toContain('<link rel="prev-archive" href="https://press.example/en/all/1/feed.atom"/>');
    expect(feed).not.toContain('next-archive');
    expect(atomFeed(frame, 'all', [])).not.toContain('fh:archive');
  });
});

describe('the feeds of a list', () => {
  it('are called after it, and lead to it', () => {
    const list = 'topic/подводный-мир';
    const home = `https://press.example/en/topic/${encodeURI('подводный-мир')}/`;
    expect(atomFeed(frame, list, [])).toContain('<title>Test Institute: подводный мир</title>');
    expect(atomFeed(frame, list, [])).toContain(`<link rel="self" href="${home}feed.atom"/>`);
    expect(rssFeed(frame, list, [])).toContain(`<link>${home}</link>`);
    expect(JSON.parse(jsonFeed(frame, list, []))).toMatchObject({
      home_page_url: home,
      feed_url: `${home}feed.json`,
    });
  });

  it('have plain titles in RSS and in JSON, whatever is in them', () => {
    const title = 'Salt & <water> ]]> & more';
    const rss = rssFeed(frame, 'all', [listing(title)]);
    expect(rss).toContain('<item>');
    expect(rss).toContain('<![CDATA[Salt & <water> ]]]]><![CDATA[> & more]]>');
    expect(rss).not.toContain('undefined');
    expect(JSON.parse(jsonFeed(frame, 'all', [listing(title)])).items).toEqual([
      {
        id: 'tag:press.example,2026-05-04:id-1',
        url: 'https://press.example/en/2026/05/04/slug/',
        title,
        content_text: title,
        date_published: '2026-05-04T10:00:00.000Z',
        date_modified: '2026-05-04T10:00:00.000Z',
        tags: ['Press release'],
      },
    ]);
  });
});
