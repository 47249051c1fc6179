import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../shared/statement/difference.ts';
import { passagesOf } from '../../../shared/statement/passages.ts';

const equal = (text: string): Piece => ({ op: 'equal', text });
const insert = (text: string): Piece => ({ op: 'insert', text });
const words = (n: number) => 'word '.repeat(n);
const said = (passages: Piece[][]) => passages.map((passage) => passage.map(({ text }) => text).join('|'));

describe('the passages of a difference', () => {
  it('are none where nothing changed', () => {
    expect(passagesOf([])).toEqual([]);
    expect(passagesOf([equal('The reef.')])).toEqual([]);
  });

  it('are one with all of a short text', () => {
    expect(said(passagesOf([equal('The reef '), insert('is'), equal(' open.')]))).toEqual([
      'The reef |is| open.',
    ]);
  });

  it('are several where much stands between two changes, cut at words', () => {
    const [first, second, ...more] = said(
      passagesOf([equal(words(99)), insert('one '), equal(words(99)), insert('two '), equal(words(99))]),
    );
    expect(more).toEqual([]);
    expect(first).toMatch(/^(word ){10,20}\|one \|(word ){10,19}word$/);
    expect(second).toMatch(/^(word ){10,20}\|two \|(word ){10,19}word$/);
  });

  it('cut no character in two', () => {
    const [passage = ''] = said(
      passagesOf([equal('🌊'.repeat(99)), insert('x'), equal(`a${'🌊'.repeat(99)}`)]),
    );
    expect(passage.isWellFormed()).toBe(true);
  });

  it('have all that changed, in its order, and nothing that the text hasn’t', () => {
    const piece = fc.record({
      op: fc.constantFrom<Piece['op'][]>('equal', 'insert', 'delete'),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
    });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const shown = passagesOf(pieces);
        const changed = (some: Piece[]) => some.filter(({ op }) => op !== 'equal');
        expect(changed(shown.flat())).toEqual(changed(pieces));
        const whole = pieces.map(({ text }) => text).join('');
        for (const { text } of shown.flat()) expect(whole).toContain(text);
        for (const { op, text } of shown.flat())
          if (op === 'equal') expect(text.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
