import { describe, expect, it } from 'vitest';
import { folded, isNameLike, labelRules, openingAt } from '../../../shared/markup/turn-labels.ts';

describe('openingAt', () => {
  it.each([
    ['Question: why?', 'Question', 'why?'],
    ['Question : pourquoi ?', 'Question', 'pourquoi ?'],
    ['Question\u00a0: pourquoi ?', 'Question', 'pourquoi ?'],
    ['**Question:** why?', 'Question', 'why?'],
    ['**Question**: why?', 'Question', 'why?'],
    ['__Anna Ruiz :__ why?', 'Anna Ruiz', 'why?'],
    ['问：为什么？', '问', '为什么？'],
    ['Question:', 'Question', ''],
  ])('reads the label of %j', (text, label, rest) => {
    const opening = openingAt(text, 0);
    expect(opening?.label).toBe(label);
    expect(text.slice(opening?.end)).toBe(rest);
  });

  it.each([
    'No colon at all',
    '**Question: why?',
    '**Question__: why?',
    '`Question: why?`',
    `${'Long '.repeat(20)}: why?`,
    'Over\ntwo lines: why?',
    ': why?',
  ])('finds none in %j', (text) => {
    expect(openingAt(text, 0)?.label ?? '').toBe('');
  });

  it('reads a label in the middle of a text', () => {
    expect(openingAt('Why? Answer: because.', 5)).toMatchObject({ label: 'Answer', start: 5, end: 13 });
  });
});

describe('folded', () => {
  it.each([
    ['  The   REEF ', 'the reef'],
    ['Ann\u00a0O’Hara', "ann o'hara"],
    ['ВОПРОС', 'вопрос'],
    ['The “Reef”', 'the "reef"'],
    ['Le «\u00a0récif\u00a0»', 'le "récif"'],
  ])('takes %j for %j', (text, same) => {
    expect(folded(text)).toBe(folded(same));
  });
});

describe('isNameLike', () => {
  it.each([
    'Anna Maria Ruiz',
    'J. R. Vega',
    'Дм. Петров',
    'Anna van der Berg',
    'Ahmed bin Said',
    'Minister for the Sea',
    'Министр иностранных дел',
    'Sean O’Hara',
    '记者',
    'المتحدث',
  ])('takes %s for a name', (label) => {
    expect(isNameLike(label)).toBe(true);
  });

  it.each([
    'He said one thing',
    'they',
    'Well, Anna',
    'Stop!',
    'We left. Then Anna',
    'One Two Three Four Five Six Seven Eight',
    '各位来宾今天我要说的只有一件事情',
    '2026',
    '',
    'It is all so new',
  ])('takes %j for none', (label) => {
    expect(isNameLike(label)).toBe(false);
  });
});

describe('labelRules', () => {
  const rules = labelRules(
    {
      speakers: ['Anna Maria Ruiz', 'Omar Vega'],
      title: 'Interview with Lucy Stone of the Institute',
      labels: { question: ['Question', 'Q'], answer: ['Answer', 'A'] },
    },
    new Map([
      ['journalist', 2],
      ['note', 1],
      ['we said this', 3],
    ]),
  );

  it.each([
    ['Question', 'the site’s words'],
    ['q', 'them in any case'],
    ['ANSWER', 'them in any case'],
    ['Anna Maria Ruiz', 'a speaker'],
    ['anna maria ruiz', 'a speaker in any case'],
    ['Ruiz', 'a speaker’s last name'],
    ['Foreign Minister Anna Maria Ruiz', 'an office and a speaker'],
    ['Journalist', 'what recurs'],
    ['Lucy Stone', 'a name of the title'],
  ])('counts %s: %s', (label) => {
    expect(rules.counts(label)).toBe(true);
  });

  it.each([
    ['Note', 'what is there once'],
    ['We said this', 'a sentence, though it recurs'],
    ['Interview', 'one word of the title'],
    ['Omar', 'a first name'],
    ['As I once told Anna Maria Ruiz', 'a sentence that ends in a speaker’s name'],
  ])('does not count %s: %s', (label) => {
    expect(rules.counts(label)).toBe(false);
  });

  it('knows a label’s role', () => {
    expect(['Q', 'answer', 'Omar Vega'].map((label) => rules.roleOf(label))).toEqual([
      'question',
      'answer',
      'speaker',
    ]);
  });
});
