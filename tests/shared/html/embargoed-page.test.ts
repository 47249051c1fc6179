import { describe, expect, it } from 'vitest';
import { embargoedPage } from '../../../shared/html/embargoed-page.ts';
import { frame, statement } from './sample.ts';

const preview = {
  recipient: 'Ines Calder <The Reef Gazette>',
  createdAt: '2026-05-04T09:00:00.000Z',
  opensUntil: '2026-05-05T09:00:00.000Z',
};
const pageIn = (language: string, more = {}, notBefore?: string) =>
  embargoedPage({
    ...frame,
    content: { ...statement, language, ...more },
    preview,
    bodyHtml: '<p>The charts are open.</p>',
    turns: false,
    notBefore,
  });

describe('the page of an embargoed copy', () => {
  const page = pageIn('en', { contacts: [{ label: 'Desk', email: 'desk@press.example' }] });
  const [head = '', body = ''] = page.split('</head>');

  it('says above and below the text whose copy it is, since when and until when', () => {
    const [above = '', below = ''] = body.split('<p>The charts are open.</p>');
    for (const mark of [above, below]) {
      expect(mark).toContain('Embargoed copy');
      expect(mark).toContain('<bdi>Ines Calder &lt;The Reef Gazette&gt;</bdi>');
      expect(mark).toContain('<time datetime="2026-05-05T09:00:00.000Z">5 May 2026 at 10:00 UTC+1</time>');
    }
    expect(below).toContain('desk@press.example');
  });

  it('says the second before which it is not for publication, if there is one', () => {
    expect(body).not.toContain('Not before');
    const [, scheduled = ''] = pageIn('en', {}, '2026-05-04T16:00:00.000Z').split('</head>');
    expect(scheduled).toMatch(/Not before[^T]*<time datetime="2026-05-04T16:00:00.000Z">4 May 2026 at 17:00/);
  });

  it('says nothing of the text in its head, where messengers look for what to show of a link', () => {
    expect(head).toContain('<title>Embargoed copy – Meridian Institute</title>');
    expect(head).toContain('<meta name="robots" content="noindex">');
    expect(head).not.toMatch(/wrecks|charts|canonical|og:url|description|ld\+json/);
  });

  it('has no latest block, and leads to no other text', () => {
    expect(page).not.toContain('id="latest"');
    expect(page).not.toContain(statement.path);
    const links = [...page.matchAll(/href="(\/(?!assets)[^"]*)"/g)].map(([, path]) => path);
    expect(new Set(links)).toEqual(
      new Set([
        '/en/feed.atom',
        '/en/feed.json',
        '/en/feed.rss',
        '/favicon.svg',
        '/fr/',
        '/ar/',
        '/en/',
        '/en/all/',
      ]),
    );
  });

  it('is in the language of the text, right to left too', () => {
    expect(pageIn('ar')).toContain('<html lang="ar" dir="rtl">');
    expect(pageIn('ar')).toContain('نسخة محظورة النشر مؤقتًا');
    expect(pageIn('fr')).toContain('Copie sous embargo');
  });
});
