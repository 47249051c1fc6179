import { describe, expect, it } from 'vitest';
import { parser } from '../../../shared/markup/parser.ts';
import { plainText } from '../../../shared/markup/plain-text.ts';

const textOf = (markdown: string) =>
  parser
    .parse(markdown, {})
    .filter(({ type }) => type === 'inline')
    .map(plainText);

describe('plainText', () => {
  it('gives the words without their dress', () => {
    expect(textOf('*One* **two** `three` [four](/x/) ~~five~~ &amp; \\* ![six](/x.png)')).toEqual([
      'One two three four five & * six',
    ]);
  });

  it('takes a line break for a space', () => {
    expect(textOf('One\ntwo  \nthree\\\nfour')).toEqual(['One two three four']);
  });

  it('leaves the marks of footnotes out', () => {
    expect(textOf('One[^1].\n\n[^1]: Two.').map((text) => text.trim())).toEqual(['One.', 'Two.']);
  });
});
