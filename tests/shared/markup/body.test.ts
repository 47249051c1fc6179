import { describe, expect, it } from 'vitest';
import { blocksOf, countTurns, turnsOf } from '../../../shared/markup/body.ts';
import { read } from './sample.ts';

const body = read('Before.\n\nQ: One?\n\n## Aside\n\nTwo.\n\nAnna Maria Ruiz: Three.');

describe('blocksOf', () => {
  it('gives every block of words in reading order, with the turn that begins there', () => {
    expect(blocksOf(body).map(({ text, heading, turn }) => [text, heading, turn?.number])).toEqual([
      ['Before.', false, undefined],
      ['One?', false, 1],
      ['Aside', true, undefined],
      ['Two.', false, undefined],
      ['Three.', false, 2],
    ]);
  });

  it('gives fenced code as it stands', () => {
    expect(blocksOf(read('```\na\n  b\n```'))).toMatchObject([{ text: 'a\n  b', heading: false }]);
  });
});

describe('turnsOf', () => {
  it('numbers turns from 1 and names the speaker where the label is no word for question or answer', () => {
    expect(turnsOf(body)).toEqual([
      { number: 1, label: 'Q', speaker: null, role: 'question', text: 'One?\n\nAside\n\nTwo.' },
      { number: 2, label: 'Anna Maria Ruiz', speaker: 'Anna Maria Ruiz', role: 'speaker', text: 'Three.' },
    ]);
  });

  it('leaves Markdown’s marks and the label out of the words', () => {
    expect(turnsOf(read('**Q:** Is *this* [it](/x/), `code`?'))[0]?.text).toBe('Is this it, code?');
  });
});

describe('countTurns', () => {
  it('counts what turnsOf lists', () => {
    expect([countTurns(body), countTurns(read('No turn here.'))]).toEqual([2, 0]);
  });
});
