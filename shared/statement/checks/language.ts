import type { Check, Finding } from './check.ts';
import { stopWords } from './stop-words.ts';

/** So much of a text is enough to tell, in characters. */
const sample = 20_000;
/** Below so many letters or words nothing is said. */
const least = { letters: 60, titleLetters: 25, words: 60 };

/** The letters of each script that a language of the world may be written in (ISO 15924, Unicode's Script). */
const letters: Record<string, RegExp> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/gu,
  Grek: /\p{Script=Greek}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
};

/**
 * A text that is certainly in another language than it says: in another script, or, among English, French and
 * Spanish, with the small words of another one.
 */
export const language: Check = ({ content, words }) => {
  const text = words.join(' ').slice(0, sample);
  const asked = (pointer: string, of: string): Finding => ({
    code: 'other-language',
    message: `The ${of} does not look like ${nameOf(content.language)}, which the statement says it is in.`,
    pointer,
  });
  const isForeign =
    isInOtherScript(text, content.language, least.letters) || hasOtherWords(text, content.language);
  return [
    ...(isInOtherScript(content.title, content.language, least.titleLetters)
      ? [asked('/title', 'title')]
      : []),
    ...(isForeign ? [asked('/body', 'text')] : []),
  ];
};

/** Whether nearly all letters are of other scripts than the language's. */
function isInOtherScript(text: string, code: string, fewest: number): boolean {
  const own = letters[new Intl.Locale(code).maximize().script ?? ''];
  const all = text.match(/\p{L}/gu)?.length ?? 0;
  return own !== undefined && all >= fewest && (text.match(own)?.length ?? 0) < all / 10;
}

function hasOtherWords(text: string, code: string): boolean {
  const own = stopWords[code.split('-', 1).join()];
  const all = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (!own || all.length < least.words) return false;
  const share = (small: Set<string>) => all.filter((word) => small.has(word)).length / all.length;
  const most = Math.max(
    ...Object.values(stopWords)
      .filter((small) => small !== own)
      .map(share),
  );
  return most > 0.12 && most > 4 * share(own);
}

const nameOf = (code: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
