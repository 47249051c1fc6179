import { describe, expect, it } from 'vitest';
import { askedOf } from './checking.ts';

describe('footnotes', () => {
  it.each([
    ['A[^1] and B[^2].\n\n[^1]: One.', ['missing-footnote 1']],
    ['A[^1].\n\n[^1]: One.\n[^2]: Two.', ['unused-footnote 4']],
    ['A word[1] and more.\n\n[1] The note.', []],
    ['A word[1] and more.', ['missing-footnote 1']],
    ['A word[1] and more.\n\n[1]: https://a.example/', []],
    ['An inline one^[like this].', []],
  ])('of %j: %j', (body, asked) => {
    expect(askedOf(body)).toEqual(asked);
  });
});
