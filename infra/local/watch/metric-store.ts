/** What names a metric in CloudWatch: other dimensions, or one more or fewer, are another metric. */
export type Metric = { namespace: string; name: string; dimensions: Record<string, string> };
/** One value of a metric; `at` is in milliseconds. */
export type Datum = Metric & { value: number; at: number };

/** The finest step of time here, as of CloudWatch's standard resolution. */
export const minute = 60_000;
/** How far back the store goes, in milliseconds. */
export const kept = 180 * minute;
/** More values than this of one metric in one minute are not kept, so that memory stays bounded. */
const mostInMinute = 10_000;

/** CloudWatch's metrics on this machine: those of the last three hours, in memory. */
export class MetricStore {
  readonly #minutes = new Map<number, Map<string, number[]>>();

  put({ value, at, ...metric }: Datum): void {
    const values = this.#valuesOf(metric, Math.floor(at / minute) * minute);
    if (values.length < mostInMinute) values.push(value);
  }

  /** The values of a metric in the minutes that `from` (in) to `to` (out) touches, in milliseconds. */
  values(metric: Metric, from: number, to: number): number[] {
    const key = keyOf(metric);
    return [...this.#minutes]
      .filter(([start]) => start + minute > from && start < to)
      .flatMap(([, metrics]) => metrics.get(key) ?? []);
  }

  #valuesOf(metric: Metric, start: number): number[] {
    const metrics = this.#minutes.get(start) ?? this.#begin(start);
    const key = keyOf(metric);
    const values = metrics.get(key) ?? [];
    metrics.set(key, values);
    return values;
  }

  #begin(start: number): Map<string, number[]> {
    const metrics = new Map<string, number[]>();
    this.#minutes.set(start, metrics);
    const newest = Math.max(...this.#minutes.keys());
    for (const old of this.#minutes.keys()) if (old <= newest - kept) this.#minutes.delete(old);
    return metrics;
  }
}

const keyOf = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([namespace, name, Object.entries(dimensions).sort()]);
