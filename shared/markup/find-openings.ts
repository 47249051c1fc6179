import { isNameLike, type labelRules, type Opening, openingAt } from './turn-labels.ts';

/** Where the lines of a paragraph begin. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n[ \t]*/g)].map((match) => match.index + match[0].length)];
}

/** Where a sentence ended and something else may begin: an end mark, closing quotes, white space. */
const sentenceEnd = /[.?!…。？！؟][”’"»)\]]*[ \t\u00a0]*(?=[\p{L}*_])/gu;

/** Code and link targets, in which no turn begins. */
const protectedText = /(`+)[^`]+?\1|\]\([^)]*\)|<[^>\s]+>/g;

/**
 * The labels of a paragraph that open turns: at the beginning of its lines and, where a turn is open already,
 * behind the end of a sentence. The one who answers in the same paragraph counts by a name that is there once.
 */
export function findOpenings(text: string, rules: ReturnType<typeof labelRules>, inTurn: boolean): Opening[] {
  const starts = lineStarts(text);
  const inside = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const ranges = [...text.matchAll(protectedText)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  const isProtected = (at: number) => ranges.some(([from, to]) => at > from && at < to);

  const openings: Opening[] = [];
  const positions = [...new Set([...starts, ...inside])].sort((a, b) => a - b);
  for (const at of positions) {
    const previous = openings.at(-1);
    if (isProtected(at) || (previous && at < previous.end)) continue;
    const startsLine = starts.includes(at);
    if (!startsLine && !inTurn && !previous) continue;
    const opening = openingAt(text, at);
    if (!opening) continue;
    const answers =
      previous &&
      rules.roleOf(previous.label) === 'question' &&
      opening.label.includes(' ') &&
      isNameLike(opening.label);
    if (rules.counts(opening.label) || answers) openings.push(opening);
  }
  return openings;
}
