import { describe, expect, it } from 'vitest';
import { bodyHtml } from '../../../shared/markup/body-html.ts';
import { directionOf } from '../../../shared/markup/directions.ts';
import { read } from './sample.ts';

describe('directionOf', () => {
  it.each([
    ['The reef is open.', 'ltr'],
    ['الشعاب مفتوحة', 'rtl'],
    ['השונית פתוחה', 'rtl'],
    ['Meridian معهد يفتح الشعاب للجميع اليوم', 'rtl'],
    ['The word شعاب means reefs', 'ltr'],
    ['礁石开放了', 'ltr'],
    ['2026 – 10:30', undefined],
    ['', undefined],
  ])('of %j is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

describe('the blocks of a text', () => {
  const html = (body: string, language = 'en') => bodyHtml(read(body, { language, turns: false }));

  it('say their direction where it is not the page’s', () => {
    expect(html('One.\n\n> الشعاب مفتوحة\n\n# الشعاب')).toBe(
      '<p>One.</p>\n<blockquote>\n<p dir="rtl">الشعاب مفتوحة</p>\n</blockquote>\n<h2 dir="rtl">الشعاب</h2>\n',
    );
    expect(html('الشعاب مفتوحة\n\nThe reef is open.', 'ar')).toBe(
      '<p>الشعاب مفتوحة</p>\n<p dir="ltr">The reef is open.</p>\n',
    );
  });

  it('say it in the cells of a table and the items of a list', () => {
    expect(html('|a|الشعاب|\n|-|-|\n|b|مفتوحة|').match(/dir="rtl"/g)).toHaveLength(2);
    expect(html('- one\n- الشعاب مفتوحة')).toContain('<li dir="rtl">');
  });

  it('say nothing where there are no letters', () => {
    expect(html('2026', 'ar')).toBe('<p>2026</p>\n');
  });
});
