import { percentile } from './percentiles.ts';

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

const statistics = new Map<string, (values: number[]) => number>([
  ['SampleCount', (values) => values.length],
  ['Average', (values) => sum(values) / values.length],
  ['Sum', sum],
  // Not Math.min(...values): a long period has more values than a call takes arguments.
  ['Minimum', (values) => values.reduce((a, b) => Math.min(a, b))],
  ['Maximum', (values) => values.reduce((a, b) => Math.max(a, b))],
]);

/** The statistics that have names; the others are percentiles, such as `p99.9`. */
export const statisticNames = [...statistics.keys()];

/**
 * A statistic of a period's values, by CloudWatch's name; undefined for no values, which make no data point.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export function statistic(name: string, values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  const named = statistics.get(name);
  return named ? named(values) : percentile(values, Number(name.slice(1)));
}
