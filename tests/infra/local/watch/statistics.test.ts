import { expect, it } from 'vitest';
import { statistic, statisticNames } from '../../../../infra/local/watch/statistics.ts';

it.each([
  ['SampleCount', 4],
  ['Average', 2.75],
  ['Sum', 11],
  ['Minimum', -1],
  ['Maximum', 8],
  ['p50', 1],
  ['p75', 3],
  ['p99.9', 8],
])('%s of 3, -1, 8, 1 is %d', (name, value) => {
  expect(statistic(name, [3, -1, 8, 1])).toBe(value);
});

it.each([...statisticNames, 'p50'])('%s of no values is no data point', (name) => {
  expect(statistic(name, [])).toBeUndefined();
});

it.each(['Minimum', 'Maximum'])('%s takes more values than a call takes arguments', (name) => {
  expect(
    statistic(
      name,
      Array.from({ length: 600_000 }, () => 5),
    ),
  ).toBe(5);
});
