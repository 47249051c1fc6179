import { diffArrays } from 'diff';
import type { KeptContent } from './statement.ts';

/** A piece of the difference: in both texts, in the later alone, or in the earlier alone. */
export type Piece = { op: 'equal' | 'insert' | 'delete'; text: string };

/** What changed between two texts, word by word. A field that neither has is empty. */
export type Difference = Record<(typeof compared)[number], Piece[]>;
const compared = ['title', 'summary', 'body'] as const;

/**
 * The most insertions and deletions that are looked for, in lines and then in words: the time grows with their
 * square, and a text that was written anew is said to be one other text.
 */
const mostEdits = { lines: 2000, words: 1500 };

/**
 * The difference of two texts in title, summary and body: lines first, so that a paragraph that came whole is
 * whole, and the words of what changed. Words are those of the later text's language. The pieces that aren't
 * inserted are the earlier text, those that aren't deleted the later one, to the letter.
 */
export function differenceOf(from: KeptContent, to: KeptContent): Difference {
  const words = new Intl.Segmenter(to.language, { granularity: 'word' });
  const between = (field: (typeof compared)[number]) =>
    differenceByLines(from[field] ?? '', to[field] ?? '', words);
  return { title: between('title'), summary: between('summary'), body: between('body') };
}

function differenceByLines(from: string, to: string, words: Intl.Segmenter): Piece[] {
  const pieces = differenceOfTokens(linesOf(from), linesOf(to), mostEdits.lines);
  return pieces.flatMap((piece, index) => {
    const next = pieces[index + 1];
    if (piece.op === 'delete' && next?.op === 'insert')
      return differenceByWords(piece.text, next.text, words);
    return piece.op === 'insert' && pieces[index - 1]?.op === 'delete' ? [] : [piece];
  });
}

const differenceByWords = (from: string, to: string, words: Intl.Segmenter): Piece[] =>
  withoutIslands(differenceOfTokens(wordsOf(from, words), wordsOf(to, words), mostEdits.words));

/** Makes one change of several with nothing but a space between them: a reader takes in phrases. */
function withoutIslands(pieces: Piece[]): Piece[] {
  const isIsland = ({ op, text }: Piece, index: number) =>
    op === 'equal' && index > 0 && index < pieces.length - 1 && /^[^\S\n]+$/.test(text);
  const merged: Piece[] = [];
  let run: Piece[] = [];
  const endRun = () => {
    const side = (without: Piece['op']) => run.filter(({ op }) => op !== without).map(({ text }) => text);
    merged.push(...changed(side('insert'), side('delete')));
    run = [];
  };
  for (const [index, one] of pieces.entries()) {
    if (one.op !== 'equal' || isIsland(one, index)) run.push(one);
    else {
      endRun();
      merged.push(one);
    }
  }
  endRun();
  return merged;
}

/** Deletions come before the insertions that take their place. */
function differenceOfTokens(from: string[], to: string[], maxEditLength: number): Piece[] {
  const changes = diffArrays(from, to, { maxEditLength });
  if (!changes) return changed(from, to);
  return changes.map(({ added, removed, value }) =>
    piece(added ? 'insert' : removed ? 'delete' : 'equal', value),
  );
}

const changed = (from: string[], to: string[]): Piece[] =>
  [piece('delete', from), piece('insert', to)].filter(({ text }) => text !== '');

const piece = (op: Piece['op'], tokens: string[]): Piece => ({ op, text: tokens.join('') });

/** The lines of a text with their ends. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const wordsOf = (text: string, words: Intl.Segmenter): string[] =>
  [...words.segment(text)].map(({ segment }) => segment);
