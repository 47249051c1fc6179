import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyHtml } from '../../../shared/markup/body-html.ts';
import { bodyText } from '../../../shared/markup/body-text.ts';
import { read } from './sample.ts';

describe('bodyText', () => {
  it('divides blocks by empty lines and keeps labels as written', () => {
    expect(bodyText(read('Before.\n\n**Question :** *One*\ntwo?\n\n- three'))).toBe(
      'Before.\n\nQuestion : One two?\n\nthree',
    );
  });

  it('keeps words verbatim: quotes, dashes, no-break spaces, raw HTML', () => {
    const text = '“It’s” -- (c) 10\u00a0km... <b>bold</b> & so on';
    expect(bodyText(read(text))).toBe(text);
  });
});

const word = fc.stringMatching(/^[a-zа-яء-ي]{3,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
/** A block of Markdown that shows exactly the words given. */
const block = fc
  .tuple(
    words,
    fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `## ${text}`,
      (text) => `- ${text}\n- ${text}`,
      (text) => `1. ${text}`,
      (text) => `> ${text}`,
      (text) => `**${text}** and *${text}*`,
      (text) => `Q: ${text}? A: ${text}.`,
      (text) => `**Anna Maria Ruiz:** ${text}`,
      (text) => `|${text}|\n|---|\n|${text}|`,
      (text) => `\`\`\`\n${text}\n\`\`\``,
      (text) => `    ${text}`,
      (text) => `[${text}](https://meridian.example/) ![${text}](https://meridian.example/a.png)`,
    ),
  )
  .map(([text, write]) => write(text));

const lettersOf = (text: string) => text.match(/\p{L}+/gu) ?? [];

describe('the words of a text', () => {
  it('all survive, in order, in plain text and in HTML; link targets are no words', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const source = blocks.join('\n\n');
        const body = read(source);
        const expected = lettersOf(source.replaceAll(/\(https:[^)]*\)/g, ''));
        expect(lettersOf(bodyText(body))).toEqual(expected);
        expect(lettersOf(bodyHtml(body).replaceAll(/<[^>]*>/g, ' '))).toEqual(expected);
      }),
    );
  });
});
