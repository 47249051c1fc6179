import { expect, it } from 'vitest';
import { isReferencePattern, referenceOf } from '../../../shared/statement/reference.ts';

it.each([
  ['PR/{year}/{number}', true],
  ['№ {number}-{year}', true],
  ['PR/{number}', false],
  ['PR/{year}', false],
  ['{year}/{number}/{number}', false],
  ['{year}/{number}/{month}', false],
  ['PR', false],
])('%s is a pattern: %s', (pattern, is) => {
  expect(isReferencePattern(pattern)).toBe(is);
});

it('makes a reference of a year and a number', () => {
  expect(referenceOf('PR/{year}/{number}', '2026', 142)).toBe('PR/2026/142');
});
