/** From this many words, a link names the first and the last of them rather than all. */
const manyWords = 12;
const few = 5;

/** The directive that finds words in a page (https://wicg.github.io/scroll-to-text-fragment/#syntax). */
export function textFragment(words: string, language: string): string {
  const lines = words.split('\n');
  const [first = '', last = first] = [lines[0], lines.at(-1)];
  if (lines.length === 1 && wordsIn(first, language).length < manyWords) return encoded(first);
  const start = wordsIn(first, language).slice(0, few).at(-1)?.end;
  const end = wordsIn(last, language).at(-few)?.start ?? wordsIn(last, language)[0]?.start;
  return `${encoded(first.slice(0, start))},${encoded(last.slice(end))}`;
}

/** Where each word of a text starts and ends, whether or not its language puts spaces between them. */
export const wordsIn = (text: string, language: string): { start: number; end: number }[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));

/** A hyphen is part of the directive's own syntax. */
const encoded = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
