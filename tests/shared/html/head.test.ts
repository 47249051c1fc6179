import { describe, expect, it } from 'vitest';
import { headOf } from '../../../shared/html/head.ts';
import { frame } from './sample.ts';

const head = { title: 'Charts & wrecks', path: '/en/x/', alternates: [{ language: 'fr', path: '/fr/x/' }] };

describe('headOf', () => {
  it('joins the title with the name of the site, and writes that name only once', () => {
    expect(String(headOf(frame, head))).toContain('<title>Charts &amp; wrecks – Meridian Institute</title>');
    expect(String(headOf(frame, { ...head, title: 'Meridian Institute' }))).toContain(
      '<title>Meridian Institute</title>',
    );
  });

  it('gives whole addresses: the canonical one, and one for each language, itself included', () => {
    const text = String(headOf(frame, head));
    expect(text).toContain('<link rel="canonical" href="https://press.meridian.example/en/x/">');
    expect(text).toContain('hreflang="en" href="https://press.meridian.example/en/x/"');
    expect(text).toContain('hreflang="fr" href="https://press.meridian.example/fr/x/"');
    expect(text).toContain('<meta property="og:url" content="https://press.meridian.example/en/x/">');
  });

  it('names no languages where there is only one', () => {
    expect(String(headOf(frame, { ...head, alternates: [] }))).not.toContain('hreflang');
  });

  it('keeps a page without an address out of search engines', () => {
    const text = String(headOf(frame, { ...head, path: undefined }));
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).not.toMatch(/canonical|og:url/);
  });

  it('announces the feed of its language', () => {
    expect(String(headOf({ ...frame, language: 'fr' }, head))).toContain(
      '<link rel="alternate" type="application/atom+xml" title="Institut Meridian" href="/fr/feed.atom">',
    );
  });
});
