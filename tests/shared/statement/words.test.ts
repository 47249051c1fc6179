import { describe, expect, it } from 'vitest';
import { soughtWords, wordsOf } from '../../../shared/statement/words.ts';

const finds = (query: string, text: string) => {
  const words = [...wordsOf([text])];
  return soughtWords(query).every(({ word, isWhole }) =>
    words.some((one) => (isWhole ? one === word : one.startsWith(word))),
  );
};

describe('a query', () => {
  it.each([
    ['any order', 'open reef', 'The reef is open'],
    ['no case', 'REEF', 'The reef is open'],
    ['an unfinished last word', 'reef op', 'The reef is open'],
    ['no accents', 'eclairage', 'L’éclairage du port'],
    ['accents', 'éclairage', 'L’ECLAIRAGE DU PORT'],
    ['what stands behind an apostrophe', 'eau', 'Pas d’eau'],
    ['letters with a stroke', 'lodz strasse oresund', 'Łódź, Straße, Øresund'],
    ['a reference', 'PR/2026/142', 'See PR/2026/142.'],
    ['Cyrillic', 'елка', 'Ёлка на площади'],
    ['Arabic without its vowel points', 'البيان', 'صدر البَيَان أمس'],
    ['Arabic in the middle of a text', 'وزير الخارجية', 'قال وزير الخارجية إن'],
    ['Chinese', '外交部', '中国外交部发言人昨天说'],
    ['Chinese that begins within a word', '发言人', '外交部发言人昨天说'],
    ['one character of Chinese', '说', '外交部发言人昨天说'],
    ['Japanese', '東京', '東京都知事の会見'],
  ])('finds %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['an unfinished word that is not the last', 'ree open', 'The reef is open'],
    ['the middle of a word', 'eef', 'The reef is open'],
    ['another word', 'reef closed', 'The reef is open'],
    ['another text in Chinese', '财政部', '中国外交部发言人昨天说'],
  ])('does not find %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('has no words where there are none, and not too many', () => {
    expect(soughtWords('  —!? ')).toEqual([]);
    expect(soughtWords('a '.repeat(100))).toHaveLength(12);
    expect([...wordsOf(['x'.repeat(1000)])]).toEqual(['x'.repeat(30)]);
  });
});
