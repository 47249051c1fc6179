import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricsNamespace } from './service-function.ts';

/** A metric that a function of ours writes (shared/metrics.ts); Powertools names the function as the `service`. */
export const ownMetric = (
  service: string,
  metricName: string,
  options: { statistic: string; period: Duration },
): Metric => new Metric({ namespace: metricsNamespace, metricName, dimensionsMap: { service }, ...options });
