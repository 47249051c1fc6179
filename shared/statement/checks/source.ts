import type { Outline } from '../../markup/outline.ts';
import type { Place } from './check.ts';

/**
 * A body's Markdown to be searched, each version as long as the original, so that a place in one is the same place
 * in the others: `markup` without code, `prose` without the addresses of links, too.
 */
export type Source = {
  markup: string;
  prose: string;
  placeAt: (index: number) => Place;
  /** The place on a line, from 1, where these words are, else where the line begins. */
  placeOn: (line: number, words: string) => Place;
};

/** Stands where something is not looked at: no letter, no space, no mark. */
const blank = '\ufffc';
const blanked = (text: string): string => text.replaceAll(/[^\n]/g, blank);

const codeSpan = /(?<!`)(`+)(?!`)[^`]+\1(?!`)/g;
/** Where links lead: behind their words, in angle brackets, bare, or defined in a line of their own. */
const address =
  /(?<=\])\([^()\s]*(?:\s+"[^"\n]*")?\)|<[^<>\s]+>|https?:\/\/[^\s)\]]+|^ {0,3}\[[^\]^\n][^\]\n]*\]:\s*\S+/gm;

/** How much of a line stands before and after a place. */
const context = { before: 30, after: 50 };

/** Reads a body's source. `code` are the blocks of its outline. */
export function sourceOf(body: string, { code }: Pick<Outline, 'code'>): Source {
  const lines = body.split('\n');
  const isCode = new Set(
    code.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const markup = lines
    .map((line, index) => (isCode.has(index + 1) ? blanked(line) : line))
    .join('\n')
    .replaceAll(codeSpan, blanked);
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);

  const placeAt = (index: number): Place => {
    const line = lineOf(starts, index);
    const at = index - (starts[line - 1] ?? 0);
    return { line, excerpt: excerptOf(lines[line - 1] ?? '', at) };
  };
  return {
    markup,
    prose: markup.replaceAll(address, blanked),
    placeAt,
    placeOn: (line, words) =>
      placeAt((starts[line - 1] ?? 0) + Math.max(0, (lines[line - 1] ?? '').indexOf(words))),
  };
}

/** The number of the line that an index is in, from 1, by where lines start. */
function lineOf(starts: number[], index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function excerptOf(line: string, at: number): string {
  const from = Math.max(0, at - context.before);
  const before = line.slice(from, at);
  const whole = from > 0 ? before.replace(/^\S+\s+/, '') : before;
  return (whole + line.slice(at, at + context.after)).toWellFormed().trim();
}
