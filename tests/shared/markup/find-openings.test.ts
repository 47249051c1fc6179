import { describe, expect, it } from 'vitest';
import { findOpenings, lineStarts } from '../../../shared/markup/find-openings.ts';
import { labelRules } from '../../../shared/markup/turn-labels.ts';

const rules = labelRules(
  { speakers: ['Anna Ruiz'], title: '', labels: { question: ['Question', 'Q'], answer: ['Answer', 'A'] } },
  new Map(),
);
const labelsIn = (text: string, inTurn = false) =>
  findOpenings(text, rules, inTurn).map(({ label }) => label);

describe('lineStarts', () => {
  it('finds where lines begin, behind their indentation', () => {
    expect(lineStarts('one\n  two\n\tthree')).toEqual([0, 6, 11]);
  });
});

describe('findOpenings', () => {
  it('finds question and answer in one paragraph', () => {
    expect(labelsIn('Q: Why now? A: It was time.')).toEqual(['Q', 'A']);
    expect(labelsIn('Q: “Why now?” A: It was time. Q: And then? A: Then we left.')).toEqual([
      'Q',
      'A',
      'Q',
      'A',
    ]);
  });

  it('finds them at the beginning of lines', () => {
    expect(labelsIn('Question: Why now?\n  Answer: It was time')).toEqual(['Question', 'Answer']);
  });

  it('finds them behind a sentence only where a turn is open', () => {
    const text = 'That was all. Q: And then?';
    expect([labelsIn(text, false), labelsIn(text, true)]).toEqual([[], ['Q']]);
  });

  it('takes a name behind a question for the one who answers, though it is there once', () => {
    expect(labelsIn('Question: Why now? Sergey Novak: It was time.')).toEqual(['Question', 'Sergey Novak']);
    expect(labelsIn('Answer: It was time. Sergey Novak: Indeed.')).toEqual(['Answer']);
  });

  it.each([
    'Q: He asked for plan A: was it ready?',
    'Q: Was it at 10:30? It was. At 11:15 we left.',
    'Q: Is it `new? A: old`?',
    'Q: Is it at <https://meridian.example/?A:> now?',
    'Q: Is it [new](https://meridian.example/ "Or old? A: old")?',
    'Q: Was it the U.S.A: or was it not?',
    'Q: Is it [new. A: old](https://meridian.example/)?',
    'Q: Why now? It is all so new: we have to wait.',
    'Q: What did you say? As I told Anna Ruiz: go.',
  ])('finds no second one in %j', (text) => {
    expect(labelsIn(text)).toEqual(['Q']);
  });
});
