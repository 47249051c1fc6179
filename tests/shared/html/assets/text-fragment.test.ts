import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFragment } from '../../../../shared/html/assets/text-fragment.ts';

/** What a directive says: the words it begins with, and those it ends with if it names both. */
const said = (fragment: string) => fragment.split(',').map(decodeURIComponent);

describe('a link to words', () => {
  it('names few words whole, with nothing in them that has a meaning to it', () => {
    expect(textFragment('So-called, & open', 'en')).toBe('So%2Dcalled%2C%20%26%20open');
  });

  it('names of many the first and the last', () => {
    const words = 'One two three four five, six seven eight nine ten eleven twelve thirteen.';
    expect(said(textFragment(words, 'en'))).toEqual([
      'One two three four five',
      'nine ten eleven twelve thirteen.',
    ]);
  });

  it('names where a quotation of several blocks begins and ends, which no block has whole', () => {
    expect(said(textFragment('It is.\nSince when?\nSince Monday.', 'en'))).toEqual([
      'It is',
      'Since Monday.',
    ]);
  });

  it('cuts no word of a language without spaces', () => {
    const [start = ''] = said(
      textFragment('海图今天向所有人开放,研究所将在春天公布全部一百五十八处沉船的位置。', 'zh'),
    );
    expect(start).toMatch(/^海图今天/);
    expect(start).not.toContain('沉船');
  });

  it('can be read back, whatever the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (words) => {
        const [start = '', end = '', ...more] = said(textFragment(words, 'en'));
        expect(more).toEqual([]);
        expect(words.startsWith(start)).toBe(true);
        expect(words.endsWith(end)).toBe(true);
      }),
    );
  });
});
