import { describe, expect, it } from 'vitest';
import { askedOf } from './checking.ts';

describe('quotations', () => {
  it.each([
    ['“One” and “two.', ['unbalanced-quotes 1']],
    ['One” and “two”.', ['unbalanced-quotes 1']],
    ['“One.\n\n“Two.”', []],
    ['« Un » et « deux.', ['unbalanced-quotes 1']],
    ['Er sagte „so“ und “so”.', []],
    ['Hon sa ”så”.', []],
  ])('of %j: %j', (body, asked) => {
    expect(askedOf(body)).toEqual(asked);
  });
});
