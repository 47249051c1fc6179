import { afterEach, expect, it } from 'vitest';
import { embeddedMetrics } from '../../../../infra/local/watch/embedded-metrics.ts';
import { metrics, notePublication } from '../../../../shared/metrics.ts';

const at = 1_574_109_732_004;
const line = (members: object, directive: object = {}) =>
  JSON.stringify({
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        { Namespace: 'Communique', Dimensions: [['service']], Metrics: [{ Name: 'Time' }], ...directive },
      ],
    },
    ...members,
  });
const datum = (value: number, dimensions: Record<string, string> = { service: 'render' }) => ({
  namespace: 'Communique',
  name: 'Time',
  dimensions,
  value,
  at,
});

afterEach(() => metrics.clearMetrics());

it('reads what the functions write', () => {
  const before = Date.now();
  notePublication();
  notePublication();
  const data = embeddedMetrics(JSON.stringify(metrics.serializeMetrics()));
  expect(data.map(({ name, value }) => [name, value])).toEqual([
    ['Publications', 1],
    ['Publications', 1],
  ]);
  expect(Object.keys(data[0]?.dimensions ?? {})).toEqual(['service']);
  expect(data[0]?.at).toBeGreaterThanOrEqual(before);
});

it('makes a datum of each value, and of each dimension set', () => {
  expect(embeddedMetrics(line({ service: 'render', Time: 5 }))).toEqual([datum(5)]);
  expect(
    embeddedMetrics(line({ service: 'render', Time: [5, 6] }, { Dimensions: [['service'], []] })),
  ).toEqual([datum(5), datum(6), datum(5, {}), datum(6, {})]);
});

it('reads a document after the time and the id that Lambda writes before it', () => {
  const text = `2031-01-01T00:00:00.000Z\t989ffbf8\tINFO\t${line({ service: 'render', Time: 5 })}`;
  expect(embeddedMetrics(text)).toEqual([datum(5)]);
});

it.each([
  ['a plain line', 'START RequestId: 989ffbf8'],
  ['other JSON', '{"level":"ERROR","message":"no"}'],
  ['JSON that was cut off', line({ service: 'render', Time: 5 }).slice(0, -3)],
  ['JSON that is no document', '{"_aws": 1}'],
  ['a metric that is not there', line({ service: 'render' })],
  ['a metric that is no number', line({ service: 'render', Time: '5' })],
  ['a dimension that is not there', line({ Time: 5 })],
  ['a dimension that is no text', line({ service: 1, Time: 5 })],
])('makes nothing of %s', (_, text) => {
  expect(embeddedMetrics(text)).toEqual([]);
});
