import type { StateCore } from 'markdown-it';
import { plainText } from './plain-text.ts';

const rightToLeftLanguage = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;
const rightToLeftLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const blocks = new Set(['paragraph_open', 'heading_open', 'td_open', 'th_open']);

/**
 * Marks blocks that run against the page's direction: a quotation in Arabic on an English page, or the other way
 * round. Most letters decide, not the first, which `dir="auto"` would go by: an Arabic sentence may begin with a
 * Latin name.
 */
export function directions({ tokens, env }: StateCore): void {
  const pages = rightToLeftLanguage.test(String(env.language ?? '')) ? 'rtl' : 'ltr';
  tokens.forEach((token, index) => {
    const inline = tokens[index + 1];
    if (!blocks.has(token.type) || inline?.type !== 'inline') return;
    const own = directionOf(plainText(inline));
    // The paragraph of a tight list's item is not written; the item is.
    const written = token.hidden ? tokens[index - 1] : token;
    if (own && own !== pages) written?.attrSet('dir', own);
  });
}

/** The direction of most letters of a text; undefined for one without letters. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return undefined;
  return 2 * (text.match(rightToLeftLetter)?.length ?? 0) > letters ? 'rtl' : 'ltr';
}
