import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { minute } from '../../../../infra/local/watch/metric-store.ts';
import { Watch } from '../../../../infra/local/watch/watch.ts';
import { resource } from '../front/resource.ts';
import { queue, queueArn } from '../stores/queues.ts';
import { storesWith } from '../stores/stores-in-test.ts';

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setInterval', 'clearInterval'],
    now: Date.UTC(2031, 0, 1, 12, 0, 30),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const alarm = (name: string, Namespace: string, MetricName: string, of: [string, string], Threshold = 0) =>
  resource('CloudWatch::Alarm', name, {
    Namespace,
    MetricName,
    Dimensions: [{ Name: of[0], Value: of[1] }],
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
  });
const alarms = [
  alarm('errors', 'AWS/Lambda', 'Errors', ['FunctionName', 'newsroom-render']),
  alarm('slow', 'AWS/Lambda', 'Duration', ['FunctionName', 'newsroom-render'], 5000),
  alarm('dead', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible', ['QueueName', 'dead']),
  alarm('old', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', ['QueueName', 'work'], 300),
  alarm('broken', 'AWS/ApiGateway', '5xx', ['ApiId', 'http-api']),
  alarm('late', 'Communique', 'PublicationToPage', ['service', 'render'], 10_000),
];

/** A line of a function's log, as it embeds its metrics. */
const line = (service: string, name: string, ...values: number[]) =>
  JSON.stringify({
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: 'Communique', Dimensions: [['service']], Metrics: [{ Name: name }] }],
    },
    service,
    [name]: values,
  });

/** A watch over one function, two queues and those alarms. */
async function watching() {
  const queues = [queue('work'), queue('dead')];
  const stores = await storesWith(queues);
  type Told = { invoked: [{ milliseconds: number; failed: boolean }]; line: [string] };
  const render = Object.assign(new EventEmitter<Told>(), { physicalId: 'newsroom-render' });
  const watch = new Watch({ resources: [...queues, ...alarms] }, [render], stores);
  onTestFinished(() => watch.stop());
  const raised = () =>
    watch.alarms.filter(({ state }) => state === 'ALARM').map(({ logicalId }) => logicalId);
  return { stores, render, watch, raised };
}

describe('an alarm is raised', () => {
  it('by nothing, where nothing is wrong', async () => {
    const { stores, render, watch, raised } = await watching();
    render.emit('invoked', { milliseconds: 80, failed: false });
    render.emit('line', line('render', 'PublicationToPage', 400));
    render.emit('line', 'a line like any other');
    watch.apiAnswered('http-api', { status: 404, milliseconds: 12 });
    stores.send(queueArn('work'), 'a');
    vi.advanceTimersByTime(minute);
    expect(raised()).toEqual([]);
    expect(watch.alarms).toHaveLength(alarms.length);
  });

  type Watching = Awaited<ReturnType<typeof watching>>;
  const causes: Record<string, (watching: Watching) => void> = {
    errors: ({ render }) => render.emit('invoked', { milliseconds: 80, failed: true }),
    slow: ({ render }) => render.emit('invoked', { milliseconds: 5001, failed: false }),
    broken: ({ watch }) => watch.apiAnswered('http-api', { status: 503, milliseconds: 30_000 }),
    late: ({ render }) => render.emit('line', line('render', 'PublicationToPage', 400, 10_001)),
    dead: ({ stores }) => {
      stores.send(queueArn('dead'), 'a');
      vi.advanceTimersByTime(1000);
    },
    old: ({ stores }) => {
      stores.send(queueArn('work'), 'a');
      vi.advanceTimersByTime(301_000);
    },
  };

  it.each(Object.keys(causes))('by its cause alone: %s', async (name) => {
    const made = await watching();
    causes[name]?.(made);
    expect(made.raised()).toEqual([name]);
  });

  it('until its cause is gone', async () => {
    const { stores, raised } = await watching();
    stores.send(queueArn('dead'), 'a');
    vi.advanceTimersByTime(1000);
    expect(raised()).toEqual(['dead']);
    await stores.receive('http://127.0.0.1/000000000000/dead', {});
    vi.advanceTimersByTime(2 * minute);
    expect(raised()).toEqual([]);
  });
});

describe('the latency of publications', () => {
  it('is that of the last hour, to page and to lists', async () => {
    const { render, watch } = await watching();
    render.emit('line', line('render', 'PublicationToPage', 9000));
    vi.setSystemTime(Date.now() + 61 * minute);
    render.emit('line', line('render', 'PublicationToPage', 100, 200));
    render.emit('line', line('feeds', 'PublicationToLists', 300));
    render.emit('line', line('feeds', 'SomethingElse', 1));
    expect(watch.latency).toEqual({
      toPage: { count: 2, p50: 100, p95: 200, worst: 200 },
      toLists: { count: 1, p50: 300, p95: 300, worst: 300 },
    });
  });

  it('is nothing before the first', async () => {
    expect((await watching()).watch.latency).toEqual({ toPage: undefined, toLists: undefined });
  });
});

it('looks at queues no more when it has stopped', async () => {
  const { stores, watch, raised } = await watching();
  watch.stop();
  stores.send(queueArn('dead'), 'a');
  vi.advanceTimersByTime(minute);
  expect(raised()).toEqual([]);
});
