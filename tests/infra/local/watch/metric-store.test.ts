import { expect, it } from 'vitest';
import { type Metric, MetricStore, minute } from '../../../../infra/local/watch/metric-store.ts';

const depth: Metric = { namespace: 'AWS/SQS', name: 'Depth', dimensions: { QueueName: 'render' } };
const noon = Date.UTC(2031, 0, 1, 12);
const filled = (...data: [after: number, value: number, metric?: Metric][]) => {
  const store = new MetricStore();
  for (const [after, value, metric = depth] of data) store.put({ ...metric, value, at: noon + after });
  return store;
};

it('gives the values of the minutes asked for, the running one with them', () => {
  const store = filled([0, 1], [59_999, 2], [minute, 3], [2 * minute, 4]);
  expect(store.values(depth, noon, noon + minute)).toEqual([1, 2]);
  expect(store.values(depth, noon + minute, noon + 3 * minute)).toEqual([3, 4]);
  expect(store.values(depth, noon + 30_000, noon + minute + 1)).toEqual([1, 2, 3]);
});

it('takes other dimensions, more of them or none for another metric, and their order for nothing', () => {
  const wider = { ...depth, dimensions: { QueueName: 'render', Stage: 'x' } };
  const store = filled(
    [0, 1],
    [0, 2, { ...depth, dimensions: { QueueName: 'feeds' } }],
    [0, 3, wider],
    [0, 4, { ...depth, dimensions: {} }],
    [0, 5, { ...depth, namespace: 'Communique' }],
    [0, 6, { ...depth, name: 'Age' }],
  );
  const turned = { ...depth, dimensions: { Stage: 'x', QueueName: 'render' } };
  expect(store.values(depth, noon, noon + 1)).toEqual([1]);
  expect(store.values(turned, noon, noon + 1)).toEqual([3]);
  expect(store.values({ ...depth, dimensions: {} }, noon, noon + 1)).toEqual([4]);
});

it('forgets what is three hours older than the newest, late comers too', () => {
  const store = filled([0, 1], [minute, 2], [180 * minute, 3], [0, 4]);
  expect(store.values(depth, 0, Infinity)).toEqual([2, 3]);
});

it('keeps ten thousand values of a metric in a minute, and no more', () => {
  const store = filled(...Array.from({ length: 10_001 }, (_, value): [number, number] => [0, value]));
  expect(store.values(depth, noon, noon + 1)).toHaveLength(10_000);
});
