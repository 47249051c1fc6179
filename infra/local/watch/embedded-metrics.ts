import * as z from 'zod';
import type { Datum } from './metric-store.ts';

const Document = z.looseObject({
  _aws: z.object({
    Timestamp: z.int(),
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});
const Values = z.union([z.number(), z.array(z.number())]).transform((values) => [values].flat());
const Dimensions = z.record(z.string(), z.string());

/**
 * Reads a line of a function's log in CloudWatch's embedded metric format: a datum for each value and dimension set.
 * Nothing comes of any other line, nor of a name that leads to no member of the right type.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function embeddedMetrics(line: string): Datum[] {
  if (!line.includes('"_aws"')) return [];
  const { data: document } = Document.safeParse(parsed(line));
  if (!document) return [];
  const { Timestamp, CloudWatchMetrics } = document._aws;
  return CloudWatchMetrics.flatMap(({ Namespace: namespace, Dimensions: sets, Metrics }) => {
    const values = Metrics.flatMap(({ Name: name }) =>
      (Values.safeParse(document[name]).data ?? []).map((value) => ({ name, value, at: Timestamp })),
    );
    return sets
      .map((keys) => Dimensions.safeParse(Object.fromEntries(keys.map((key) => [key, document[key]]))).data)
      .filter((dimensions) => dimensions !== undefined)
      .flatMap((dimensions) => values.map((value) => ({ namespace, dimensions, ...value })));
  });
}

/** The JSON of a line, before which Lambda may write a time and the request's id. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line.slice(line.indexOf('{')));
  } catch {
    return undefined;
  }
}
