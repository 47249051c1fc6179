import { describe, expect, it } from 'vitest';
import { atomFeed } from '../../../functions/feeds/atom-feed.ts';
import { firstEdition } from '../../../shared/statement/lifecycle.ts';
import { publicListing } from '../../../shared/statement/public.ts';
import { content, site } from '../../shared/statement/sample.ts';

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
    live: firstEdition({ content: { ...content, title }, excerpt: title }, 'TEXT', 'slug', at),
  });

describe('the Atom feed', () => {
  it('gives an entry an id that outlives its address, and both of its instants', () => {
    const feed = atomFeed(frame, [listing('The reef')]);
    expect(feed).toContain('<id>tag:press.example,2026-05-04:id-1</id>');
    expect(feed).toContain('<published>2026-05-04T10:00:00.000Z</published>');
    expect(feed).toContain('href="https://press.example/en/2026/05/04/slug/"');
    expect(feed).toContain('<link rel="self" href="https://press.example/en/feed.atom"/>');
  });

  it.each(['<script>alert(1)</script>', 'Salt & water', 'a ]]> b', '<![CDATA['])(
    'says %s in words, never as markup',
    (title) => {
      const feed = atomFeed(frame, [listing(title)]);
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
    expect(atomFeed(frame, [older, newer])).toMatch(/<\/title>\s*<updated>2026-05-03T00:00:00.000Z</);
    expect(atomFeed(frame, [])).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});
