import type { Check, Finding } from './check.ts';

/** Pairs of quotation marks whose halves can be told apart. */
const pairs = [
  ['“', '”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
] as const;

/**
 * Quotations that aren't closed, or not opened, in their paragraph. One over several paragraphs opens each of them
 * and is closed in the last. Nothing is asked about a pair that the text doesn't use as such, `”so”` or
 * `„so“`, or where a mark may stand for inches.
 */
export const quotes: Check = ({ source }) => {
  const paragraphs = [...source.prose.matchAll(/[^\n]+(?:\n[^\n]+)*/g)];
  const used = pairs.filter(([open, close]) => source.prose.includes(open) && source.prose.includes(close));
  return paragraphs.flatMap((match, index): Finding[] => {
    const [paragraph] = match;
    const next = paragraphs[index + 1]?.[0].trimStart() ?? '';
    return used.flatMap(([open, close]): Finding[] => {
      if (open === '“' && /[„‟]/.test(paragraph)) return [];
      const depth = count(paragraph, open) - count(paragraph, close);
      const isCarriedOn = depth === 1 && next.startsWith(open);
      if (depth === 0 || isCarriedOn || (depth < 0 && /\d”/.test(paragraph))) return [];
      const message =
        depth > 0
          ? `A quotation that ${open} opens is not closed.`
          : `Nothing opens the quotation that ${close} closes.`;
      const place = source.placeAt(match.index + paragraph.lastIndexOf(depth > 0 ? open : close));
      return [{ code: 'unbalanced-quotes', message, pointer: '/body', place }];
    });
  });
};

const count = (text: string, mark: string): number => text.split(mark).length - 1;
