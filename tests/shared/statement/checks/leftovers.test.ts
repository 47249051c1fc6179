import { describe, expect, it } from 'vitest';
import { askedOf, checked } from './checking.ts';

describe('leftovers', () => {
  it.each([
    ['The count is XXX.', ['placeholder 1']],
    ['TODO: the figures', ['placeholder 1']],
    ['Lorem ipsum dolor', ['placeholder 1']],
    ['Said [NAME], the [..] of pools', ['placeholder 1', 'placeholder 1']],
    ['It opens on ____ at noon', ['placeholder 1']],
    ['Words.\n\nMore  words', ['double-space 3']],
    ['See https://a.example/XXX and [TBC](https://a.example/TBC)', ['placeholder 1']],
    ['Said she: “It […] is [sic] so [...]”.', []],
    ['```\nTODO  x\n```\n\nWords.', []],
    ['| a  | b |\n| -- | - |\n| TODO list  of | 1 |', ['placeholder 3']],
    ['One.\n\n____\n\nTwo.', []],
  ])('of %j: %j', (body, asked) => {
    expect(askedOf(body)).toEqual(asked);
  });

  it('are looked for in title and summary', () => {
    expect(checked({ title: 'Title TBD', summary: 'XXX' }).map(({ pointer }) => pointer)).toEqual([
      '/title',
      '/summary',
    ]);
  });
});
