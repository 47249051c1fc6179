import { isNameLike, type labelRules, type Opening, openingAt } from './turn-labels.ts';

/** Where the lines of a paragraph begin. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n[ \t]*/g)].map((match) => match.index + match[0].length)];
}

/**
 * Where a sentence ended and something else may begin: an end mark, closing quotes, white space; a full stop
 * takes white space behind it, or `the U.S.A: …` would be an answer.
 */
const sentenceEnd = /(?:[?!…。？！؟][”’"»)\]]*[ \t\u00a0]*|\.[”’"»)\]]*[ \t\u00a0]+)(?=[\p{L}*_])/gu;

/** Code and links, in which no turn begins. No alternative reads past where the next could begin: linear. */
const protectedText = /(?<!`)(`+)(?!`)[^`]+\1(?!`)|\[[^[\]]*\]\([^()\s]*(?:\s+"[^"]*")?\)|<[^<>\s]+>/g;

/**
 * The labels of a paragraph that open turns: at the beginning of its lines and, where a turn is open already,
 * behind the end of a sentence. The one who answers in the same paragraph counts by a name that is there once.
 */
export function findOpenings(text: string, rules: ReturnType<typeof labelRules>, inTurn: boolean): Opening[] {
  const starts = new Set(lineStarts(text));
  const inside = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const ranges = [...text.matchAll(protectedText)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
  let range = 0;
  const isProtected = (at: number) => {
    while ((ranges[range]?.[1] ?? Number.POSITIVE_INFINITY) <= at) range++;
    return at > (ranges[range]?.[0] ?? Number.POSITIVE_INFINITY);
  };

  const openings: Opening[] = [];
  const positions = [...new Set([...starts, ...inside])].sort((a, b) => a - b);
  for (const at of positions) {
    const previous = openings.at(-1);
    if (isProtected(at) || (previous && at < previous.end)) continue;
    const startsLine = starts.has(at);
    if (!startsLine && !inTurn && !previous) continue;
    const opening = openingAt(text, at);
    if (!opening) continue;
    const answers =
      previous &&
      rules.roleOf(previous.label) === 'question' &&
      opening.label.includes(' ') &&
      !opening.tight &&
      isNameLike(opening.label);
    if (rules.counts(opening.label, opening.tight) || answers) openings.push(opening);
  }
  return openings;
}
