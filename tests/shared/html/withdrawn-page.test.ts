import { expect, it } from 'vitest';
import { withdrawnPage } from '../../../shared/html/withdrawn-page.ts';
import { bareStatement } from '../../../shared/statement/public.ts';
import { frame, listing } from './sample.ts';

const page = (language = 'en', reason = 'The charts were false.') => {
  const withdrawn = { at: '2026-05-06T15:20:00.000Z', reason, keepText: false };
  const statement = bareStatement({ ...listing, language, withdrawn });
  if (!statement) throw new Error('The words are still there');
  return withdrawnPage({
    ...frame,
    statement,
    replacement: { ...listing, path: '/en/new/' },
    latest: [],
    translations: [{ id: 's2', language: 'fr', path: '/fr/x/', edition: 1 }],
  });
};

it('says that, when and why it was withdrawn, and what to read instead, and no word that it said', () => {
  const text = page();
  expect(text).toContain('<h1>Press release PR/2026/1</h1>');
  expect(text).toContain('<b>Withdrawn</b> <time datetime="2026-05-06T15:20:00.000Z">');
  expect(text).toContain('<p>The charts were false.</p>');
  expect(text).toContain('Replaced by <a href="/en/new/" hreflang="en">Press release PR/2026/1</a>');
  expect(text).toContain('<a href="/fr/x/" lang="fr" hreflang="fr">Français</a>');
  expect(text).not.toContain('rel="alternate" hreflang');
  expect(text.replaceAll(listing.path, '')).not.toMatch(/Survey|wrecks|open to all/);
});

it('is kept out of search engines, at its own address', () => {
  expect(page()).toMatch(
    /<meta name="robots" content="noindex">\n<link rel="canonical" href="[^"]*158-wrecks\/">/,
  );
});

it('speaks the language of the statement, and no markup', () => {
  expect(page('ar')).toContain('<html lang="ar" dir="rtl">');
  expect(page('ar')).toContain('<b>مسحوب</b>');
  expect(page('en', '<img src=x>')).not.toContain('<img');
});
