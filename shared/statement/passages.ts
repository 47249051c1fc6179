import type { Piece } from './difference.ts';

/** A stretch of a text round what changed in it. */
export type Passage = Piece[];

/** How much is shown of what stayed before and after a change, in characters at most. */
const context = 100;

/** What changed in a text, with some of what stands round it; nothing for a text that didn't change. */
export function passagesOf(pieces: Piece[]): Passage[] {
  const passages: Passage[] = [[]];
  for (const [index, piece] of pieces.entries()) {
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    if (piece.op !== 'equal' || (piece.text.length <= 2 * context && !isFirst && !isLast)) {
      passages.at(-1)?.push(piece);
      continue;
    }
    if (!isFirst) passages.at(-1)?.push({ op: 'equal', text: startOf(piece.text) });
    if (!isFirst && !isLast) passages.push([]);
    if (!isLast) passages.at(-1)?.push({ op: 'equal', text: endOf(piece.text) });
  }
  return passages.filter((passage) => passage.some(({ op }) => op !== 'equal'));
}

/** A text's beginning, up to the end of a word, or of a character where words have no spaces between them. */
function startOf(text: string): string {
  if (text.length <= context) return text;
  const start = text.slice(0, context).replace(/[\ud800-\udbff]$/, '');
  return /^.*\S(?=\s)/s.exec(start)?.[0] ?? start;
}

/** A text's end, from the beginning of a word. */
function endOf(text: string): string {
  if (text.length <= context) return text;
  const end = text.slice(-context).replace(/^[\udc00-\udfff]/, '');
  return /(?<=\s)\S.*$/s.exec(end)?.[0] ?? end;
}
