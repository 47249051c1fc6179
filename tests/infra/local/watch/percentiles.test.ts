import { expect, it } from 'vitest';
import { percentile, percentiles } from '../../../../infra/local/watch/percentiles.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => count - index);

it('takes the nearest rank, in whatever order the values come', () => {
  expect(percentiles(upTo(100))).toEqual({ count: 100, p50: 50, p95: 95, worst: 100 });
  expect(percentiles([10, 9, 30])).toEqual({ count: 3, p50: 10, p95: 30, worst: 30 });
  expect(percentiles([7])).toEqual({ count: 1, p50: 7, p95: 7, worst: 7 });
});

it('is undefined for no values', () => {
  expect(percentiles([])).toBeUndefined();
  expect(percentile([], 50)).toBeUndefined();
});

it.each([
  [99.9, 999],
  [0, 1],
  [100, 1000],
])('has a rank of %d per cent', (rank, value) => {
  expect(percentile(upTo(1000), rank)).toBe(value);
});
