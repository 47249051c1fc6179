import { expect, it } from 'vitest';
import { MetricStore } from '../../../../infra/local/watch/metric-store.ts';
import { answered, invoked, queueSeen } from '../../../../infra/local/watch/service-metrics.ts';

const at = Date.UTC(2031, 0, 1);
const store = new MetricStore();
const values = (namespace: string, dimensions: Record<string, string>, name: string) =>
  store.values({ namespace, name, dimensions }, at, at + 1);

it('counts calls of a function, zero where one did not fail, and their milliseconds', () => {
  invoked(store, 'render', { milliseconds: 12, failed: false, at });
  invoked(store, 'render', { milliseconds: 340, failed: true, at });
  const of = (name: string) => values('AWS/Lambda', { FunctionName: 'render' }, name);
  expect(of('Invocations')).toEqual([1, 1]);
  expect(of('Errors')).toEqual([0, 1]);
  expect(of('Duration')).toEqual([12, 340]);
});

it('says how many messages a queue has, and the age of the oldest in seconds', () => {
  queueSeen(store, 'dead', { visible: 3, oldestSeconds: 61, at });
  const of = (name: string) => values('AWS/SQS', { QueueName: 'dead' }, name);
  expect(of('ApproximateNumberOfMessagesVisible')).toEqual([3]);
  expect(of('ApproximateAgeOfOldestMessage')).toEqual([61]);
});

it('counts answers of an API by their kind', () => {
  for (const status of [200, 399, 400, 499, 500, 599])
    answered(store, 'api', { status, milliseconds: 5, at });
  const of = (name: string) => values('AWS/ApiGateway', { ApiId: 'api' }, name);
  expect(of('Count')).toEqual([1, 1, 1, 1, 1, 1]);
  expect(of('4xx')).toEqual([0, 0, 1, 1, 0, 0]);
  expect(of('5xx')).toEqual([0, 0, 0, 0, 1, 1]);
  expect(of('Latency')).toEqual([5, 5, 5, 5, 5, 5]);
});
