import type { MetricStore } from './metric-store.ts';

/**
 * What a call of a function puts into CloudWatch; `functionName` is what Ref gives.
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function invoked(
  store: MetricStore,
  functionName: string,
  { milliseconds, failed, at }: { milliseconds: number; failed: boolean; at: number },
): void {
  putAll(store, 'AWS/Lambda', { FunctionName: functionName }, at, {
    Invocations: 1,
    Errors: Number(failed),
    Duration: milliseconds,
  });
}

/**
 * What a look at a queue puts into CloudWatch; `queueName` is what Fn::GetAtt QueueName gives.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export function queueSeen(
  store: MetricStore,
  queueName: string,
  { visible, oldestSeconds, at }: { visible: number; oldestSeconds: number; at: number },
): void {
  putAll(store, 'AWS/SQS', { QueueName: queueName }, at, {
    ApproximateNumberOfMessagesVisible: visible,
    ApproximateAgeOfOldestMessage: oldestSeconds,
  });
}

/**
 * What an answer of an HTTP API puts into CloudWatch; `apiId` is what Ref gives.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-metrics.html
 */
export function answered(
  store: MetricStore,
  apiId: string,
  { status, milliseconds, at }: { status: number; milliseconds: number; at: number },
): void {
  putAll(store, 'AWS/ApiGateway', { ApiId: apiId }, at, {
    Count: 1,
    '4xx': Number(status >= 400 && status < 500),
    '5xx': Number(status >= 500),
    Latency: milliseconds,
  });
}

function putAll(
  store: MetricStore,
  namespace: string,
  dimensions: Record<string, string>,
  at: number,
  values: Record<string, number>,
): void {
  for (const [name, value] of Object.entries(values)) store.put({ namespace, name, dimensions, value, at });
}
