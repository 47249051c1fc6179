import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../shared/markup/excerpt.ts';
import { read } from './sample.ts';

const excerpt = (
  body: string,
  { title = 'The survey', language = 'en', summary = undefined as string | undefined } = {},
) => excerptOf({ title, language, summary, body: read(body, { title, language }) });

describe('excerptOf', () => {
  it('is the summary where there is one', () => {
    expect(excerpt('The text.', { summary: 'In short.' })).toBe('In short.');
  });

  it('is the whole of a short text, in one line', () => {
    expect(excerpt('One.\nTwo.\n\n- three\n- four')).toBe('One. Two. three four');
    expect(excerpt('One:\n\n```\ntwo\nthree\n```')).toBe('One: two three');
  });

  it('keeps turns, with labels as written', () => {
    expect(excerpt('Q: Why now?\n\nA: It was time.\n\nWe left.')).toBe(
      'Q: Why now? A: It was time. We left.',
    );
    expect(excerpt('Q: Why now? A: It was time.')).toBe('Q: Why now? A: It was time.');
    expect(excerpt('**Вопрос :** Почему? Ответ: Пора.', { language: 'ru' })).toBe(
      'Вопрос : Почему? Ответ: Пора.',
    );
    expect(excerpt('Question:\n\nWhy now?\n\nAnswer:\n\nIt was time.')).toBe(
      'Question: Why now? Answer: It was time.',
    );
  });

  it.each([
    'The survey of the “bay”',
    '# The survey of the “bay”',
    'THE SURVEY  of the "bay"',
    '**The survey of the «bay»**',
  ])('never says the title over again: %j', (first) => {
    expect(excerpt(`${first}\n\nIt began today.`, { title: 'The survey of the "bay"' })).toBe(
      'It began today.',
    );
  });

  it('is empty for a text that is its title alone', () => {
    expect(excerpt('# The survey')).toBe('');
  });

  it('ends with a sentence, at about 500 characters', () => {
    const text = excerpt('We surveyed another part of the bay today. '.repeat(40));
    expect(text).toMatch(/today\.$/);
    expect(text.length).toBeGreaterThan(400);
    expect(text.length).toBeLessThanOrEqual(500);
  });

  it('takes a first sentence whole, though it is longer', () => {
    const first = `We saw ${'fish and '.repeat(70)}whales.`;
    expect(excerpt(`${first} Then we left.`)).toBe(first);
  });

  it('cuts a sentence without end at a word', () => {
    const text = excerpt('fish and whales '.repeat(200));
    expect(text).toMatch(/(?:fish|and|whales)…$/);
    expect(text.length).toBeLessThanOrEqual(1001);
    expect(excerpt('😀'.repeat(2000)).isWellFormed()).toBe(true);
  });

  it.each([
    ['en', 'It was shown by A.Shulgin and J. R. Vega of the U.S. Navy on page No. 5 of the log'],
    ['en', 'Thanks go to Dr. Stone and Mrs. Vega'],
    ['ru', 'Это сказал А. Б. Петров в 2026 г. в Лиссабоне'],
    ['fr', 'C’est M. Durand qui l’a dit'],
  ])('ends at no initial or abbreviation (%s)', (language, opening) => {
    const rest = ` ${'and so on '.repeat(48)}.`;
    expect(excerpt(`${opening}${rest}`, { language })).toBe(`${opening}${rest}`);
  });

  it.each([
    ['zh', '礁石今天开放了。', '。'],
    ['ar', 'هل الشعاب مفتوحة؟ ', '؟'],
    ['ru', 'Риф открыт! ', '!'],
  ])('knows the ends of sentences in %s', (language, sentence, end) => {
    const text = excerpt(sentence.repeat(200), { language });
    expect(text.endsWith(end)).toBe(true);
    expect(text.length).toBeLessThanOrEqual(500);
  });
});

const sentence = fc
  .tuple(
    fc.array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 2, maxLength: 40 }),
    fc.constantFrom('.', '?', '!'),
  )
  .map(([words, end]) => `We ${words.join(' ')}${end}`);
const paragraph = fc
  .tuple(
    fc.constantFrom('', '', 'Q: ', 'A: ', 'Anna Maria Ruiz: '),
    fc.array(sentence, { minLength: 1, maxLength: 6 }),
  )
  .map(([label, sentences]) => label + sentences.join(' '));
const text = fc.array(paragraph, { minLength: 1, maxLength: 6 }).map((paragraphs) => paragraphs.join('\n\n'));

describe('the excerpt of any text of sentences', () => {
  it('is the text’s beginning, ends with a sentence, and is no longer than 500 characters and one sentence', () => {
    fc.assert(
      fc.property(text, (body) => {
        const taken = excerpt(body);
        const line = body.replaceAll('\n\n', ' ');
        expect(line.startsWith(taken)).toBe(true);
        expect(taken).toMatch(/[.?!]$/);
        const [first = ''] = /^(?:[^.?!:]*: )?[^.?!]*[.?!]/.exec(line) ?? [];
        expect(taken.length).toBeLessThanOrEqual(Math.max(500, first.length));
        expect(taken.length).toBeGreaterThanOrEqual(first.length);
      }),
      { endOnFailure: true },
    );
  });

  it('is its own excerpt', () => {
    fc.assert(
      fc.property(text, (body) => {
        expect(excerpt(excerpt(body))).toBe(excerpt(body));
      }),
      { endOnFailure: true },
    );
  });
});
