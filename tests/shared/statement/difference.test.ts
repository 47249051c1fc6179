import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, type Piece } from '../../../shared/statement/difference.ts';
import { content } from './sample.ts';

const between = (from: string, to: string, language = 'en') =>
  differenceOf({ ...content, body: from }, { ...content, language, body: to }).body;
const marked = (pieces: Piece[]) =>
  pieces.map(({ op, text }) => ({ equal: text, insert: `[+${text}]`, delete: `[-${text}]` })[op]).join('');
const side = (pieces: Piece[], without: Piece['op']) =>
  pieces
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it.each([
    [
      'one word',
      'The reef opens on Monday.',
      'The reef opens on Friday.',
      'The reef opens on [-Monday][+Friday].',
    ],
    ['a phrase as one', 'It may come again.', 'It will not come.', 'It [-may come again][+will not come].'],
    ['nothing', 'The reef.', 'The reef.', 'The reef.'],
    ['a paragraph that came', 'One.\n\nThree.\n', 'One.\n\nTwo.\n\nThree.\n', 'One.\n\n[+Two.\n\n]Three.\n'],
    ['a paragraph that went', 'One.\nTwo.\nThree.', 'One.\nThree.', 'One.\n[-Two.\n]Three.'],
    ['all of it', '', 'The reef.', '[+The reef.]'],
  ])('says %s', (_, from, to, said) => {
    expect(marked(between(from, to))).toBe(said);
  });

  it('knows the words of a language without spaces', () => {
    expect(marked(between('珊瑚礁星期一开放', '珊瑚礁星期五开放', 'zh'))).toBe(
      '珊瑚礁[-星期一][+星期五]开放',
    );
  });

  it('is of the title and the summary too', () => {
    const { title, summary } = differenceOf(content, {
      ...content,
      title: 'The reef is shut',
      summary: 'New.',
    });
    expect([marked(title), marked(summary)]).toEqual(['The reef is [-open][+shut]', '[+New.]']);
  });

  it('holds both texts to the letter', () => {
    const words = fc.constantFrom('reef', 'The', ' ', '\n', '\n\n', '.', 'é', '珊瑚礁', '👩‍🚀', '\r');
    const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        const pieces = between(from, to);
        expect([side(pieces, 'insert'), side(pieces, 'delete')]).toEqual([from, to]);
      }),
    );
  });

  it('gives up on two long texts that have nothing in common, before it takes long', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(' ');
    const lines = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}\n`).join('');
    for (const make of [long, lines])
      expect(between(make('a'), make('b')).map(({ op }) => op)).toEqual(['delete', 'insert']);
  });
});
