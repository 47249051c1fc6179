import { describe, expect, it } from 'vitest';
import { listPage } from '../../../shared/html/list-page.ts';
import { yearPage } from '../../../shared/html/year-page.ts';
import { frame, listing } from './sample.ts';

const view = { ...frame, list: 'type/interview', listings: [listing], pages: 0, years: [] };

describe('the open page of a list', () => {
  it('has the name of what it takes in, and the way to it', () => {
    const text = listPage(view);
    expect(text).toContain('<h1>Interview</h1>');
    expect(text).toContain('<title>Interview – Meridian Institute</title>');
    expect(text).toContain('<li><a href="/en/all/">All messages</a></li>');
    expect(text).toContain(`<h2><a href="${listing.path}">${listing.title}</a></h2>`);
    expect(text).toContain('<link rel="canonical" href="https://press.meridian.example/en/type/interview/">');
    expect(text).not.toContain('class="pages"');
    expect(text).toContain('<a href="/en/type/interview/feed.rss" type="application/rss+xml">RSS</a>');
    expect(text.split(listing.title)).toHaveLength(2);
  });

  it('is in every language, right to left where that is read so', () => {
    const text = listPage({ ...view, language: 'ar', listings: [], pages: 2 });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain('<h1>مقابلة</h1>');
    expect(text).toContain('<a href="/ar/type/interview/2/" rel="prev">الأقدم</a>');
    expect(text).toContain('hreflang="fr" href="https://press.meridian.example/fr/type/interview/"');
    expect(listPage({ ...view, list: 'topic/of-old' })).not.toContain('rel="alternate" hreflang');
  });

  it('of all messages leads to kinds, topics and years', () => {
    const text = listPage({ ...view, list: 'all', years: ['2026', '2017'] });
    expect(text).toContain('<dd><a href="/en/type/press-release/">Press release</a></dd>');
    expect(text).toContain('<dd><a href="/en/topic/expeditions/">Expeditions</a></dd>');
    expect(text).toContain('<dd><a href="/en/2017/">2017</a></dd>');
    expect(text.match(/<li><a href="\/en\/all\/">/g)).toHaveLength(1);
  });
});

describe('a numbered page', () => {
  it('leads to the pages round it', () => {
    const text = listPage({ ...view, page: 2, pages: 3 });
    expect(text).toContain('<h1>Interview: Page 2</h1>');
    expect(text).toContain('<link rel="prev" href="/en/type/interview/1/">');
    expect(text).toContain('<link rel="next" href="/en/type/interview/3/">');
    expect(text).toContain('<li><a href="/en/type/interview/">Interview</a></li>');
  });

  it('that is the newest leads to the open page, and the oldest to none that is older', () => {
    const text = listPage({ ...view, page: 1, pages: 1 });
    expect(text).toContain('<link rel="next" href="/en/type/interview/">');
    expect(text).not.toContain('rel="prev"');
  });
});

it('a year leads to its months, and counts what can be read in each', () => {
  const months = [
    { month: '05', statements: 1234 },
    { month: '02', statements: 0 },
  ];
  const text = yearPage({ ...frame, year: '2026', months });
  expect(text).toContain('<h1>2026</h1>');
  expect(text).toContain('<a href="/en/2026/05/">May 2026</a> <span>1,234</span>');
});
