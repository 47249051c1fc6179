/** A query of more words than this is answered by its first ones. */
const mostAsked = 12;
/** Of a longer word, as addresses are, so many characters count. */
const longest = 30;

/** Words of scripts that put no space between them, where a query may begin in the middle of one. */
const unspaced =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+$/u;

/** ICU finds words by their script, whatever the locale: so a query needs no language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** A word that is looked for: a whole one, or what a longer one begins with. */
export type SoughtWord = { word: string; isWhole: boolean };

/** The words of a query, of which the last may be unfinished. */
export function soughtWords(query: string): SoughtWord[] {
  const words = split(query).slice(0, mostAsked);
  return words.map((word, i) => ({ word, isWhole: i < words.length - 1 && !unspaced.test(word) }));
}

/** Every word of some texts, once, as it can be looked for, without case and diacritics. */
export function wordsOf(texts: string[]): Set<string> {
  return new Set(texts.flatMap(split).flatMap((word) => (unspaced.test(word) ? endsOf(word) : [word])));
}

function split(text: string): string[] {
  return [...segmenter.segment(folded(text))]
    .filter(({ isWordLike }) => isWordLike)
    .flatMap(({ segment }) => segment.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, longest).join(''));
}

/** Letters that are written with a stroke or joined, and have no decomposition in Unicode. */
const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** NFKD without its marks (so that vowel points of Arabic and Hebrew go too) and the Arabic tatweel. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđßæœı]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/['’]/g, ' ');

/** A word and all that it ends with: what a query may begin with. */
const endsOf = (word: string): string[] => {
  const characters = [...word];
  return characters.map((_, i) => characters.slice(i).join(''));
};
