import { describe, expect, it } from 'vitest';
import { listsTag, objectTag, statementTag } from '../../shared/cache-tags.ts';
import { besideObject, pageObject } from '../../shared/keys.ts';

const arabic = '/ar/2026/05/04/%D8%A7%D9%84%D8%B4%D8%B9%D8%A7%D8%A8/';

describe('the tag of an object', () => {
  it.each([
    ['a page', pageObject('/en/2026/05/04/reef/'), statementTag('/en/2026/05/04/reef/')],
    [
      'a file beside it',
      besideObject('/en/2026/05/04/reef/', 'index.json'),
      statementTag('/en/2026/05/04/reef/'),
    ],
    ['an edition', pageObject('/en/2026/05/04/reef/editions/2/'), statementTag('/en/2026/05/04/reef/')],
    ['a page in another script', pageObject(arabic), statementTag(arabic)],
    ['a front page', 'en/index.html', listsTag('en')],
    ['a day', 'en/2026/05/04/index.html', listsTag('en')],
    ['a month', 'en/2026/05/index.html', listsTag('en')],
    ['a feed', 'fr/topic/sea/feed.atom', listsTag('fr')],
    ['what is of no language', 'sitemap.xml', undefined],
  ])('of %s', (_, key, tag) => {
    expect(objectTag(key)).toBe(tag);
  });

  it('is one that CloudFront takes', () => {
    expect(statementTag(arabic)).toMatch(/^[!-+\--~]{1,256}$/);
  });

  it('is another one for another address', () => {
    expect(statementTag('/en/2026/05/04/reef/')).not.toBe(statementTag('/en/2026/05/04/reef-2/'));
  });
});
