/** How some durations were spread, in milliseconds; undefined for none. */
export type Percentiles = { count: number; p50: number; p95: number; worst: number } | undefined;

export function percentiles(values: number[]): Percentiles {
  const [p50, p95, worst] = [50, 95, 100].map((rank) => percentile(values, rank));
  if (p50 === undefined || p95 === undefined || worst === undefined) return undefined;
  return { count: values.length, p50, p95, worst };
}

/** The nearest rank: the least of the values that `rank` per cent of them do not exceed; undefined for none. */
export function percentile(values: number[], rank: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil((rank * values.length) / 100)) - 1];
}
